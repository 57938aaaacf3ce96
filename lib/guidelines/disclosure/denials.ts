import type { Relationship } from '../../domain/partner.ts'
import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'
import { matchesOf } from '../../text/matches.ts'
import { positionOf, sourceSpan } from '../../text/normalise.ts'
import { withoutAccents } from '../../text/accents.ts'

/** "Not an ad" and the like (compliance.md 7.3 step 3). */
export interface Denial extends Span {
  /** What it denies: that this is advertising at all, or that anybody paid. */
  readonly denies: 'advertising' | 'payment'
}

/**
 * How a language denies. Patterns for normalised text without accents; a space stands for any gap, and for
 * none in hashtags. `no` then `fill` (any number up to four) then what is denied; languages that put the
 * negation last give it in `after`.
 */
interface Words {
  readonly no?: string
  /** Begins a denial in a hashtag only: "no ads" in a sentence is what apps promise. */
  readonly noInTag?: string
  readonly fill?: string
  readonly after?: string
  readonly ads: string
  readonly paid: string
  /** Whole expressions. */
  readonly alsoPaid?: string
}

const LANGUAGES: Readonly<Record<string, Words>> = {
  en: {
    no: "not|isn't|isnt|ain't|aint|wasn't|wasnt|aren't|arent|weren't|never|non",
    noInTag: 'no|un',
    fill: 'a|an|the|any|in|way|being|been|even|actually|really|technically|getting|this|is|my',
    ads: 'ads?|adverts?|advertisements?|advertising|commercial|a?paid ?ad',
    paid: 'sponsored|spon|spons|sponcon|paid (?:partnerships?|promotions?|promo|posts?|for|by|to)|affiliated|a collab|collab',
    alsoPaid: 'unsponsored|no sponsors?|no sponsorship',
  },
  de: {
    no: 'keine?|nicht',
    noInTag: 'ohne',
    fill: 'eine?|hier|das|dies|ist|als',
    ads: 'werbung|anzeige|ad|werbepost|werbebeitrag',
    paid: 'gesponsert|gesponserte[rsn]? (?:beitrag|post|video|werbung)|bezahlt|bezahlte (?:werbung|anzeige|kooperation|partnerschaft)|kooperation|sponsored',
  },
  fr: {
    no: "pas|non|aucune?|ce n'est pas",
    noInTag: 'sans',
    fill: "une?|de|d'|la|le|du|en",
    ads: 'publicite|pub|annonce publicitaire|ad',
    paid: 'sponso|sponsorisee?s?|collaboration commerciale|collab|partenariat(?: remunere)?|sponsored|remuneree?s?',
  },
  it: {
    no: 'non|nessuna|no',
    noInTag: 'senza',
    fill: "e|e'|una?|un'|alcuna|sono|la|di",
    ads: 'pubblicita|adv?|annuncio pubblicitario',
    paid: 'sponsorizzat[oaie]|sponsor|collaborazione(?: a pagamento)?|sponsored|retribuit[oa]|pagat[oa]',
  },
  es: {
    no: 'sin|no|ni|nada de|ninguna',
    fill: 'es|son|esto|una?|de|la|el',
    ads: 'publicidad|publi|anuncio|ad',
    paid: 'patrocinad[oa]s?|patrocinio|colaboracion pagada|colab|colaboracion|sponsored|pagad[oa]',
  },
  pt: {
    no: 'nao|nada de|nem|nenhuma',
    noInTag: 'sem',
    fill: 'e|eh|uma?|isso|isto|foi|de|a|o',
    ads: 'publicidade|publi|publipost|anuncio|propaganda|ad',
    paid: 'patrocinad[oa]s?|patrocinio|parceria(?: paga)?|pag[oa]|sponsored',
  },
  nl: {
    no: 'geen|niet',
    noInTag: 'zonder',
    fill: 'een|echt|de|is',
    ads: 'reclame|advertentie|adv?|spon',
    paid: 'gesponsord|samenwerking|betaalde? (?:samenwerking|reclame|partnerschap)|betaald|sponsored',
  },
  pl: {
    no: 'nie|to nie|zadna',
    noInTag: 'bez',
    fill: 'jest|to|zadna|jest to|byla|bedzie',
    ads: 'reklam[aayeo]|reklamowy|materialem reklamowym|materialu? reklamow\\p{L}{1,3}|ad',
    paid: 'sponsorowan\\p{L}{1,3}|wspolprac[aey](?: reklamow[aey])?|platn\\p{L}{1,3} wspolprac[aey]|oplacon\\p{L}{1,2}',
    alsoPaid: 'niesponsorowan\\p{L}{1,3}',
  },
  sv: {
    no: 'ej|inte|ingen|inget|icke',
    noInTag: 'utan',
    fill: 'en|ett|nagon|ar|det',
    ads: 'reklam|annons|ad',
    paid: 'sponsra[td]e?|samarbete|betalt(?: samarbete)?|spons',
    alsoPaid: 'osponsra[td]',
  },
  da: {
    no: 'ikke|ingen|intet',
    noInTag: 'uden',
    fill: 'en|et|er|det|noget',
    ads: 'reklame|annonce|ad',
    paid: 'sponsoreret|samarbejde|betalt(?: samarbejde)?|spons',
    alsoPaid: 'usponsoreret',
  },
  no: {
    no: 'ikke|ingen|ikkje',
    noInTag: 'uten',
    fill: 'en|et|er|det|noe',
    ads: 'reklame|annonse|ad',
    paid: 'sponset|sponsa|samarbeid|betalt(?: samarbeid)?|spons',
    alsoPaid: 'usponset',
  },
  fi: {
    no: 'ei|en|eivat',
    noInTag: 'ilman',
    fill: 'ole|mikaan|tama|siis|ole mikaan',
    ads: 'mainos|mainosta|ad',
    paid: 'sponsoroitu|kaupallinen(?: yhteistyo)?|kaupallista yhteistyota|maksettu(?: mainos)?|yhteistyo',
  },
  tr: {
    after: 'degildir|degil|icermez|icermemektedir',
    ads: 'reklam|tanitim|ad',
    paid: 'sponsorlu|sponsor|is ?birligi|ucretli',
  },
  ar: {
    no: 'ليس|ليست|مو|مش|ماهو|مب|وليس',
    noInTag: 'بدون|غير',
    fill: 'هذا|اي|ب|هو',
    ads: 'ب?(?:ال)?اعلان(?:ا|اً|ي|ات)?|ad',
    paid: 'ممول|مدفوع|برعاية|رعاية',
  },
  hi: {
    after: 'नहीं(?: है)?|नही(?: है)?|nahi|nahin',
    ads: 'विज्ञापन|ad',
    paid: 'प्रायोजित|पेड|sponsored|paid',
  },
  ko: {
    after: '(?:이|가|은|는|도|글이|글은|영상이|글)? ?(?:아님|아니|아닙|아녜|x(?![a-z])|❌)',
    ads: '광고|유료광고|ad|홍보',
    paid: '협찬|뒷광고|유료 ?협찬',
    alsoPaid:
      '내돈내산|내돈 내산|협찬 ?없이|(?:대가|원고료|협찬|광고비|금전|제품|상품)[^\\n.!?#]{0,20}(?:받지|받은 적|받은 것) ?(?:않|못|없)',
  },
  ja: {
    after: '(?:では|じゃ|じゃあ|でも)(?:ありません|ございません|ない|なく)',
    ads: '広告|宣伝|プロモーション|ステマ|pr|プロモ',
    paid: '案件|企業案件|タイアップ|スポンサー|提供',
    alsoPaid: '自腹購入|自腹|自費購入|自費で購入',
  },
  zh: {
    no: '不是|非|并非|绝非|並非',
    noInTag: '无|無|没有',
    fill: '任何|一条|一則|一则|什么|商业|打|做',
    ads: '广告|廣告|硬广|软广|ad',
    paid: '推广|合作|恰饭|赞助|商单',
    alsoPaid: '自费|自掏腰包|自购',
  },
}

