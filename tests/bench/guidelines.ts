// What checking posts against guidelines costs, and what plain regular expressions would cost in its place.
import type { Finding } from '../../lib/domain/finding.ts'
import { assess } from '../../lib/guidelines/assess.ts'
import type { PostInput } from '../../lib/guidelines/assess.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { viewOf } from '../../lib/guidelines/view.ts'
import { escapePattern } from '../../lib/text/escape.ts'
import { languageOf } from '../../lib/text/language.ts'
import { normalise } from '../../lib/text/normalise.ts'
import { findHashtags, findLinks, findMentions } from '../../lib/text/tokens.ts'
import { findWords } from '../../lib/text/words.ts'
import { guidelineOf, postOf, postsOf, seeded, termsOf, vocabularyOf } from './guideline-posts.ts'
import { round, type Row, type Table } from './table.ts'
import { median, timeOf } from './timing.ts'

const SEED = 20_261_125
const POSTS = 10_000
const SETS = 10
const TERMS = 1_000
/** Posts that the expressions are timed on, after as many to warm up: all would take a minute. */
const SAMPLE = 250
const RULES = 30
/** Times a single post is judged; the least counts, as what else the machine does can only add. */
const RUNS = 5
const LONG = 100_000

const context = { jurisdiction: 'US', relationship: 'paid', partnerId: null } as const

export function tables(): Promise<Table[]> {
  // The ten thousand expressions come last: after about a megabyte of compiled ones V8 optimises no new one,
  // and all that is timed after them would be a third slower than it ever is beside nobody else's expressions.
  return Promise.resolve([ruleTable(), textTable(), hostileTable(), termTable()])
}

/** Every set of terms is one rule of a guideline of its own; the whole check runs, down to quotes and verdict. */
function termTable(): Table {
  const random = seeded(SEED)
  const vocabulary = vocabularyOf(random)
  const posts = postsOf(POSTS, random, vocabulary)
  const sets = Array.from({ length: SETS }, () => termsOf(TERMS, random, vocabulary))
  const guidelines = sets.map((phrases, i) => guidelineOf(i, [{ kind: 'banned-phrase', params: { phrases } }]))
  const expressions = sets.flat().map((term) => {
    return {
      term,
      expression: new RegExp(String.raw`\b${escapePattern(term).replaceAll(' ', String.raw`\s+`)}\b`, 'iu'),
    }
  })

  const compileMs = cpuMs(() => assess(postOf('the first post'), guidelines, context))
  for (const post of posts.slice(0, 2 * SAMPLE)) assess(post, guidelines, context)
  let found: Finding[][] = []
  const all = cpuMs(() => {
    found = posts.map(({ text }) => assess(postOf(text), guidelines, context).findings)
  })
  const ours = all / POSTS

  const plain = (from: number, to: number): string[][] =>
    posts
      .slice(from, to)
      .map(({ text }) => expressions.filter(({ expression }) => expression.test(text)).map(({ term }) => term))
  plain(SAMPLE, 2 * SAMPLE)
  let matched: string[][] = []
  const sample = cpuMs(() => {
    matched = plain(0, SAMPLE)
  })
  const theirs = sample / SAMPLE
  for (const [i, terms] of matched.entries()) {
    const ourTerms = new Set(found[i]?.map(({ value }) => value))
    const missed = terms.find((term) => !ourTerms.has(term))
    if (missed !== undefined) throw new Error(`“${missed}” was not found in “${posts[i]?.text ?? ''}”`)
  }
  const failed = found.map((list) => list.filter(({ status }) => status === 'fail'))
  return {
    title: `${POSTS.toLocaleString('en')} posts x ${SETS} guidelines of ${TERMS.toLocaleString('en')} terms`,
    columns: ['compileMs', 'msPerPost', 'secondsForAll', 'postsWithTerms', 'timesFaster'],
    rows: [
      row('one check, findings with quotes', {
        compileMs: round(compileMs),
        msPerPost: round(ours),
        secondsForAll: round((ours * POSTS) / 1_000),
        postsWithTerms: round(share(failed)),
        timesFaster: round(theirs / ours),
      }),
      row(String.raw`one RegExp per term, /\bterm\b/iu`, {
        msPerPost: round(theirs),
        secondsForAll: round((theirs * POSTS) / 1_000),
        postsWithTerms: round(share(matched)),
        timesFaster: 1,
      }),
    ],
    note: `The expressions were timed on ${SAMPLE} of the posts. Processor time of one core. They know no inflection and no disguise; what they found, the check found, too.`,
  }
}

/** Processor time, which what else the machine does adds little to. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Share of the lists that hold anything. */
function share(lists: readonly (readonly unknown[])[]): number {
  return lists.filter((list) => list.length > 0).length / lists.length
}

