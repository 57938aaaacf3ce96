import type { Form } from './forms.ts'
import { avalanche, extend, SEED } from './hash.ts'

/**
 * The numbers beside the hashed features, in their order: what the lexicons say of the text, then how it is
 * written. All within about -4 to 4, so that one regularisation fits all.
 */
export const DENSE = [
  'own sum',
  'own positive',
  'own negative',
  'own mean',
  'vader positive',
  'vader negative',
  'vader sum',
  'vader compound',
  'vader highest',
  'vader lowest',
  'sign sum',
  'sign lowest',
  'sign highest',
  'exclamations',
  'questions',
  'shouted',
  'stretched',
  'negations',
  'hashtags',
  'mentions',
  'length',
  'ellipses',
  'vader last',
  'vader first',
  'own last',
  'vader positive words',
  'vader negative words',
  'links',
] as const

/** What a text gives to the tables besides its words' pieces. Reused from text to text: read it before the next. */
export interface Features {
  /** Hashes of words, pairs and signs; only the first `count` are this text's. */
  hashes: Uint32Array
  count: number
  /** By form: where its hashes end; they begin where those of the form before end. */
  ends: Uint32Array
  /** By form: 1 where a negation reaches it. */
  negated: Uint8Array
  /** By form: its valence in its language and VADER's, as they stand here, after negation and boosters. */
  own: Float64Array
  vader: Float64Array
  readonly dense: Float64Array
}

export function createFeatures(): Features {
  return { ...room(256), count: 0, dense: new Float64Array(DENSE.length) }
}

function room(forms: number) {
  return {
    hashes: new Uint32Array(forms * 5),
    ends: new Uint32Array(forms),
    negated: new Uint8Array(forms),
    own: new Float64Array(forms),
    vader: new Float64Array(forms),
  }
}

/**
 * Reads a text's forms into `into`.
 *
 * @param own valence of a word in the text's language; AFINN's where it has none
 */
export function extract(forms: readonly Form[], own: ReadonlyMap<string, number> | null, into: Features): void {
  if (into.own.length < forms.length) Object.assign(into, room(forms.length))
  markNegated(forms, into.negated)
  hashAll(forms, into)
  weigh(forms, own, into)
  describe(forms, into.dense)
}

/** Words a negation reaches forward, unless a sign comes before (Pang, Lee, Vaithyanathan 2002: NOT_). */
const REACH = 4

function markNegated(forms: readonly Form[], negated: Uint8Array): void {
  let reach = 0
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]
    if (!form || form.kind === 'link' || form.kind === 'mention') continue
    const isWord = form.kind === 'word' || form.kind === 'hashtag'
    negated[i] = isWord && reach > 0 ? 1 : 0
    if (!isWord) reach = 0
    else if (form.negates) reach = REACH
    else if (reach > 0) reach--
  }
}

const NEGATED = 0x1f83d9ab
const SHOUTED = 0x5be0cd19
const TAGGED = 0x3c6ef372
const PAIR = 0x510e527f
const STRETCHED = avalanche(extend(SEED, 'stretched'))
const BEFORE_ALL = extend(SEED, 'start')

/** Words, neighbouring pairs, negated and shouted words, hashtags, signs. */
function hashAll(forms: readonly Form[], into: Features): void {
  const { hashes, ends, negated } = into
  let count = 0
  let before = BEFORE_ALL
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]
    if (!form) continue
    const { kind, hash } = form
    if (kind === 'word' || kind === 'hashtag') {
      hashes[count++] = avalanche(hash)
      hashes[count++] = pairOf(before, hash)
      if (form.stretched) hashes[count++] = STRETCHED
      if (kind === 'hashtag') hashes[count++] = avalanche(hash ^ TAGGED)
      if (negated[i] === 1) hashes[count++] = avalanche(hash ^ NEGATED)
      else if (form.shouted && form.vader !== 0) hashes[count++] = avalanche(hash ^ SHOUTED)
    } else if (kind !== 'link' && kind !== 'punctuation') {
      hashes[count++] = avalanche(hash)
      if (kind === 'emoji' || kind === 'marks') hashes[count++] = pairOf(before, hash)
    }
    if (kind !== 'link') before = hash
    ends[i] = count
  }
  into.count = count
}

function pairOf(before: number, hash: number): number {
  return avalanche(Math.imul(before, 0x9e3779b1) ^ hash ^ PAIR)
}

/** VADER's constants (Hutto & Gilbert 2014): negation, booster, capitals, "but"; alpha of the compound. */
const FLIP = { own: -0.7, vader: -0.74 }
const BOOST = 1.25
const CAPITALS = 1.2
const BUT = { own: 0.7, vader: 0.5 }
const ALPHA = 15