/** "Unbezahlte Werbung": false of a paid post, true of a gift, where it is only a poor label. */
const UNPAID =
  '(?:un|nicht )(?:bezahlte|beauftragte)[rsn]? (?:werbung|anzeige|partnerschaft|kooperation)|' +
  'werbung,? ?[-|(/]? ?(?:unbezahlt|unbeauftragt|ohne auftrag|nicht bezahlt|selbst gekauft|selbstgekauft)|' +
  'onbetaalde (?:reclame|samenwerking|promotie)|obetalt reklam|ubetalt reklame|unpaid (?:ad|advertisement|partnership|promotion)|' +
  'pubblicita non (?:retribuita|pagata)|publicidad no (?:pagada|remunerada)|publicite non (?:remuneree|payee)'
const UNPAID_TAGS = '(?:un|nicht)(?:bezahlt|beauftragt)|onbetaald|unpaid|selbst ?gekauft'

/** Scripts that set no spaces have no words' edges either. */
const UNEDGED = new Set(['ja', 'zh', 'ko'])
const EDGE = String.raw`(?<![\p{L}\p{M}\p{N}_#@])`

/** What begins at a word's edge under one look back for all: most places are inside words, and end there. */
const atEdge = (patterns: readonly string[]): string => `${EDGE}(?:${patterns.join('|')})`

