import { createFeatures, extract } from './features.ts'
import { formOf, piecesOf } from './forms.ts'
import { createNet } from './net.ts'
import { languageSums, routeOf, scriptOf } from './route.ts'
import type { Route, Voiced } from './route.ts'
import { blend } from './softmax.ts'
import type { Probabilities } from './softmax.ts'
import { NO_PULL, pullOf, rootsOf, sumOf, tableMoved, tableSays, weightOf } from './table.ts'
import type { Pull, Roots } from './table.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'
import type { Table, ToneWeights } from './weights.ts'

/** A token's form with what the tables say of its pieces: summed once, then remembered. */
export interface Known extends Voiced {
  readonly english: Pull
  readonly others: Pull
  readonly spam: number
  /** Row of the net's vocabulary; -1 for what the net does not read. */
  readonly id: number
}

/** What the model makes of a text. Of an unsupported language its signs are all that is read. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly forms: readonly Known[]
  readonly route: Route
  readonly probabilities: Probabilities
  /** By token: how far it moved the text from negative (below 0) to positive (above 0), in log-odds. */
  readonly moved: readonly number[]
}

export interface Model {
  /** @param hint the page's language, BCP 47; null when unknown */
  read(text: string, hint: string | null): Reading
  /** Probability that a comment is advertising or was written by a machine. */
  readonly spamOf: (text: string) => number
}

/** Words remembered; forgotten together when more come. */
const REMEMBERED = 30_000
const UNKNOWN_WORD = 1

export function createModel(weights: ToneWeights): Model {
  const { english, others, spam, lexicons } = weights
  const memory = new Map<string, Known>()
  const features = createFeatures()
  const net = createNet(weights.net)
  const lexical = {
    english: sumWeights((index) => weightOf(english, index)),
    others: sumWeights((index) => weightOf(others, index)),
    net: sumWeights(net.weightOf),
  }

  const know = ({ kind, raw }: Token): Known => {
    // No other token begins like a word; hashtags do.
    const key = kind === 'hashtag' ? `#${raw}` : raw
    const remembered = memory.get(key)
    if (remembered) return remembered
    if (memory.size >= REMEMBERED) memory.clear()
    const met = meet(kind, raw)
    memory.set(key, met)
    return met
  }

  const meet = (kind: Token['kind'], raw: string): Known => {
    const form = formOf(kind, raw, lexicons)
    const id = kind === 'link' ? -1 : (weights.net.vocabulary.get(form.text) ?? UNKNOWN_WORD)
    if (kind !== 'word' && kind !== 'hashtag')
      return { ...form, pieces: 0, english: NO_PULL, others: NO_PULL, spam: 0, language: null, script: 'scored', id }
    const pieces = piecesOf(form.text)
    return {
      ...form,
      pieces: pieces.length,
      english: pullOf(english, pieces, 0, pieces.length),
      others: pullOf(others, pieces, 0, pieces.length),
      spam: sumOf(spam.table, pieces, 0, pieces.length),
      language: languageSums(weights, pieces),
      script: scriptOf(raw),
      id,
    }
  }

  /** Adds the part of each form that the lexicons' sums carry, by the weight each sum has. */
  const addLexicons = (moved: number[], forms: readonly Known[], { own, vader, sign }: SumWeights): void => {
    for (let i = 0; i < forms.length; i++) {
      const valence = features.own[i] ?? 0
      const value = features.vader[i] ?? 0
      const signed = forms[i]?.sign ?? 0
      if (valence === 0 && value === 0 && signed === 0) continue
      moved[i] =
        (moved[i] ?? 0) +
        (valence / 5) * (valence > 0 ? own.positive : own.negative) +
        (value / 4) * (value > 0 ? vader.positive : vader.negative) +
        (signed / 3) * sign
    }
  }

  const tableReads = (name: 'english' | 'others', forms: readonly Known[], roots: Roots): Said => {
    const table: Table = weights[name]
    const pulls = forms.map((form) => form[name])
    const moved = tableMoved(table, pulls, roots, features)
    addLexicons(moved, forms, lexical[name])
    return { says: tableSays(table, pulls, roots, features), moved }
  }

  const netReads = (forms: readonly Known[]): Said => {
    const says = net.says(forms, features.dense)
    const moved = forms.map(() => 0)
    net.addMoved(moved)
    addLexicons(moved, forms, lexical.net)
    return { says, moved }
  }

  return {
    read(text, hint) {
      const all = tokensOf(text)
      const known = all.map(know)
      const route = routeOf(text, known, hint, weights)
      // Where the words say nothing to us, the emoji still do.
      const isRead = route.support !== 'unsupported'
      const tokens = isRead ? all : all.filter(isSign)
      const forms = isRead ? known : known.filter(isSign)
      extract(forms, lexicons.own.get(route.lang ?? '') ?? null, features)
      const roots = rootsOf(forms, features)
      const inEnglish = () => mix(weights.blend, tableReads('english', forms, roots), netReads(forms))
      const inOthers = () => tableReads('others', forms, roots)
      const { says, moved } =
        route.english === 1
          ? inEnglish()
          : route.english === 0
            ? inOthers()
            : mix(route.english, inEnglish(), inOthers())
      return { tokens, forms, route, probabilities: says, moved }
    },

    spamOf: (text) => {
      const forms = tokensOf(text).map(know)
      extract(forms, null, features)
      const roots = rootsOf(forms, features)
      let sum = sumOf(spam.table, features.hashes, 0, features.count) * roots.hashes
      for (const form of forms) sum += form.spam * roots.pieces
      let logit = sum * spam.scale + spam.bias
      for (const [i, weight] of spam.dense.entries()) logit += weight * (features.dense[i] ?? 0)
      return 1 / (1 + Math.exp(-logit))
    },
  }
}

function isSign({ kind }: Pick<Token, 'kind'>): boolean {
  return kind === 'emoji' || kind === 'emoticon'
}

/** What the sums of the lexicons weigh between positive and negative, for words of either sign. */
interface SumWeights {
  readonly own: { readonly positive: number; readonly negative: number }
  readonly vader: { readonly positive: number; readonly negative: number }
  readonly sign: number
}

/** By the places of the sums among the dense numbers (`DENSE`). */
function sumWeights(weightFor: (index: number) => number): SumWeights {
  return {
    own: { positive: weightFor(0) + weightFor(1), negative: weightFor(0) - weightFor(2) },
    vader: { positive: weightFor(6) + weightFor(4), negative: weightFor(6) - weightFor(5) },
    sign: weightFor(10),
  }
}

interface Said {
  readonly says: Probabilities
  readonly moved: readonly number[]
}

/** `share` of the one and the rest of the other. */
function mix(share: number, one: Said, other: Said): Said {
  return {
    says: blend(share, one.says, other.says),
    moved: one.moved.map((by, i) => share * by + (1 - share) * (other.moved[i] ?? 0)),
  }
}
