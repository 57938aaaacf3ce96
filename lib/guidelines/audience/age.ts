import type { Span } from '../../text/normalise.ts'
import type { PostView } from '../view.ts'

/** "18+", "over 21", "ab 18 Jahren", "réservé aux plus de 18 ans" … in the normalised caption. */
const NOTICE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,])\+?\s?(?:18|19|20|21|25)\s?\+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\+\s?(?:18|21)(?![\p{N}])`,
    String.raw`(?<!\p{L})(?:over|above|aged?|from age|minimum age|must be) (?:of )?(?:18|19|20|21|25)(?:\s?(?:\+|and over|or over|years?|or older))?(?!\p{N})`,
    String.raw`(?<!\p{L})(?:adults only|legal drinking age|no under[- ]?(?:18|21)s?|not for under[- ]?(?:18|21)s?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:ab|über|erst ab|nur ab) (?:18|21)(?: jahren?)?(?!\p{N})|(?<!\p{L})ab 18(?!\p{N})|nur für erwachsene`,
    String.raw`(?:interdit|déconseillé) (?:aux? )?(?:mineurs|moins de 18 ans)|(?:réservé )?aux? (?:plus de|majeurs?)(?: 18 ans)?(?!\p{L})`,
    String.raw`(?:solo )?(?:para )?(?:mayores|maiores) de (?:18|21)(?: a[nñ]os| anos)?|prohibid[oa] (?:la venta )?a menores|proibid[oa] (?:para|a) menores`,
    String.raw`vietato ai minori(?: di 18 anni)?|maggiorenni|(?:alleen )?(?:vanaf|boven de) (?:18|21)(?: jaar)?|geen 18,? geen alcohol|nix18`,
    String.raw`(?:tylko )?(?:od|powyżej|dla osób powyżej) 18(?: lat| roku życia)?|18 yaş(?:ından büyükler| üzeri| ve üzeri)?`,
    String.raw`(?:20|18|二十|十八)(?:歳|岁|才)(?:以上|未満)|(?:만 ?)?(?:19|18)세 (?:이상|미만)|未成年|18금|старше 18(?: лет)?`,
  ].join('|'),
  'gu',
)

/** Words that speak to children and teenagers, or are about their world. */
const MINORS = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:(?:hey |hi |hello )kids|ask (?:your|ur) (?:mum|mom|mommy|mummy|dad|parents)|back to school|school ?friends|school ?mates|class ?mates|(?:middle|high|primary|elementary) ?school(?:ers)?|teens?|teenagers?|tweens?|for kids|children|schüler(?:innen)?|schulstart|schulfreunde?|mitschüler(?:innen)?|teenies?|für kinder|frag(?:t)? (?:deine|eure) (?:mama|eltern)|rentrée scolaire|copains de classe|collégiens?|lycéens?|ados?|pour (?:les )?enfants|demande(?:z)? à (?:tes|vos) parents|vuelta al cole|compañeros de clase|adolescentes?|para niños|volta às aulas|colegas de escola|para crianças|ritorno a scuola|compagni di classe|ragazzini|per bambini|schoolvrienden|tieners?|voor kinderen|powrót do szkoły|nastolat(?:ki|ków|kowie)|dla dzieci|okula dönüş|çocuklar için|gençler)(?![\p{L}\p{M}])|(?:小学生|中学生|高校生|新学期|学生党|어린이|청소년|중학생|고등학생|초등학생)`,
  'gu',
)

/** The first words that keep the post to adults; the span is in the normalised caption. */
export function findAgeNotice({ normal }: PostView): Span | null {
  const match = normal.text.matchAll(NOTICE).next().value
  if (!match) return null
  const lead = /^\s*/.exec(match[0])?.[0].length ?? 0
  return { start: match.index + lead, end: match.index + match[0].length }
}

/** Every place that speaks to minors; spans in the normalised caption. */
export function findToMinors({ normal }: PostView): Span[] {
  return [...normal.text.matchAll(MINORS)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
