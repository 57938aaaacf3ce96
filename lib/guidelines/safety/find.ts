import { primary } from '../../text/language.ts'
import type { Span } from '../../text/normalise.ts'
import { apart, outside } from '../../text/spans.ts'
import { findTerms, termsOf } from '../../text/terms.ts'
import type { Terms } from '../../text/terms.ts'
import { findProfanity } from '../profanity/find.ts'
import type { PostView } from '../view.ts'
import { TIERS, categories } from './categories.ts'
import type { Category, Tier } from './categories.ts'
import { OTHERWISE, SAFETY_WORDS } from './words.ts'

/** A word that touches a sensitive topic; the span is in the normalised caption. */
export interface SafetyHit extends Span {
  readonly category: Category
  readonly tier: Tier
  /** Its tier is one lower than the word's own, for the caption is about news, health, a recipe or a story. */
  readonly eased: boolean
}

interface Lexicon {
  readonly terms: Terms
  /** By the number of the term. */
  readonly entries: readonly { readonly category: Category; readonly tier: Tier }[]
}

/**
 * Wording that tells why a topic is touched: news, medicine, cooking, books and films. Such captions weigh a word one
 * tier less, for they are where lists are wrong most often (compliance.md section 4).
 */
const EASING =
  /(?<![\p{L}\p{M}\p{N}])(?:breaking news|news|newspaper|according to|report(?:s|ed)?|journalis[mt]|awareness|charity|fundrais(?:er|ing)|donat(?:e|ion)s?|survivors?|helpline|hotline|diagnosis|symptoms?|doctor|therap(?:y|ist)|hospital|screening|sober|sobriety|recipe|tbsp|tsp|oven|marinade|simmer|film|movie|novel|series|episode|season \d|song|album|lyrics|podcast|documentary|museum|history|nachrichten|bericht(?:et)?|aufklärung|spenden?|überlebende|arzt|ärztin|therapie|klinik|vorsorge|rezept|backofen|buch|roman|serie|folge|album|dokumentation|museum|geschichte|actualités?|selon|sensibilisation|médecin|thérapie|hôpital|dépistage|recette|série|épisode|chanson|documentaire|musée|histoire|noticias|según|concienciación|donación|médico|terapia|hospital|receta|horno|película|libro|novela|canción|documental|historia|notizie|sensibilizzazione|medico|ospedale|ricetta|forno|libro|romanzo|canzone|documentario|storia|notícias|conscientização|doação|receita|forno|filme|livro|música|documentário|nieuws|volgens|bewustwording|donatie|dokter|therapie|ziekenhuis|recept|oven|boek|liedje|documentaire|geschiedenis)(?![\p{L}\p{M}\p{N}])/u

const lexicons = new Map<string, Lexicon>()
let otherwise: Terms | null = null

/** Languages with a list of words. */
export function knowsLanguage(lang: string | null): boolean {
  return lang === null || Object.hasOwn(SAFETY_WORDS, primary(lang) ?? 'en')
}

/** Every word of the caption that touches one of the topics, in order, the heavier where two overlap. */
export function findSafety(view: PostView): SafetyHit[] {
  const lang = primary(view.lang) ?? 'en'
  const { terms, entries } = lexiconOf(Object.hasOwn(SAFETY_WORDS, lang) ? lang : 'en')
  const { normal, words } = view
  const found: Omit<SafetyHit, 'eased'>[] = []
  if (knowsLanguage(lang)) {
    for (const [number, hits] of findTerms(normal, words, terms)) {
      const entry = entries[number]
      if (entry) for (const hit of hits) found.push({ start: hit.start, end: hit.end, ...entry })
    }
  }
  for (const { start, end, sure } of findProfanity(view)) {
    found.push({ start, end, category: 'obscenity', tier: sure ? 'medium' : 'low' })
  }
  if (found.length === 0) return []
  otherwise ??= termsOf(split(OTHERWISE), 'en')
  const meant = outside(found, [...findTerms(normal, words, otherwise).values()].flat())
  const eased = meant.length > 0 && EASING.test(normal.text)
  return apart(meant, isHeavier).flatMap((hit) => ease(hit, eased))
}

function isHeavier(a: Omit<SafetyHit, 'eased'>, b: Omit<SafetyHit, 'eased'>): boolean {
  return TIERS.indexOf(a.tier) < TIERS.indexOf(b.tier)
}

/** Words that are never suitable keep their tier; what is lowest already is no match then. */
function ease(hit: Omit<SafetyHit, 'eased'>, eased: boolean): SafetyHit[] {
  if (!eased || hit.tier === 'floor' || hit.category === 'obscenity') return [{ ...hit, eased: false }]
  const lower = TIERS[TIERS.indexOf(hit.tier) + 1]
  return lower === undefined ? [] : [{ ...hit, tier: lower, eased: true }]
}

function lexiconOf(lang: string): Lexicon {
  const known = lexicons.get(lang)
  if (known) return known
  const phrases: string[] = []
  const entries: { category: Category; tier: Tier }[] = []
  for (const category of categories) {
    for (const tier of TIERS) {
      for (const phrase of split(SAFETY_WORDS[lang]?.[category]?.[tier] ?? '')) {
        phrases.push(phrase)
        entries.push({ category, tier })
      }
    }
  }
  const lexicon = { terms: termsOf(phrases, lang), entries }
  lexicons.set(lang, lexicon)
  return lexicon
}

function split(list: string): string[] {
  return list.split(',').flatMap((one) => one.trim() || [])
}
