import type { Post } from '../domain/post.ts'
import { ratesId } from '../domain/read-rates.ts'
import type { PageKind, PostSeen } from '../domain/observation.ts'
import type { StoreReader, StoreWriter } from '../store/interface.ts'
import { alarmsOf } from '../watch/drift.ts'
import type { Alarm } from '../watch/drift.ts'
import { seeJumps } from '../watch/jumps.ts'
import { seeRates } from '../watch/read-rates.ts'
import type { Sighting, TimedLook } from './look.ts'

/** Takes in how well a look could read its page; `changed` when an alarm began or ended. */
export async function takeRates(
  tx: StoreWriter,
  { observation, fields, misses }: Sighting,
  posts: readonly { readonly seen: PostSeen; readonly known: Post | null }[],
  { at, now }: TimedLook,
): Promise<{ alarms: readonly Alarm[]; changed: boolean }> {
  const time = Date.parse(now)
  const before = await tx.readRates.get(ratesId(observation.platform, observation.page))
  const rates = seeRates(before, { observation, fields, misses, at })
  const compared = posts.flatMap(({ seen, known }) => (known ? [{ seen, known }] : []))
  const after = { ...rates, jumps: seeJumps(rates.jumps, compared, at) }
  await tx.put('readRates', after)
  const alarms = alarmsOf([after], time)
  return { alarms, changed: keyOf(alarms) !== keyOf(before ? alarmsOf([before], time) : []) }
}

/** What is wrong with how one kind of page is read. */
export async function alarmsHere(
  store: StoreReader,
  { platform, page }: { platform: string; page: PageKind },
  now: Date,
): Promise<Alarm[]> {
  const rates = await store.readRates.get(ratesId(platform, page))
  return rates ? alarmsOf([rates], now.getTime()) : []
}

const keyOf = (alarms: readonly Alarm[]) => JSON.stringify(alarms.map(({ code, field, since }) => [code, field, since]))
