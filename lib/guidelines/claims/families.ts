import type { AuthorityId } from './authorities.ts'

/** What is claimed, or what may only be spoken of with care. Names for storage; words are in the locale files. */
export const FAMILIES = [
  'cure',
  'proven',
  'doctors',
  'immunity',
  'weight',
  'safety',
  'guarantee',
  'superlative',
  'price',
  'finance',
  'crypto',
  'alcohol',
  'gambling',
  'nicotine',
  'procedures',
  'food',
  'green',
  'children',
  'cosmetics',
  'reviews',
] as const
export type Family = (typeof FAMILIES)[number]

/** One way of making a claim: a pattern over the normalised caption, with gaps that are bounded. */
export interface ClaimPattern {
  readonly family: Family
  readonly lang: string
  readonly pattern: RegExp
  readonly by: readonly AuthorityId[]
  /** It claims that something is not there ("no side effects"): its own negation denies nothing. "No. 1" only looks so. */
  readonly negative?: boolean
}

const HEALTH: readonly AuthorityId[] = ['ftcHealth', 'capMedicines', 'euHealthClaims']
const MISLEADING: readonly AuthorityId[] = ['ftcAct', 'capMisleading', 'euUnfair']
const FINANCE: readonly AuthorityId[] = ['fca', 'ftcAct', 'euUnfair']
const GREEN: readonly AuthorityId[] = ['euGreen', 'ftcGreen', 'cmaGreen']
const ADULT: readonly AuthorityId[] = ['frInfluence', 'capGambling']

const ILLNESS =
  'acne|eczema|psoriasis|rosacea|diabetes|cancer|anxiety|depression|arthritis|migraines?|asthma|adhd|covid|infections?|diseases?|pcos|ibs|insomnia|flu|colds?|virus(?:es)?|inflammation'

function en(family: Family, source: string, by: readonly AuthorityId[]): ClaimPattern {
  return { family, lang: 'en', pattern: new RegExp(String.raw`\b(?:${source})(?![\p{L}\p{N}])`, 'gu'), by }
}

