/**
 * Words of negation, supposition and denial, by language. Own lists, made from compliance.md 7.5 and the
 * negation words of its facts file, and widened by what captions say. All normalised (lower case, plain quotes).
 */
export interface NegationWords {
  /** Negate what follows in their clause. */
  readonly before: string
  /** Negate what stands up to three words before them ("heilt Akne nicht"). */
  readonly after?: string
  /** Begin with a negation and deny nothing; separated by `|`. */
  readonly idle?: string
  /** Forms of a verb that carry their own negation, or what follows the verb ("iyileştirmez", "治りません"). */
  readonly suffix?: RegExp
  /** Suppose: the claim is not made as a fact; separated by `|`. */
  readonly suppose: string
  /** Forms of a verb that suppose ("guérirait"). */
  readonly supposeSuffix?: RegExp
  /** How the next sentence takes a claim back. */
  readonly denial: RegExp
}

export const NEGATION: Readonly<Record<string, NegationWords>> = {
  en: {
    before:
      'not never no non nobody none nothing without cannot hardly barely rarely scarcely neither nor zero unable nowhere cant dont doesnt didnt isnt arent wasnt werent wont couldnt wouldnt shouldnt havent hasnt aint fail fails failed fake',
    idle: 'not only|not just|not merely|not simply|not to mention|not kidding|not joking|not lying|not exaggerating|not gonna lie|not going to lie|not even kidding|not even joking|no wonder|no doubt|no question|no joke|no kidding|no lie|no cap|no bs|no surprise|no filter|no exaggeration|no less|no matter|nothing short|nothing less|without fail|without a doubt|without doubt|without question|cannot believe|cannot stop|cannot wait|cannot recommend|can not believe|not believe how|dont sleep|dont miss|dont forget|dont wait|dont worry|cant believe|cant stop|cant wait|cant recommend|cant get',
    suppose:
      'if|unless|could|would|might|may|should|wish|wishes|wished|hope|hopes|hoping|imagine|maybe|perhaps|supposedly|allegedly|apparently|whether|supposed to|claim|claims|claiming|claimed|promise|promises|promised|they say|people say|some say|everyone says|she says|he says|she said|he said|said to|says it|rumored|rumoured|myth|rumour|rumor',
    denial:
      /^(?:(?:just|only|i'm|im|i am|haha|lol|ok|okay|well|but|yeah|obviously|of course|totally)[ ,]+)*(?:kidding|joking|jk|not|nope|nah|no|never|wrong|false|lies?|as if|yeah right|not really|not true|a? ?myth|sarcasm|(?:that|this|it)(?:'s| is| was)(?: just| only| all| obviously| totally)? (?:not (?:true|the case|how|what)|false|wrong|a lie|a joke|a myth|nonsense|fake|bs|untrue|sarcasm)|(?:that|this|it|they|none of (?:it|that|this))(?: really| actually| just| definitely| certainly)? (?:isn't|wasn't|is not|doesn't|does not|didn't|did not|won't|can't|cannot|don't|do not|never)(?: really| actually| quite)?(?: do(?:es)?(?: that| this)?| work| true| happen| cure\w*| help\w*)?|don't believe|do not believe|i (?:made|take) (?:that|it) (?:up|back)|i(?:'m| am) (?:kidding|joking|lying)|i wish|if only)(?: guys| of course| sadly| obviously| at all| though| haha| lol| it| that)?(?=$|[\s.!?,;:)-]*$)/u,
  },
  de: {
    before:
      'nicht kein keine keinen keinem keiner keines nie niemals ohne weder noch nichts niemand kaum keineswegs keinesfalls nirgends nix',
    after: 'nicht nie niemals keineswegs keinesfalls',
    idle: 'nicht nur|nicht bloß|nicht allein|nicht einfach nur|kein wunder|keine frage|kein zweifel|kein witz|kein scherz|kein spaß|ohne zweifel|ohne frage|ohne witz|nichts anderes|nicht gelogen|nicht zu vergessen|nicht umsonst',
    suppose:
      'wenn|falls|könnte|könnten|würde|würden|ob|soll|sollte|sollen|angeblich|vielleicht|hoffe|hoffentlich|wünschte|wäre|hätte|behauptet|behaupten|verspricht|versprechen|man sagt|es heißt|vermeintlich',
    denial:
      /^(?:(?:nur|war|das war|ach|haha|aber|natürlich|also)[ ,]+)*(?:spaß|scherz|quatsch|witz|nein|nee|nö|nicht wirklich|nicht|von wegen|gelogen|schön wär's|(?:das |es )?(?:stimmt|ist|tut|macht|hilft|kann|war)(?: es| das| er| sie)?(?: leider| natürlich| aber| gar| so| einfach)* (?:nicht|gelogen|falsch|quatsch|unsinn|ein mythos|nur ein scherz)(?: wahr)?|leider nicht|natürlich nicht)(?=$|[\s.!?,;:)-]*$)/u,
  },
  fr: {
    before: "ne n' pas jamais aucun aucune sans ni rien personne nul nulle",
    after: 'pas jamais',
    idle: 'pas seulement|pas que|pas juste|pas uniquement|pas étonnant|pas de doute|sans doute|sans aucun doute|sans mentir|sans exagérer|sans hésiter|pas de blague',
    suppose:
      "si|s'|pourrait|pourraient|peut-être|soi-disant|parait|paraît|prétend|prétendent|prétendument|promet|promettent|espère|on dit|ils disent|serait|dirait|imagine",
    supposeSuffix: /\p{L}{3}(?:rait|raient|rais)$/u,
    denial:
      /^(?:(?:enfin|bon|mais|non|haha|lol|bien sûr)[ ,]+)*(?:je (?:plaisante|rigole|blague)|je déconne|non|nan|pas vraiment|pas du tout|bien sûr que non|mensonge|(?:c'est|ce n'est|c'était) (?:faux|pas vrai|un mensonge|une blague|un mythe)|n'importe quoi|(?:ça |cela |il |elle )?(?:ne |n')?(?:le |la )?(?:marche|fait|guérit|est) pas)(?=$|[\s.!?,;:)-]*$)/u,
  },
  es: {
    before: 'no nunca jamás sin ningún ninguna ninguno nadie nada tampoco ni',
    idle: 'no solo|no sólo|no solamente|no únicamente|no me extraña|no es broma|no puedo creer|no miento|no exagero|no cabe duda|no hay duda|sin duda|sin dudas|sin dudarlo|no dejes|no te pierdas|nada menos',
    suppose:
      'si|podría|podrían|quizá|quizás|ojalá|supuestamente|dicen|dice que|prometen|promete|afirma|afirman|espero|tal vez|imagina|imagínate|presuntamente',
    supposeSuffix: /\p{L}{3}(?:aría|arían|iría|irían)$/u,
    denial:
      /^(?:(?:pero|bueno|jaja|ja|claro|pues)[ ,]+)*(?:es broma|bromeo|mentira|no|nah|para nada|que va|claro que no|(?:eso |esto )?(?:no es (?:cierto|verdad|así)|es (?:falso|mentira|un mito|una broma)|no (?:lo )?(?:hace|funciona|cura)))(?=$|[\s.!?,;:)-]*$)/u,
  },
  it: {
    before: 'non mai senza nessun nessuna nessuno niente nulla né neanche nemmeno',
    idle: 'non solo|non soltanto|non solamente|non ci credo|non mi stupisce|non scherzo|non esagero|senza dubbio|senza esagerare|non vedo',
    suppose:
      'se|potrebbe|potrebbero|forse|magari|dicono|pare|sembra|promette|promettono|sostiene|sostengono|spero|presunto|presumibilmente|immagina',
    supposeSuffix: /\p{L}{3}(?:erebbe|irebbe|erebbero|irebbero)$/u,
    denial:
      /^(?:(?:ma|beh|haha|ovviamente|certo)[ ,]+)*(?:scherzo|sto scherzando|no|macché|falso|bugia|non è vero|non è così|ovviamente no|certo che no|non (?:lo )?(?:fa|funziona|cura))(?=$|[\s.!?,;:)-]*$)/u,
  },
  pt: {
    before: 'não nao nunca jamais sem nenhum nenhuma ninguém nada nem',
    idle: 'não só|não apenas|não somente|não é à toa|não acredito|não é brincadeira|não minto|não estou mentindo|sem dúvida|sem dúvidas|não vejo',
    suppose:
      'se|poderia|poderiam|talvez|oxalá|tomara|dizem|supostamente|promete|prometem|afirma|afirmam|espero|será que|imagina',
    supposeSuffix: /\p{L}{3}(?:aria|ariam|iria|iriam)$/u,
    denial:
      /^(?:(?:mas|bom|haha|kkk+|claro)[ ,]+)*(?:brincadeira|é brincadeira|tô brincando|estou brincando|mentira|é mentira|não|claro que não|nada disso|(?:isso )?(?:não é verdade|é falso|é mito)|não (?:faz|funciona|cura))(?=$|[\s.!?,;:)-]*$)/u,
  },
  nl: {
    before: 'niet geen nooit zonder niets niemand noch nergens nauwelijks',
    after: 'niet nooit',
    idle: 'niet alleen|niet enkel|niet slechts|geen wonder|geen twijfel|geen grap|geen grapje|zonder twijfel|niet normaal|niet overdreven|niet te vergeten',
    suppose:
      'als|indien|zou|zouden|misschien|wellicht|zogenaamd|of|hoop|hopelijk|beweert|beweren|belooft|beloven|ze zeggen|naar verluidt|kon',
    denial:
      /^(?:(?:maar|nou|haha|natuurlijk)[ ,]+)*(?:grapje|geintje|nee|niet echt|niet waar|niet|onzin|leugen|natuurlijk niet|(?:dat |het )?(?:klopt|is|werkt|doet|helpt)(?: het| dat)?(?: natuurlijk| helaas| echt)? (?:niet|onzin|een mythe)(?: waar)?|helaas niet)(?=$|[\s.!?,;:)-]*$)/u,
  },
  pl: {
    before: 'nie nigdy bez żaden żadna żadne żadnego żadnej nikt nic ani',
    idle: 'nie tylko|nic dziwnego|bez wątpienia|nie żartuję|nie kłamię|nie mogę uwierzyć',
    suppose: 'jeśli|jeżeli|gdyby|czy|podobno|może|rzekomo|ponoć|mówią|obiecuje|obiecują|oby',
    denial:
      /^(?:(?:ale|no|haha|oczywiście)[ ,]+)*(?:żart|żartuję|nie|nieprawda|kłamstwo|oczywiście że nie|to (?:nieprawda|nie prawda|mit|żart)|nie (?:leczy|działa))(?=$|[\s.!?,;:)-]*$)/u,
  },
  tr: {
    before: 'asla hiç hiçbir',
    after: 'değil yok olmaz',
    idle: 'hiç şüphesiz|hiç şüphe|hiç kuşkusuz',
    suffix:
      /\p{L}{2}(?:m[ae]z(?:l[ae]r)?|m[ıiuü]yor\p{L}*|m[ae]d[ıi]\p{L}*|m[ae]y[ae]n|m[ae]y[ae]ca[kğ]\p{L}*|m[ae]m[ıi]ş\p{L}*)$/u,
    suppose: 'eğer|belki|keşke|güya|sözde|iddia|umarım|acaba',
    supposeSuffix: /\p{L}{3}(?:rsa|rse|sa|se|saydı|seydi)$/u,
    denial:
      /^(?:(?:ama|haha)[ ,]+)*(?:şaka|şaka yapıyorum|hayır|yok|yalan|değil|tabii ki hayır|doğru değil)(?=$|[\s.!?,;:)-]*$)/u,
  },
  sv: {
    before: 'inte aldrig ingen inget inga utan knappast ej',
    after: 'inte aldrig ej',
    idle: 'inte bara|inte endast|inte konstigt|utan tvekan|inte ljuga',
    suppose: 'om|skulle|kunde|kanske|påstås|påstår|hoppas|lovar|sägs',
    denial:
      /^(?:(?:men|haha)[ ,]+)*(?:skojar|skämtar|bara skojar|nej|inte|inte alls|lögn|(?:det )?(?:stämmer|är|gör|funkar)(?: det)? inte(?: sant)?)(?=$|[\s.!?,;:)-]*$)/u,
  },
  da: {
    before: 'ikke aldrig ingen intet uden næppe ej',
    after: 'ikke aldrig',
    idle: 'ikke kun|ikke bare|ikke underligt|uden tvivl|ikke løgn',
    suppose: 'hvis|ville|kunne|måske|påstås|påstår|håber|lover|siges|om',
    denial:
      /^(?:(?:men|haha)[ ,]+)*(?:bare sjov|joke|nej|nei|ikke|slet ikke|løgn|tuller|bare tull|(?:det )?(?:passer|er|gør|virker)(?: det)? ikke(?: sandt| sant)?)(?=$|[\s.!?,;:)-]*$)/u,
  },
  fi: {
    before: 'ei en et emme ette eivät ilman koskaan',
    idle: 'ei vain|ei pelkästään|ei ihme|ei epäilystäkään',
    suppose: 'jos|ehkä|kai|muka|väittää|lupaa|toivon|toivottavasti|voisi',
    denial: /^(?:(?:mutta|haha)[ ,]+)*(?:vitsi|vitsailen|ei|ei oikeasti|ei pidä paikkaansa|valhe)(?=$|[\s.!?,;:)-]*$)/u,
  },
  ru: {
    before: 'не нет никогда без ни никто ничто ничего никакой никакая никакие нельзя',
    idle: 'не только|не просто|не шучу|не вру|без сомнения|без сомнений|не могу поверить|не удивительно',
    suppose: 'если|бы|якобы|может|возможно|говорят|обещают|обещает|надеюсь|будто|ли',
    denial:
      /^(?:(?:ну|но|ха+)[ ,]+)*(?:шучу|шутка|нет|неправда|не|вру|ложь|это (?:неправда|не так|миф))(?=$|[\s.!?,;:)-]*$)/u,
  },
  ja: {
    before: '',
    suffix: /ない|なかっ|なく|ません|ませ|ず$|わけでは|とは限/u,
    idle: 'だけでなく|だけじゃなく|間違いない|しかない|違いない',
    suppose: 'もし|かも|かもしれ|なら|たら|らしい|そう|と言われ|でしょう|か',
    denial: /^(?:冗談|嘘|うそ|ウソ|なんて|いいえ|違い|ではない|そんなこと|本当では)/u,
  },
  ko: {
    before: '안 못',
    after: '안 못',
    suffix: /않|없|못|아니|아닙|말고/u,
    idle: '뿐만 아니라|뿐 아니라|만 아니라',
    suppose: '만약|만일|혹시|아마|다면|면|라면|까요|나요',
    denial: /^(?:농담|거짓말|아니|아뇨|사실이? ?아)/u,
  },
  zh: {
    before: '不 没 沒 无 無 非 未 没有 不能 不会 不是 别 勿 並不 并不 從不 从不 無法 无法',
    idle: '不仅|不但|不只|不愧|不得不|无疑|非常|无比|不僅|無疑',
    suppose: '如果|假如|若|据说|可能|也许|或许|希望|听说|號稱|号称|吗|嗎',
    denial: /^(?:开玩笑|開玩笑|假的|骗你|不是|才怪|没有|沒有|并不|並不)/u,
  },
  hi: {
    before: 'नहीं न बिना मत कोई',
    after: 'नहीं नही',
    idle: 'न केवल|न सिर्फ',
    suppose: 'अगर|यदि|शायद|काश|कहते|दावा',
    denial: /^(?:मज़ाक|मजाक|झूठ|नहीं|नही)/u,
  },
  ar: {
    before: 'لا لم لن ليس ليست بدون دون غير ما',
    idle: 'ليس فقط|لا شك|بدون شك',
    suppose: 'إذا|لو|ربما|قد|يقولون|يزعم|يزعمون|أتمنى',
    denial: /^(?:أمزح|كذب|لا|ليس|غير صحيح)/u,
  },
}
