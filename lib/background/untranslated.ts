import type { Observation, PostSeen } from '../domain/observation.ts'
import { TRANSLATED } from '../domain/translated.ts'
import type { Sighting } from './look.ts'

/**
 * A look without the words that the browser put in by translating the page: they are nobody's, so they are neither
 * judged nor taken for an edit, and what was known of a post stays. Figures, addresses and times are kept. What the
 * adapter found in translated words says nothing of the adapter, so that is left out, too; a miss says why.
 */
export function untranslated<T extends Pick<Sighting, 'observation' | 'misses' | 'fields'>>(sighting: T): T {
  const { observation, misses } = sighting
  if (observation.lang !== TRANSLATED) return sighting
  const of = observation.posts.length
  const translated = { field: 'page.translated', of, missing: of, tried: [] }
  return { ...sighting, observation: withoutWords(observation), misses: [...misses, translated], fields: [] }
}

function withoutWords({ profile, posts, ...rest }: Observation): Observation {
  return {
    ...rest,
    lang: null,
    profile: profile && { ...profile, name: null, bio: null },
    posts: posts.map((post): PostSeen => {
      const { author } = post
      return Object.assign({}, post, {
        author: { ...author, name: null },
        text: '',
        textComplete: false,
        visibleText: null,
        publishedText: null,
        hashtags: [],
        mentions: [],
        links: [],
        comments: [],
      })
    }),
  }
}