/** Rules of every kind, as their examples have them, taken in turn until there are thirty. */
function ruleTable(): Table {
  const random = seeded(SEED + 1)
  const posts = postsOf(300, random, vocabularyOf(random))
  const rules = Array.from({ length: RULES }, (_, turn) => rulesOf(turn))
    .flat()
    .slice(0, RULES)
  const rows = [
    costRow(`${RULES} rules of ${kinds.length} kinds`, posts, rules),
    ...kinds.map(({ kind }) => {
      const own = rules.filter((rule) => rule.kind === kind)
      return costRow(`only ${kind} (${own.length})`, posts, own)
    }),
    costRow('no rule', posts, []),
  ]
  return {
    title: 'one post',
    columns: ['medianMs', 'p95Ms'],
    rows,
    note: `Each caption is read from scratch every time; the least of ${RUNS} times.`,
  }
}

type Rule = Parameters<typeof guidelineOf>[1][number]

/** One rule of each kind, as its examples have it. */
function rulesOf(turn: number): Rule[] {
  return kinds.flatMap(({ kind, examples }) => {
    const params = examples[turn % examples.length]?.params
    return typeof params === 'object' && params !== null ? [{ kind, params: { ...params } }] : []
  })
}

function costRow(
  name: string,
  posts: readonly PostInput[],
  rules: { kind: string; params: Record<string, unknown> }[],
): Row {
  const guidelines = [guidelineOf(0, rules)]
  const once = (post: PostInput): number => {
    const start = performance.now()
    assess(post, guidelines, context)
    return performance.now() - start
  }
  posts.forEach(once)
  // Round by round, so that what is remembered of one caption serves no other.
  const rounds = Array.from({ length: RUNS }, () => posts.map(once))
  const warm = posts.map((_post, at) => Math.min(...rounds.map((times) => times[at] ?? 0))).toSorted((a, b) => a - b)
  return row(name, { medianMs: round(median(warm)), p95Ms: round(warm[Math.floor(warm.length * 0.95)] ?? 0) })
}

function textTable(): Table {
  const random = seeded(SEED + 2)
  const texts = postsOf(200, random, vocabularyOf(random)).map(({ text }) => text)
  const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / 1_000
  const read = texts.map((text) => ({
    normal: normalise(text, { lang: 'en', lookAlikes: true }),
    tokens: { hashtags: findHashtags(text), mentions: findMentions(text, 'instagram'), links: findLinks(text) },
  }))
  const cost = (name: string, work: (text: string, i: number) => unknown): Row =>
    row(name, { usPerKb: round((timeOf(() => texts.forEach(work)) * 1_000) / kilobytes) })
  return {
    title: 'reading captions',
    columns: ['usPerKb'],
    rows: [
      cost('language', (text) => languageOf(text, 'en')),
      cost('normalise', (text) => normalise(text, { lang: 'en', lookAlikes: true })),
      cost('links, hashtags, mentions', (text) => {
        const links = findLinks(text)
        return [findHashtags(text, links), findMentions(text, 'instagram', links)]
      }),
      cost('words', (_text, i) => read[i] && findWords(read[i].normal, read[i].tokens)),
      cost('all of it', (text) => viewOf(postOf(text)).words),
    ],
    note: 'Thousands of UTF-16 units, captions of about 200.',
  }
}

/** What careless matchers go over again and again. */
const HOSTILE = {
  'one word, repeated': 'cheap ',
  'one letter': 'a',
  hashtags: '#Ad',
  mentions: '@a ',
  brackets: '([{',
  'combining marks': '\u0301',
  'lone surrogates': '\ud800',
  'bidi controls': '\u202ead ',
  negations: 'not ',
  numbers: '10 % ',
  'full stops': 'a. ',
  'new lines': '\n',
} as const

function hostileTable(): Table {
  const guidelines = [guidelineOf(0, [...rulesOf(0), ...rulesOf(1)])]
  const cost = (text: string): number => {
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now()
      assess(postOf(text), guidelines, context)
      return performance.now() - start
    })
    return Math.min(...times)
  }
  const rows = Object.entries(HOSTILE).map(([name, piece]) => {
    const text = piece.repeat(LONG / piece.length)
    const ms = cost(text)
    return row(name, { ms: round(ms), timesATenth: round(ms / cost(text.slice(0, LONG / 10))) })
  })
  const note = `Two rules of every kind. timesATenth: how much longer than a tenth of the caption; 10 is proportional.`
  return { title: `captions of ${LONG / 1_000} kB`, columns: ['ms', 'timesATenth'], rows, note }
}

function row(name: string, figures: Row['figures']): Row {
  return { name, figures }
}
