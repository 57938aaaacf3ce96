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
  /** Row of the net's vocabulary. */
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

  const know = ({ kind, raw }: Token): Known => {
    // No word has a blank in it.
    const key = kind === 'word' ? raw : `${kind} ${raw}`
    const remembered = memory.get(key)
    if (remembered) return remembered
    if (memory.size >= REMEMBERED) memory.clear()
    const met = meet(kind, raw)
    memory.set(key, met)
    return met
  }

  const meet = (kind: Token['kind'], raw: string): Known => {
    const form = formOf(kind, raw, lexicons)
    const id = weights.net.vocabulary.get(form.text) ?? UNKNOWN_WORD
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

  /** The part of a form that the lexicons' sums carry, by the weight each sum has. */
  const lexiconMoved = (form: Known, i: number, weightFor: (index: number) => number): number => {
    const own = features.own[i] ?? 0
    const vader = features.vader[i] ?? 0
    const bySign = (value: number, sum: number) =>
      weightFor(sum) + (value > 0 ? weightFor(sum + 1) : -weightFor(sum + 2))
    return (
      (own / 5) * bySign(own, 0) +
      (vader / 4) * (weightFor(6) + (vader > 0 ? weightFor(4) : -weightFor(5))) +
      (form.sign / 3) * weightFor(10)
    )
  }

  const tableReads = (name: 'english' | 'others', forms: readonly Known[], roots: Roots) => {
    const table: Table = weights[name]
    const pulls = forms.map((form) => form[name])
    const moved = tableMoved(table, pulls, roots, features)
    return {
      says: tableSays(table, pulls, roots, features),
      moved: moved.map((by, i) => {
        const form = forms[i]
        return form ? by + lexiconMoved(form, i, (index) => weightOf(table, index)) : by
      }),
    }
  }

  const netReads = (forms: readonly Known[]) => {
    const read = forms.flatMap(({ kind }, i) => (kind === 'link' ? [] : [i]))
    const says = net.says(
      read.map((i) => forms[i]?.id ?? UNKNOWN_WORD),
      features.dense,
    )
    const moved = forms.map((form, i) => lexiconMoved(form, i, net.weightOf))
    for (const [at, by] of net.moved().entries()) {
      const i = read[at] ?? 0
      moved[i] = (moved[i] ?? 0) + by
    }
    return { says, moved }
  }

  return {
    read(text, hint) {
      const all = tokensOf(text)
      const route = routeOf(text, all.map(know), hint, weights)
      // Where the words say nothing to us, the emoji still do.
      const tokens = route.support === 'unsupported' ? all.filter(isSign) : all
      const forms = tokens.map(know)
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

function isSign({ kind }: Token): boolean {
  return kind === 'emoji' || kind === 'emoticon'
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
