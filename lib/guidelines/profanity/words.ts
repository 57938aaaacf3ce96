/**
 * Swear words by language, whole words in lower case: our own list (2026-11). Packages' lists mix them with slurs
 * against places, parts of the body and ordinary words; see ./lists.ts for what is taken from those.
 *
 * `strong`: nobody takes them for anything else, and a brand does not want them. `mild`: weak, or also ordinary words,
 * so a person decides. Both are alternations of a regular expression that is anchored at both ends.
 */
export interface Swearing {
  readonly strong: string
  readonly mild: string
}

export const SWEARING: Readonly<Record<string, Swearing>> = {
  en: {
    strong: String.raw`(?:mother|cluster|mind|abso|dumb|face|rat|head)?fuck\p{L}*|absofuckinglutely|fuk(?:k?ing|ker|k)?|fck(?:ing|ed|n|in|d)?|effing|mofo|(?:bull|horse|dip|ape|bat|chicken)?shit(?:s|ty|tier|tiest|ted|ting|ter|head|heads|show|shows|hole|faced?|less|load|loads|storm|bag)?|shite|shat|arsehole\p{L}?|ass(?:hole|hat|wipe|clown)s?|bitch(?:es|y|ing|in|ed)?|biatch|cunt(?:s|y)?|twats?|wank(?:er|ers|ing|ed|s)?|dickheads?|cocksuck\p{L}*|motherf\p{L}{0,8}|whores?|sluts?|slutty|nigg(?:a|as|az|er|ers)|fagg?ots?|retard(?:ed|s)?|douche(?:bag|bags)?|jerkoff|blowjobs?|handjobs?|jizz|bellends?`,
    mild: String.raw`ass(?:es)?|(?:jack|dumb|lazy|fat|smart|bad|hard|kick|big|broke|lame|wise|silly)ass(?:es)?|arse(?:s|d)?|bastards?|bollocks|bugger(?:ed|s)?|bloody|crap(?:s|py)?|damn(?:ed|it)?|dammit|goddamn(?:ed|it)?|dick(?:s)?|cocks?|pricks?|puss(?:y|ies)|piss(?:ed|y|es|ing|er)?|tit(?:s|ties|ty)?|wtf|stfu|gtfo|omfg|lmfao|frigging?|feck(?:ing)?|bull?crap|screwed|turds?|skanky?|skanks|hoes?|thots?|douchey|sod off`,
  },
  de: {
    strong: String.raw`\p{L}*schei(?:ß|ss)\p{L}*|verschissen\p{L}{0,2}|arschl(?:o|ö)ch\p{L}{0,3}|arschgeigen?|wichser\p{L}{0,2}|fotzen?|hurens(?:o|ö)hn\p{L}{0,2}|huren?|(?:ver|ge|ab)?fick(?:en|t|te|ter|tes|ten|er|e|s)?|schlampen?|nutten?|missgeburt|spasten?|spasti|schwuchteln?|kanaken?|neger|bastarde?|pimmel|titten|leck mich am arsch`,
    mild: String.raw`arsch(?:es)?|(?:ver|ge)arscht?|verarschen?|verarschung|(?:gott)?verdammt\p{L}{0,2}|verflucht\p{L}{0,2}|kack(?:e|t|en)?|beschissen\p{L}{0,2}|piss(?:e|en|er|t)|kotzt|zum kotzen|saudoof|drecks\p{L}+|muschi|möpse`,
  },
  fr: {
    strong: String.raw`putain|putes?|merde(?:s|ux|use|ique|ment)?|(?:em|dé)merd(?:er|é|ée|ant|ante)|connards?|con{2}asses?|encul(?:é|ée|és|er|eur|eurs)|enfoir(?:é|ée|és)|salopes?|saloperies?|salauds?|niqu(?:e|er|é|ée)|foutre|fdp|ntm|pd|pédés?|bâtards?|couilles?|bougnoules?|bites?|chatte à\p{L}*|ta gueule|ferme(?:-la| ta gueule)`,
    mild: String.raw`bordel|chi(?:er|ant|ante|ants)|cul|cons?|connes?|conneries?|déconn(?:e|er)|fout(?:u|ue|us|ent)|gueule|foutaises?|pisser`,
  },
  es: {
    strong: String.raw`mierdas?|joder|jod(?:e|es|en|ido|ida|idos|idas|iendo)|put(?:a|as|os|ita|ada|adas)|hij(?:o|a|os)putas?|hij[oa] de puta|gilipollas|gilipolleces|coños?|cabr(?:o|ó)n(?:a|es|as)?|pendej(?:o|a|os|as|ada|adas)|chinga(?:r|da|do|dos|dera)?|verga|culer[oa]s?|maric(?:o|ó)n(?:es)?|follar|me cago en\p{L}*|hostias`,
    mild: String.raw`culo|puto|hostia|carajo|cojon(?:es|udo|uda)|acojonante|mam(?:o|ó)n|hue?v(?:o|ó)n|boludos?|pelotud[oa]s?|maldit[oa]s?|cagada|cagar|cagar(?:la|se)`,
  },
  it: {
    strong: String.raw`cazz(?:o|i|ata|ate|one|uto)|merd(?:a|e|oso|ata)|stronz(?:o|a|i|e|ata|ate)|(?:vaf)?fanculo|puttan(?:a|e|ata)|troi(?:a|e)|coglion(?:e|i|a)|minchi(?:a|ata|ate)|porco dio|porca (?:madonna|puttana|troia)|bastard(?:o|i|a)|froci(?:o|o|a)|ricchion[ei]|fott(?:ere|iti|uto|uta)|figa|fica|mignotta|zoccol[ae]`,
    mild: String.raw`culo|incazz(?:ato|ata|ati|arsi|are)|porca miseria|rompipalle|rompiballe|cagata|cagate|scopare|tette|sfiga|sfigat[oai]`,
  },
  pt: {
    strong: String.raw`caralho|merdas?|foda(?:-se|se|s)?|fod(?:ido|ida|idos|er|e)|fuder|fudid[oa]s?|putas?|filh[oa]s? da puta|fdp|pqp|krl|crl|buceta|boceta|viado|viadinho|arrombad[oa]s?|cuz(?:ão|ões)|vai tomar no cu|desgraçad[oa]s?|punheta|cona`,
    mild: String.raw`porra|puto|cacete|bosta|cu|bunda|sacanagem|babaca|otári[oa]`,
  },
  nl: {
    strong: String.raw`kut(?:\p{L}+)?|klote(?:n|\p{L}{3,})?|klootza(?:k|kken)|gvd|godverdomme|kanker(?:lijer|hoer|zooi|wijf|hond)\p{L}*|tyfus\p{L}*|hoer(?:en)?|hoerenzoon|lul(?:len)?|neuken|schijt(?:en)?|mongool|flikkers?|slet(?:ten)?`,
    mild: String.raw`verdomme|verdomd|tering|eikels?|reet|kont|shit|gatver|rot(?:zak|wijf|zooi)|zeik(?:en|erd)?`,
  },
  pl: {
    strong: String.raw`(?:wk|zak|podk|przek|sk)?kurw\p{L}*|wkurw\p{L}*|(?:nie|o|po)?ch?uj\p{L}*|(?:s|w|za|o|roz|u|prze|po|wy|na)?pierd(?:o|a)l\p{L}*|(?:za|po|wy|na|roz|prze|u|do)?jeba(?:ć|ny|na|ne|ł|li|nie)|jebie|skurwysyn\p{L}*|pizd\p{L}*|dziwk(?:a|i|ą)|ciot(?:a|y)`,
    mild: String.raw`zajebi(?:ście|sty|sta|ste)|dup(?:a|ie|ę|y|ą)|gówn\p{L}+|cholera|cholern\p{L}+|wkurzon\p{L}|suk(?:a|i)|syf`,
  },
  tr: {
    strong: String.raw`amk|aq|amına\p{L}*|siktir\p{L}*|sik(?:er|erim|eyim|tiğimin|ik)\p{L}*|orospu\p{L}*|piç\p{L}*|yarrak\p{L}*|yarak\p{L}*|ananı\p{L}*|kahpe\p{L}*|ibne\p{L}*|pezevenk\p{L}*|göt(?:ü|ünü|veren)\p{L}*|sıç(?:tım|mak|tı|arım)\p{L}*`,
    mild: String.raw`göt|bok(?:tan|u|um)?|şerefsiz\p{L}*|lanet olsun|kahretsin|salak|gerizekalı`,
  },
  sv: {
    strong: String.raw`fitt(?:a|or|an)|kuk(?:en|ar)?|hor(?:a|or|unge)|knull(?:a|ar|ad)|röv(?:en|hål|ar)?|cp-?skadad|satans|fy fan|för fan|vad fan|fan vad`,
    mild: String.raw`jävl(?:a|ar|igt|ig|ar)|helvete|skit(?:en|a)?|skit ner dig|förbannad[et]?|jäkla|tusan`,
  },
  da: {
    strong: String.raw`fiss(?:e|en)|kusse(?:n|ryller)?|luder(?:en)?|røvhul(?:ler|let)?|pik(?:ken)?|kraftedeme|kraftedme|fucking|skid(?:e)?fuld|mongol`,
    mild: String.raw`fanden|fandeme|sgu|satans|lort(?:et|e)?|pis|røv(?:en)?|helvede|skide|bøsserøv|pokkers`,
  },
  no: {
    strong: String.raw`fitt(?:e|a|en)|kuk(?:en|er)?|hor(?:e|a|unge)|ræv(?:a|hull)|føkk\p{L}*|pul(?:e|er|t)|pikk(?:en)?`,
    mild: String.raw`faen|fy faen|jævl(?:a|ig|ige)|helvete|dritt?(?:en)?|drit|satan|forbanna|søren`,
  },
  fi: {
    strong: String.raw`vit(?:tu|un|ussa|tuun|tumainen|uttaa)\p{L}*|perkele\p{L}*|saatana\p{L}*|huor(?:a|at)|kyrp(?:ä|ää)|mulkku\p{L}*|kusipä(?:ä|ät)|jumalauta|pillu\p{L}*`,
    mild: String.raw`paska\p{L}*|helvet(?:ti|in|isti)|hitto|pers(?:e|eelle)|kusi|piru\p{L}*`,
  },
  ru: {
    strong: String.raw`бля(?:дь|ть|ди|)|сук[аи]|сучар[аы]|(?:на|по|о)?ху[йеёяю]\p{L}*|пизд\p{L}*|(?:за|на|вы|про|у|до|подъ|объ|съ|разъ)?[еёэ]б(?:а[нлт]|ут|уч|ну|л)\p{L}*|пид[оа]р\p{L}*|муда[кч]\p{L}*|гандон\p{L}*|долбо[её]б\p{L}*|шлюх\p{L}*`,
    mild: String.raw`жоп\p{L}*|дерьм\p{L}*|говн\p{L}*|ср(?:ать|аный|аная)|ч[её]рт(?:ов\p{L}*)?|задолбал\p{L}*`,
  },
  hi: {
    strong: String.raw`चूतिया|चुतिया|मादरचोद|बहनचोद|भोसड़ी\p{L}*|गांड\p{L}*|रंडी|chutiy[ae]|madarchod|ma+darchod|b(?:e|a)hen?chod|bhenchod|bhosdi\p{L}*|gandu|randi`,
    mild: String.raw`हरामी|हरामज़ादा|साला|साली|कमीना|harami|haramzad[ai]|kamin[ae]|saala`,
  },
  ar: {
    strong: String.raw`كسم\p{L}*|كس امك|شرموط\p{L}*|عرص\p{L}*|منيوك\p{L}*|قحب\p{L}*|ابن الشرموطة|زبي|طيز\p{L}*`,
    mild: String.raw`خرا|خرى|ابن الكلب|يا حيوان|زفت`,
  },
}

