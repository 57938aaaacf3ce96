import { accountKey } from '../domain/ids.ts'
import type { Partner, Relationship } from '../domain/partner.ts'

const DAY = 86_400_000

interface Sample {
  readonly id: string
  readonly name: string
  readonly relationship: Relationship
  readonly tags: readonly string[]
  /** Days before `now`. */
  readonly since: number
  readonly accounts: readonly (readonly [platform: string, handle: string, url: string])[]
}

const samples: readonly Sample[] = [
  {
    id: '01JTSAMP00000000PARTNER001',
    name: 'Maya Lindqvist',
    relationship: 'paid',
    tags: ['hiking', 'huts'],
    since: 120,
    accounts: [
      ['instagram', 'maya.lindqvist', 'https://www.instagram.com/maya.lindqvist/'],
      ['bluesky', 'mayalindqvist.bsky.social', 'https://bsky.app/profile/mayalindqvist.bsky.social'],
    ],
  },
  {
    id: '01JTSAMP00000000PARTNER002',
    name: 'Theo Marchetti',
    relationship: 'paid',
    tags: ['running'],
    since: 90,
    accounts: [['tiktok', 'theo.runs.trails', 'https://www.tiktok.com/@theo.runs.trails']],
  },
  {
    id: '01JTSAMP00000000PARTNER003',
    name: 'Priya Raman',
    relationship: 'paid',
    tags: ['city walks'],
    since: 75,
    accounts: [['mastodon', 'priyaramanwalks@mastodon.social', 'https://mastodon.social/@priyaramanwalks']],
  },
  {
    id: '01JTSAMP00000000PARTNER004',
    name: 'Jonas Weber',
    relationship: 'paid',
    tags: ['outdoor cooking'],
    since: 200,
    accounts: [
      ['youtube', 'jonascooksoutside', 'https://www.youtube.com/@jonascooksoutside'],
      ['x', 'jonascooksout', 'https://x.com/jonascooksout'],
    ],
  },
  {
    id: '01JTSAMP00000000PARTNER005',
    name: 'Inês Duarte',
    relationship: 'gift',
    tags: ['kayak', 'new'],
    since: 12,
    accounts: [['bluesky', 'inesduarte.bsky.social', 'https://bsky.app/profile/inesduarte.bsky.social']],
  },
]

/** The sample's creators, all invented. Their ids never change, so that loading them twice changes nothing. */
export function samplePartners(now: string): Partner[] {
  return samples.map((sample) => {
    const since = new Date(Date.parse(now) - sample.since * DAY).toISOString()
    return {
      id: sample.id,
      name: sample.name,
      accounts: sample.accounts.map(([platform, handle, url]) => ({ platform, handle, url })),
      accountKeys: sample.accounts.map(([platform, handle]) => accountKey(platform, handle)),
      relationship: sample.relationship,
      tags: [...sample.tags],
      createdAt: since,
      updatedAt: since,
      deletedAt: null,
    }
  })
}
