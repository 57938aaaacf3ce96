import { examples as bluesky } from '../../../lib/sites/adapters/bluesky.ts'
import { examples as facebook } from '../../../lib/sites/adapters/facebook.ts'
import { examples as instagram } from '../../../lib/sites/adapters/instagram.ts'
import { examples as linkedin } from '../../../lib/sites/adapters/linkedin.ts'
import { examples as mastodon } from '../../../lib/sites/adapters/mastodon.ts'
import { examples as pinterest } from '../../../lib/sites/adapters/pinterest.ts'
import { examples as reddit } from '../../../lib/sites/adapters/reddit.ts'
import { examples as threads } from '../../../lib/sites/adapters/threads.ts'
import { examples as tiktok } from '../../../lib/sites/adapters/tiktok.ts'
import { examples as tumblr } from '../../../lib/sites/adapters/tumblr.ts'
import { examples as twitch } from '../../../lib/sites/adapters/twitch.ts'
import { examples as x } from '../../../lib/sites/adapters/x.ts'
import { examples as youtube } from '../../../lib/sites/adapters/youtube.ts'
import type { AddressExample } from '../../../lib/sites/types.ts'

const bySite: Readonly<Record<string, readonly AddressExample[]>> = {
  bluesky,
  facebook,
  instagram,
  linkedin,
  mastodon,
  pinterest,
  reddit,
  threads,
  tiktok,
  tumblr,
  twitch,
  x,
  youtube,
}

/** The example addresses of an adapter's file. @throws for an adapter that is not listed here */
export function examplesOf(id: string): readonly AddressExample[] {
  const examples = bySite[id]
  if (!examples) throw new Error(`List the examples of ${id} in tests/lib/sites/examples.ts`)
  return examples
}
