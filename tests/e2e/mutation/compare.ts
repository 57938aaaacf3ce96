import type { Count } from '../../../lib/domain/count.ts'
import type { CommentSeen, PostSeen } from '../../../lib/domain/observation.ts'
import type { Extract } from '../../../lib/sites/types.ts'
import { driftOf } from './drift.ts'

/** What became of the values of a page's first reading in a later one. */
export interface Outcome {
  kept: number
  /** Per field: values kept, and values there were. */
  fields: Record<string, { kept: number; of: number }>
  /** Lost, and a miss says so. */
  reported: number
  /** Lost, and no single page can tell, since many posts lack the field; the drift watch does, after some pages. */
  watched: number
  /** Lost without a word. */
  silent: string[]
  /** Another value than before, or a post that is none. */
  wrong: string[]
}

type Value = string | number | boolean | Count | null
type Values = Readonly<Record<string, Value>>

/** Fields of the item as they are named in misses, each with its value. */
const fieldsOf = (noun: 'post' | 'comment', item: PostSeen | CommentSeen): Values => ({
  [`${noun}.id`]: item.id,
  [`${noun}.handle`]: item.author.handle,
  [`${noun}.name`]: item.author.name,
  [`${noun}.text`]: item.text || null,
  [`${noun}.publishedAt`]: item.publishedAt,
  [`${noun}.publishedText`]: item.publishedText,
  ...('metrics' in item
    ? Object.fromEntries(Object.entries(item.metrics).map(([key, count]) => [`post.${key}`, count]))
    : { 'comment.likes': item.likes, 'comment.depth': item.depth }),
})

/**
 * Compares two readings of a page, value by value. `now` follows an element that got another tag.
 * Posts are the same by element, since a change may have taken their ids.
 */
export function compare(before: Extract, after: Extract, now: (element: Element) => Element): Outcome {
  const outcome: Outcome = { kept: 0, fields: {}, reported: 0, watched: 0, silent: [], wrong: [] }
  const drift = once(() => driftOf(before, after))
  const missed = new Set(after.misses.filter(({ missing }) => missing > 0).map(({ field }) => field))

  /** `verdict` says what becomes of a text that differs, where it is not wrong. */
  const values = (
    old: Values,
    fresh: Values | null,
    whole: string,
    verdict: (field: string, value: string, found: string) => 'kept' | 'reported' | null = () => null,
  ) => {
    for (const [field, value] of Object.entries(old)) {
      if (value === null) {
        const found = fresh?.[field] ?? null
        if (found !== null) outcome.wrong.push(`${field}: ${show(found)} where there was none`)
        continue
      }
      const tally = (outcome.fields[field] ??= { kept: 0, of: 0 })
      tally.of++
      const found = fresh?.[field] ?? null
      const said = typeof value === 'string' && typeof found === 'string' ? verdict(field, value, found) : null
      if (found === null) {
        if (missed.has(whole) || (fresh && missed.has(field))) outcome.reported++
        else if (fresh && drift().has(field)) outcome.watched++
        else outcome.silent.push(fresh ? field : `${whole} ${field}`)
      } else if (isSame(value, found) || said === 'kept') {
        outcome.kept++
        tally.kept++
      } else if (said === 'reported' || (field === 'comment.depth' && missed.has(field))) outcome.reported++
      else outcome.wrong.push(`${field}: ${show(found)} for ${show(value)}`)
    }
  }

  const { profile } = before.observation
  if (profile) {
    const read = (seen: typeof profile | null): Values | null =>
      seen && {
        'profile.handle': seen.handle,
        'profile.name': seen.name,
        'profile.bio': seen.bio,
        'profile.followers': seen.followers,
        'profile.following': seen.following,
        'profile.posts': seen.posts,
      }
    values(read(profile) ?? {}, read(after.observation.profile), 'page.profile')
  } else if (after.observation.profile) outcome.wrong.push('a profile where there was none')

  const fresh = after.observation.posts
  const byElement = new Map(after.elements.map((element, index) => [element, fresh[index]]))
  const partner = pair(before.observation.posts, fresh, (_post, index) => {
    const element = before.elements[index]
    return element && byElement.get(now(element))
  })
  for (const [index, post] of before.observation.posts.entries()) {
    const other = partner.get(post)
    values(fieldsOf('post', post), other ? fieldsOf('post', other) : null, 'page.posts', (field, value, found) => {
      if (field === 'post.id') return hasTwoIds(before.elements[index], post, value, found) ? 'kept' : null
      // The beginning of the words, and it is said that they are not all.
      const isBeginning = field === 'post.text' && squeeze(value).startsWith(squeeze(found))
      return isBeginning && other?.textComplete === false ? 'reported' : null
    })
    const comments = pair(post.comments, other?.comments ?? [], () => undefined)
    for (const comment of post.comments) {
      const twin = comments.get(comment)
      values(
        fieldsOf('comment', comment),
        twin ? fieldsOf('comment', twin) : null,
        other ? 'page.comments' : 'page.posts',
      )
    }
    const more = (other?.comments.length ?? 0) - comments.size
    if (more > 0) outcome.wrong.push(`${more} comments that are none`)
  }
  if (fresh.length > partner.size) outcome.wrong.push(`${fresh.length - partner.size} posts that are none`)
  return outcome
}