/** What the lexicons say: the first thirteen of the dense numbers and the five before the last. */
function weigh(forms: readonly Form[], lexicon: ReadonlyMap<string, number> | null, into: Features): void {
  const { negated, dense } = into
  const own = { sum: 0, positive: 0, negative: 0, last: 0, words: 0 }
  const vader = { positive: 0, negative: 0, highest: 0, lowest: 0, first: 0, last: 0, positives: 0, negatives: 0 }
  const sign = { sum: 0, lowest: 0, highest: 0 }
  let boosted = false
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]
    if (!form) continue
    if (form.kind !== 'word' && form.kind !== 'hashtag') {
      into.own[i] = 0
      into.vader[i] = form.vader
      if (form.vader > 0) vader.positive += form.vader
      else vader.negative -= form.vader
      if (form.vader !== 0) vader.last = form.vader
      sign.sum += form.sign
      sign.lowest = Math.min(sign.lowest, form.sign)
      sign.highest = Math.max(sign.highest, form.sign)
      continue
    }
    own.words++
    let valence = lexicon?.get(form.text) ?? form.afinn
    let value = form.vader
    if (value !== 0 || valence !== 0) {
      if (negated[i] === 1) {
        valence *= FLIP.own
        value *= FLIP.vader
      }
      if (boosted) value *= BOOST
      if (form.shouted) value *= CAPITALS
    }
    if (form.turns) {
      vader.positive *= BUT.vader
      vader.negative *= BUT.vader
      own.positive *= BUT.own
      own.negative *= BUT.own
    }
    into.own[i] = valence
    into.vader[i] = value
    boosted = form.boosts
    if (valence !== 0) {
      own.sum += valence
      own.last = valence
      if (valence > 0) own.positive += valence
      else own.negative -= valence
    }
    if (value === 0) continue
    if (value > 0) {
      vader.positive += value
      vader.positives++
    } else {
      vader.negative -= value
      vader.negatives++
    }
    vader.highest = Math.max(vader.highest, value)
    vader.lowest = Math.min(vader.lowest, value)
    if (vader.first === 0) vader.first = value
    vader.last = value
  }
  const sum = vader.positive - vader.negative
  dense[0] = clip(own.sum / 5)
  dense[1] = clip(own.positive / 5)
  dense[2] = clip(own.negative / 5)
  dense[3] = own.sum / Math.max(1, own.words)
  dense[4] = clip(vader.positive / 4)
  dense[5] = clip(vader.negative / 4)
  dense[6] = clip(sum / 4)
  dense[7] = sum / Math.sqrt(sum * sum + ALPHA)
  dense[8] = vader.highest / 4
  dense[9] = vader.lowest / 4
  dense[10] = clip(sign.sum / 3)
  dense[11] = sign.lowest / 3
  dense[12] = sign.highest / 3
  dense[22] = vader.last / 4
  dense[23] = vader.first / 4
  dense[24] = own.last / 5
  dense[25] = Math.min(vader.positives, 5) / 5
  dense[26] = Math.min(vader.negatives, 5) / 5
}

/** Sums of a long text end where no training text went. */
function clip(value: number): number {
  return Math.max(-4, Math.min(4, value))
}

/** How the text is written. */
function describe(forms: readonly Form[], dense: Float64Array): void {
  const n = {
    '!': 0,
    '?': 0,
    '...': 0,
    words: 0,
    shouted: 0,
    stretched: 0,
    negations: 0,
    hashtags: 0,
    mentions: 0,
    links: 0,
  }
  for (const form of forms) {
    if (form.kind === 'mention') n.mentions++
    else if (form.kind === 'link') n.links++
    else if (form.kind === 'marks') {
      if (form.text.startsWith('!')) n['!'] += Math.min(form.length, 4)
      else if (form.text.startsWith('?')) n['?']++
      else n['...']++
    }
    if (form.kind !== 'word' && form.kind !== 'hashtag') continue
    n.words++
    if (form.kind === 'hashtag') n.hashtags++
    if (form.shouted) n.shouted++
    if (form.stretched) n.stretched++
    if (form.negates) n.negations++
  }
  dense[13] = Math.min(n['!'], 4) / 4
  dense[14] = Math.min(n['?'], 3) / 3
  dense[15] = n.shouted / Math.max(1, n.words)
  dense[16] = Math.min(n.stretched, 3) / 3
  dense[17] = Math.min(n.negations, 3) / 3
  dense[18] = Math.min(n.hashtags, 4) / 4
  dense[19] = Math.min(n.mentions, 4) / 4
  dense[20] = Math.min(n.words, 60) / 30
  dense[21] = Math.min(n['...'], 2) / 2
  dense[27] = Math.min(n.links, 2) / 2
}