function other(family: Family, lang: string, source: string, by: readonly AuthorityId[]): ClaimPattern {
  const spaced = !/^(?:ja|zh|ko)$/.test(lang)
  const pattern = spaced ? String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])` : source
  return { family, lang, pattern: new RegExp(pattern, 'gu'), by }
}

function negative(pattern: ClaimPattern): ClaimPattern {
  return { ...pattern, negative: true }
}

/**
 * The starter families of compliance.md section 3, rebuilt from its facts. A hit is for a person to look at, never
 * a failure by itself: brands make what they ban their own with the banned-claim rule.
 */
export const CLAIM_PATTERNS: readonly ClaimPattern[] = [
  en(
    'cure',
    String.raw`(?:cur(?:e[sd]?|ing)|heal(?:s|ed|ing)?|revers(?:e[sd]?|ing)|eliminat(?:e[sd]?|ing))(?![\p{L}]).{0,25}?\b(?:${ILLNESS})`,
    HEALTH,
  ),
  en('cure', String.raw`(?:a|the|real|natural|miracle)\s+(?:cure|remedy)\s+for`, HEALTH),
  en('cure', String.raw`(?:treats|prevents?|fights?|kills?)\s.{0,20}?\b(?:${ILLNESS})`, HEALTH),
  en(
    'cure',
    String.raw`(?:better than|instead of|replaces?|ditch(?:ed)? my|stopped taking my)\s.{0,20}?\b(?:medication|meds|botox|ozempic|antidepressants?|insulin|prescriptions?|sunscreen)`,
    HEALTH,
  ),
  en('proven', String.raw`(?:clinically|scientifically|medically|dermatologically)[\s-]+(?:proven|backed)`, HEALTH),
  en(
    'doctors',
    String.raw`(?:doctors?|dermatologists?|nutritionists?|dentists?|physicians?)[\s-]+(?:recommended|approved|love)|recommended by (?:my |a )?(?:doctors?|dermatologists?)`,
    ['euHealthClaims', 'capFood', 'ftcHealth'],
  ),
  en(
    'immunity',
    String.raw`(?:boost(?:s|ed|ing)?|strengthen(?:s|ed)?|supercharges?)\s.{0,15}?\b(?:immunity|immune(?: system)?)`,
    ['euHealthClaims', 'capFood', 'ftcHealth'],
  ),
  en(
    'immunity',
    String.raw`detox(?:es|ify(?:ing)?|ifies)?|cleanses? your (?:liver|body|gut)|flush(?:es)? (?:out )?toxins?`,
    ['euHealthClaims', 'capFood', 'ftcHealth'],
  ),
  en(
    'weight',
    String.raw`(?:lo(?:se|ses|st|sing)|drop(?:s|ped|ping)?|shed(?:s|ding)?|down)\s+(?:up to\s+)?\d+(?:[.,]\d+)?\s?(?:kgs?|kilos?|lbs?|pounds?|stone|inch(?:es)?|dress sizes?)`,
    ['ftcGutCheck', 'euHealthClaims', 'capMedicines'],
  ),
  negative(
    en(
      'weight',
      String.raw`(?:without|no)\s+(?:any\s+)?(?:diet(?:ing)?|exercise|gym)(?:\s+(?:or|and)\s+(?:diet(?:ing)?|exercise))?|eat (?:whatever|anything) you (?:want|like)\s.{0,20}?\b(?:lose|slim|weight)`,
      ['ftcGutCheck', 'capMedicines'],
    ),
  ),
  en(
    'weight',
    String.raw`(?:burn|melt|torche?|block)(?:s|ing)?\s.{0,12}?(?:fat|calories|carbs)|speeds? up (?:your |my )?metabolism|suppress(?:es)? (?:your |my )?appetite`,
    ['ftcGutCheck', 'capMedicines', 'euHealthClaims'],
  ),
  en(
    'weight',
    String.raw`(?:permanent(?:ly)?|for good|forever)\s.{0,20}?\b(?:weight loss|slim|lose weight)|keeps? it off forever`,
    ['ftcGutCheck', 'capMedicines'],
  ),
  negative(
    en(
      'safety',
      String.raw`(?:no|zero|without(?: any)?) side[\s-]effects?|(?:completely|totally|100\s?%) safe`,
      HEALTH,
    ),
  ),
  en(
    'guarantee',
    String.raw`guarantee[ds]?\s.{0,15}?\b(?:results?|success|returns?|profits?|income|win(?:s|nings?)?)|(?:results?|success|returns?|profits?|income)\b[^.!?]{0,15}?\bguaranteed`,
    MISLEADING,
  ),
  en(
    'guarantee',
    String.raw`(?:overnight|instant(?:ly)?|in (?:just )?(?:one|1|two|2|three|3) days?)\s.{0,20}?\b(?:results?|clear(?:s|ed)?|erase[sd]?|gone|transform(?:s|ed|ation)?)`,
    MISLEADING,
  ),
  en('guarantee', String.raw`works? for (?:everyone|everybody|all skin types|anyone)`, ['ftcGutCheck', 'euCosmetics']),
  en('guarantee', String.raw`miracle\s+(?:cream|cure|pill|serum|product|drink|tea|drops?)`, MISLEADING),
  en(
    'superlative',
    String.raw`(?:(?:the )?(?:world|uk|market)'?s\s+(?:best|strongest|fastest|safest|cheapest)|(?:best|cheapest|safest) in the (?:world|market|country))`,
    MISLEADING,
  ),
  {
    negative: true,
    family: 'superlative',
    lang: 'en',
    by: MISLEADING,
    pattern:
      /(?<![\p{L}\p{N}])(?:#\s?1|no\.?\s?1|number[\s-]one|n°\s?1)(?!\s+of\b)(?![\p{L}\p{N}]).{0,25}?\b(?:brand|serum|cream|app|product|choice|rated|selling|in (?:the )?(?:world|country|uk|us|market))\b/gu,
  },
  en('price', String.raw`(?:totally|completely|absolutely|100\s?%) free|free of charge`, MISLEADING),
  en(
    'price',
    String.raw`(?:only|just) (?:\d+ (?:left|hours?|minutes?)|today)|last chance|selling out fast|ends (?:tonight|at midnight)`,
    MISLEADING,
  ),
  negative(
    en(
      'finance',
      String.raw`(?:risk|zero|no)[\s-]*(?:free|risk)(?<!\bno free|zero free)|(?:can't|cannot|can not) lose`,
      FINANCE,
    ),
  ),
  en(
    'finance',
    String.raw`\d{1,4}\s?%\s*(?:returns?|profit|apy|roi|(?:a|per|every) (?:day|week|month)|daily|weekly|monthly)`,
    FINANCE,
  ),
  en(
    'finance',
    String.raw`financial freedom|passive income|get rich|quit your (?:job|9[\s-]to[\s-]5)|double your money|make \$?\d[\d,.]{0,12}k? (?:a|per) (?:day|week|month)`,
    FINANCE,
  ),
  en(
    'finance',
    String.raw`buy now before|(?:going |straight )to the moon|next (?:100|10)x|(?:100|10)x (?:gem|coin|token)|insider (?:tip|info)|can only go up`,
    ['fca', 'euCrypto'],
  ),
  en('finance', String.raw`pay in (?:3|4)|buy now,? pay later|interest[\s-]free|0\s?% (?:apr|finance)`, ['fca']),
  en('crypto', String.raw`(?:crypto|bitcoin|btc|ethereum|eth|token presale|airdrop|nft|staking|defi|memecoin)s?`, [
    'euCrypto',
    'asciCrypto',
    'fca',
  ]),
  en(
    'alcohol',
    String.raw`vodka|gin|rum|whisk(?:e)?y|tequila|wine|prosecco|champagne|beer|lager|cider|hard seltzer|cocktails?|aperol|spritz`,
    ['capAlcohol', 'frInfluence'],
  ),
  en(
    'alcohol',
    String.raw`(?:wine|gin|vodka|beer|prosecco|drink|cocktail)s?\b.{0,30}?\b(?:cures? everything|therapy|de-?stress(?:es)?|helps? (?:me|you) (?:relax|cope|sleep)|takes the edge off|liquid courage|confidence)`,
    ['capAlcohol'],
  ),
  en(
    'alcohol',
    String.raw`down(?:ing|ed)? (?:shots|it in one)|bottomless|hammered|blackout|drink(?:ing)? games?|bing(?:e|ing) drink(?:ing)?`,
    ['capAlcohol'],
  ),
  en(
    'gambling',
    String.raw`bet(?:ting|s)? (?:on|slip|code)|sportsbook|casino|free (?:bets?|spins?)|jackpot|odds boost|parlay|slots?`,
    ['capGambling', 'frInfluence'],
  ),
  en(
    'nicotine',
    String.raw`vap(?:e|es|ing)|e-?cig(?:arette)?s?|nicotine (?:pouch(?:es)?|salts?)|snus|elf ?bars?|cigars?`,
    ADULT,
  ),
  en('procedures', String.raw`lip fillers?|botox|rhinoplasty|nose job|bbl|veneers|liposuction|thread lift`, [
    'frInfluence',
    'capMedicines',
  ]),
  en(
    'food',
    String.raw`doughnuts?|crisps|chocolate bars?|fizzy drinks?|energy drinks?|sweets|milkshakes?|pizza|burgers?|fries`,
    ['ukLessHealthy'],
  ),
  en('children', String.raw`(?:ask|tell|beg|get) your (?:mum|mom|dad|parents?) (?:to|for)`, [
    'euUnfair',
    'capChildren',
  ]),
  en(
    'green',
    String.raw`eco[\s-]?friendly|environment(?:ally)?[\s-]friendly|planet[\s-]friendly|climate[\s-]friendly|green (?:product|choice|brand)|sustainable|good for the planet|biodegradable|non[\s-]?toxic|chemical[\s-]free`,
    GREEN,
  ),
  en(
    'green',
    String.raw`(?:carbon|climate|co2)[\s-]?(?:neutral|negative|positive|free)|net[\s-]zero|zero emissions?`,
    GREEN,
  ),
  en(
    'reviews',
    String.raw`(?:leave|write|post) (?:a |us a )?(?:5|five)[\s-]?stars?\b.{0,40}?\b(?:win|discount|free|gift|code)`,
    ['ftcReviews', 'euUnfair'],
  ),
  en(
    'cosmetics',
    String.raw`(?:10|ten|20|twenty) years younger|erases? (?:wrinkles|dark spots|scars)|removes? (?:wrinkles|cellulite|stretch marks)`,
    ['euCosmetics', 'ftcAct'],
  ),
  other(
    'cure',
    'de',
    String.raw`(?:heilt|geheilt|heilung von|lindert|bekämpft)(?!\p{L}).{0,25}?(?<!\p{L})(?:akne|neurodermitis|migräne|krebs|diabetes|angst|depression(?:en)?)`,
    HEALTH.toReversed(),
  ),
  other('guarantee', 'de', String.raw`garantiert(?:e[rsn]?)? (?:erfolg|ergebnis(?:se)?)`, MISLEADING.toReversed()),
  negative(other('safety', 'de', String.raw`100\s?% sicher|ohne nebenwirkungen`, HEALTH.toReversed())),
  other('proven', 'de', String.raw`klinisch (?:bewiesen|getestet)`, HEALTH.toReversed()),
  other('green', 'de', String.raw`klimaneutral(?:e[rsnm]?)?|umweltfreundlich(?:e[rsnm]?)?`, GREEN),
  other(
    'cure',
    'fr',
    String.raw`(?:guérit|soigne|élimine|fait disparaître)(?!\p{L}).{0,25}?(?:acné|eczéma|migraines?|cancer|diabète|cellulite|rides)`,
    ['frInfluence', 'euHealthClaims'],
  ),
  other(
    'cure',
    'es',
    String.raw`(?:cura|elimina|sana)(?!\p{L}).{0,25}?(?:acné|eccema|migrañas?|cáncer|diabetes|celulitis)`,
    ['euHealthClaims'],
  ),
  other(
    'cure',
    'pt',
    String.raw`(?:cura|elimina|trata)(?!\p{L}).{0,25}?(?:acne|eczema|enxaqueca|câncer|diabetes|celulite)`,
    ['conar'],
  ),
  other(
    'cure',
    'ja',
    String.raw`(?:シミ|シワ|ニキビ|アトピー)が?(?:消え(?:る|た)|治(?:る|った))|(?:必ず|絶対に?)(?:痩せ|効(?:く|きます))`,
    ['jpClaims'],
  ),
  negative(other('safety', 'ja', String.raw`副作用は?(?:ありません|なし)`, ['jpClaims'])),
  other('superlative', 'ja', String.raw`(?:満足度|売上|人気|シェア)\s?(?:no\.?\s?1|ナンバーワン|第?1位)`, ['jpClaims']),
  other(
    'superlative',
    'zh',
    String.raw`国家级|最高级|最佳|最好|最低价?|第一品牌|全网第一|唯一|顶级|极品|万能|绝无仅有|销量冠军`,
    ['cnAdvertising'],
  ),
  other('superlative', 'ko', String.raw`최저가|세계 ?최초`, ['krFair']),
  other('guarantee', 'ko', String.raw`100\s?% ?보장|무조건 ?빠`, ['krFair']),
  negative(other('cure', 'ko', String.raw`부작용 ?없|완치`, ['krFair'])),
  other('cure', 'tr', String.raw`tedavi eder|iyileştirir|yok eder`, ['trHealth']),
]