/** Scripts that set no spaces, or join endings to words: found anywhere in the text. */
export const SWEARING_UNSPACED: Readonly<Record<string, Swearing>> = {
  ja: {
    strong: '死ね|しね[!！。\\s]|ファック|キチガイ|まんこ|ちんこ',
    mild: '(?:クソ|くそ|糞)(?!真面目)|ちくしょう|畜生|ブス',
  },
  ko: {
    strong: '씨발|시발(?!점|역)|씨바|ㅅㅂ|병신|ㅂㅅ|개새끼|새끼야|좆|지랄|ㅈㄹ|미친놈|미친년|창녀',
    mild: '존나|졸라|개같|꺼져|닥쳐|씹',
  },
  zh: {
    strong: '他妈的|他媽的|妈的|媽的|操你|草泥马|傻逼|傻b|煞笔|婊子|狗屎|王八蛋|去死吧|肏',
    mild: '卧槽|我靠|牛逼|牛b|混蛋|滚蛋|屌|特么|尼玛',
  },
  th: { strong: 'เหี้ย|ควย|สัส|เย็ด|อีดอก|ระยำ', mild: 'แม่ง|ห่าเอ้ย|เชี่ย' },
}

/** Wording in which a listed word is an ordinary one, or a name. */
export const ORDINARY = String.raw`dick (?:van dyke|clark|cheney|tracy|powell)|moby[- ]dick|spotted dick|pussy (?:willow|riot|cat)s?|cock[- ]a[- ](?:doodle|leekie)|(?:great|blue|coal|marsh|willow|bearded|long[- ]tailed) tits?|tit for tat|(?:wild|jenny) asse?s?|bloody mar(?:y|ys|ies)|bloody (?:nose|knee|hands|sunday)|(?:skin[- ])?prick tests?|prick (?:your|the|a|my) (?:finger|holes?|dough|skin|needle)|pricks? of (?:the|a) (?:needle|pin)|garden hoes?|dutch hoes?|hoe (?:the|your|my)|craps? table|damn yankees|piss[- ]?poor|philip k\.? dick|weather ?cocks?|cock fights?|tuxedo cock`

/** Plain words that a masked or spaced one is compared with. */
export const MASKED_WORDS: readonly string[] =
  'fuck fucking fucked fucker fuckers fuckin motherfucker motherfuckers motherfucking shit shitty shitting shits bullshit bitch bitches bitchy cunt cunts asshole assholes dick dickhead pussy whore slut wanker bastard damn crap arse faggot nigger nigga scheiße scheisse scheiß arschloch fotze wichser ficken putain merde connard salope puta puto mierda joder cabrón pendejo gilipollas coño cazzo merda stronzo vaffanculo caralho foda porra kurwa chuj jebać pierdolić godverdomme kut klootzak hoer blyat siktir orospu'.split(
    ' ',
  )