function sentence(lang: string, { no, fill, after }: Words, denied: string): string {
  const free = UNEDGED.has(lang)
  const gap = free ? String.raw`\s{0,2}` : String.raw`[\s-]{1,5}`
  const end = free ? '' : String.raw`(?![\p{L}\p{M}\p{N}_-])`
  const spaced = (words: string): string => words.replaceAll(/ (?!\?)/g, gap)
  if (after !== undefined) return `#?(?:${denied})${String.raw`\s{0,3}`}(?:${after})`
  // An apostrophe needs no gap: "d'annonce".
  const filler = fill === undefined ? '' : `(?:(?:${fill})(?<=')|(?:${fill})${gap}){0,4}`
  return `(?:${spaced(no ?? '')})${gap}${filler}#?(?:${spaced(denied)})${end}`
}

/** As in a hashtag: neither gaps nor apostrophes. */
const whole = (words: string): string => words.replaceAll(/ (?!\?)|'/g, '')

function tag({ no, noInTag, fill, after }: Words, denied: string): string {
  if (after !== undefined) return `(?:${whole(denied)})(?:${whole(after)})\\p{L}{0,4}`
  const starts = noInTag === undefined ? (no ?? '') : `${no ?? ''}|${noInTag}`
  return `(?:${whole(starts)})(?:${whole(fill ?? '')}){0,4}(?:${whole(denied)})`
}

/** Expressions stand as words do; "unpaid partnership" starts no longer word. */
const alone = (patterns: readonly string[]): string =>
  atEdge(patterns.map((words) => words.replaceAll(/ (?!\?)/g, String.raw`\s{1,4}`)))

const entries = Object.entries(LANGUAGES)
const expressions = entries.flatMap(([, { alsoPaid }]) => alsoPaid ?? [])
function sentences(denied: (words: Words) => string): string {
  const edged = entries.filter(([lang]) => !UNEDGED.has(lang))
  const free = entries.filter(([lang]) => UNEDGED.has(lang))
  const all = (group: typeof entries): string[] => group.map(([lang, words]) => sentence(lang, words, denied(words)))
  return [atEdge(all(edged)), ...all(free)].join('|')
}

const IN_TEXT = {
  advertising: new RegExp(
    sentences(({ ads }) => ads),
    'gu',
  ),
  payment: new RegExp([sentences(({ paid }) => paid), alone(expressions)].join('|'), 'gu'),
  unpaid: new RegExp(alone([UNPAID]), 'gu'),
}
const IN_TAG = {
  advertising: new RegExp(`^(?:${entries.map(([, words]) => tag(words, words.ads)).join('|')})$`, 'u'),
  payment: new RegExp(
    `^(?:${[...entries.map(([, words]) => tag(words, words.paid)), ...expressions.map((words) => words.replaceAll(' ', ''))].join('|')}|(?:not?|un)(?:paid|gifted|promo))$`,
    'u',
  ),
  unpaid: new RegExp(`^(?:${UNPAID.replaceAll(/ (?!\?)/g, '')}|${UNPAID_TAGS})$`, 'u'),
}

/** Relationships in which nobody is paid to post, so that saying so is no lie. */
const UNPAID_TIES: ReadonlySet<Relationship | null> = new Set<Relationship>(['gift', 'event', 'own-brand', 'none'])

export function nobodyPaid(relationship: Relationship | null): boolean {
  return UNPAID_TIES.has(relationship)
}

const known = new WeakMap<PostView, Map<boolean, readonly Denial[]>>()

/** Every denial in the caption, in order; looked for once per post, whatever the number of jurisdictions. */
export function findDenials(view: PostView, relationship: Relationship | null): readonly Denial[] {
  const free = nobodyPaid(relationship)
  const made = known.get(view) ?? new Map<boolean, readonly Denial[]>()
  known.set(view, made)
  const found = made.get(free) ?? search(view, free)
  made.set(free, found)
  return found
}

function search(view: PostView, free: boolean): Denial[] {
  const { normal } = view
  const text = withoutAccents(normal.text)
  const found: Denial[] = []
  const kinds = free ? (['advertising', 'payment'] as const) : (['unpaid', 'advertising', 'payment'] as const)
  for (const kind of kinds) {
    for (const match of matchesOf(text, IN_TEXT[kind])) {
      const end = match.index + match[0].trimEnd().length
      found.push({ ...sourceSpan(normal, match.index, end), denies: kind === 'advertising' ? kind : 'payment' })
    }
  }
  const read = new Map<string, (typeof kinds)[number] | undefined>()
  for (const { start, end } of view.hashtags) {
    if (end - start > 60) continue
    const key = text.slice(positionOf(normal, start) + 1, positionOf(normal, end)).replaceAll('_', '')
    if (!read.has(key))
      read.set(
        key,
        kinds.find((one) => IN_TAG[one].test(key)),
      )
    const kind = read.get(key)
    if (kind) found.push({ start, end, denies: kind === 'advertising' ? kind : 'payment' })
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  // "Keine bezahlte Werbung" denies both: the longer says so.
  let last = -1
  return found.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}