function once<T>(find: () => T): () => T {
  let found: { value: T } | undefined
  return () => (found ??= { value: find() }).value
}

const names = (link: Element, id: string) =>
  (link.getAttribute('href') ?? '').split(/[/?#&=]/).includes(id.replace(/^t\d_/, ''))

/**
 * Whether the page itself gives a post two ids: the link around the post's own words names `fresh`, and no link within
 * it `old`. Pages made by hand do; there is no telling which is right.
 */
function hasTwoIds(element: Element | undefined, { text }: PostSeen, old: string, fresh: string): boolean {
  const links = [...(element?.querySelectorAll('a[href]') ?? [])]
  const title = links.find((link) => names(link, fresh) && (link.textContent ?? '').trim() !== '')
  return (
    title !== undefined &&
    squeeze(text).startsWith(squeeze((title.textContent ?? '').trim())) &&
    !links.some((link) => names(link, old))
  )
}

/** Which of `after` is which of `before`: as `known` says, by id, by words, then by author in their order. */
function pair<T extends PostSeen | CommentSeen>(
  before: readonly T[],
  after: readonly T[],
  known: (item: T, index: number) => T | undefined,
): Map<T, T> {
  const found = new Map<T, T>()
  const left = new Set(after)
  const take = (item: T, twin: T | undefined) => {
    if (found.has(item) || !twin || !left.delete(twin)) return
    found.set(item, twin)
  }
  before.forEach((item, index) => take(item, known(item, index)))
  const by = (key: (item: T) => string | null) => {
    const waiting = new Map<string, T[]>()
    for (const item of left) {
      const name = key(item)
      if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), item])
    }
    for (const item of before) {
      if (found.has(item)) continue
      const name = key(item)
      if (name !== null) take(item, waiting.get(name)?.shift())
    }
  }
  by((item) => item.id)
  // The same words twice of the same author: then what is deeper is the other.
  by((item) => ('depth' in item ? `${item.depth} ${item.author.handle} ${squeeze(item.text)}` : null))
  by((item) => (item.text === '' ? null : `${item.author.handle} ${squeeze(item.text)}`))
  by((item) => (item.text === '' ? null : squeeze(item.text)))
  by((item) => item.author.handle ?? item.author.name)
  return found
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ')
const DAY = 86_400_000

/** Counts by what they cover ("1.2K" covers 1,234) and a hundredth, times to the day, texts but for their white space. */
function isSame(a: Exclude<Value, null>, b: Exclude<Value, null>): boolean {
  if (typeof a === 'object' && typeof b === 'object') {
    // X writes the exact figure in a label and the rounded one beside it at different moments.
    const slack = a.step === b.step ? 0 : Math.max(a.value, b.value) / 100
    return a.value < b.value + b.step + slack && b.value < a.value + a.step + slack
  }
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  if (/^\d{4}-\d\d-\d\dT/.test(a) && /^\d{4}-\d\d-\d\dT/.test(b)) return Math.abs(Date.parse(a) - Date.parse(b)) <= DAY
  return squeeze(a) === squeeze(b)
}

const show = (value: Value) => (typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : JSON.stringify(value))
