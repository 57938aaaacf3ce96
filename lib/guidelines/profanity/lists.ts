import { cuss as en } from 'cuss'
import { cuss as es } from 'cuss/es'
import { cuss as fr } from 'cuss/fr'
import { cuss as it } from 'cuss/it'
import { cuss as pt } from 'cuss/pt'
import naughtyEn from 'naughty-words/en.json' with { type: 'json' }
import naughtyEs from 'naughty-words/es.json' with { type: 'json' }
import naughtyFr from 'naughty-words/fr.json' with { type: 'json' }
import naughtyIt from 'naughty-words/it.json' with { type: 'json' }
import naughtyPt from 'naughty-words/pt.json' with { type: 'json' }

/**
 * The languages that both packages know: `cuss` (MIT, words rated by how sure it is) and `naughty-words` (the List of
 * Dirty, Naughty, Obscene, and Otherwise Bad Words, CC BY 4.0). Each alone is too wide: one counts "chunky" and "spit",
 * the other "nude" and "lolita". What both list is worth a person's look.
 */
const LISTS: Readonly<Record<string, readonly [Record<string, number>, readonly string[]]>> = {
  en: [en, naughtyEn],
  es: [es, naughtyEs],
  fr: [fr, naughtyFr],
  it: [it, naughtyIt],
  pt: [pt, naughtyPt],
}

/** In both lists, and yet words of medicine, food, fashion, animals or everyday. */
const ALLOWED = new Set(
  `anal anus bondage boob boobs clitoris ejaculation incest intercourse kinky nipple nude orgasm orgy pedophile penis playboy
  porn porno pornography poof rape rapist rectum scat semen sex sexy sexual sexually smut snatch spunk suck swastika twink
  twinkie vagina vibrator vulva xxx lolita cornhole dingleberry coon coons
  asesinato asno caca chupada chupetón concha heroína idiota imbécil infierno maciza martillo orina pedo pezón pinche pis
  prostituta racista ramera sádico semen sexo trio
  baiser bander chatte gueule pédale ramoner tapette
  anale boiata cacca cagna casci cesso chiappa bordello cornuto fava femminuccia goldone guardone lofare loffa loffare mona
  mussa padulo palle palloso pecorina picio pippa pippone pistolotto pomiciare porco potta rizzarsi sbattersi soccia socmel
  sveltina tette allupato ammucchiata
  burro pau ânus pênis veado bicha xana corno cacete`.split(/\s+/),
)

const sets = new Map<string, ReadonlySet<string>>()

/** The single words that both packages list for a language; empty for languages that only one of them knows. */
export function listedWords(lang: string): ReadonlySet<string> {
  const known = sets.get(lang)
  if (known) return known
  const lists = Object.hasOwn(LISTS, lang) ? LISTS[lang] : undefined
  const [rated = {}, naughty = []] = lists ?? []
  const words = naughty.map((word) => word.toLowerCase())
  const agreed = words.filter((word) => Object.hasOwn(rated, word) && (rated[word] ?? 0) >= 1 && !ALLOWED.has(word))
  const set = new Set(agreed.filter((word) => !word.includes(' ')))
  sets.set(lang, set)
  return set
}
