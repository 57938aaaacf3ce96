import type { SampleAccount, SiteId } from '../types.ts'

const quiet = { likes: 0, commentCount: 0, shares: 0, views: 0, saves: 0, comments: [] }

/** Accounts nobody works with, so that feeds hold more than partners. */
export const others: Readonly<Record<SiteId, SampleAccount>> = {
  instagram: other('instagram', 'kettle.and.kiln', 'Kettle & Kiln', [
    ['Forty cups out of the kiln and only one of them leans. Guess which one I kept.', 2_310],
    ['New glaze, old mistakes.', 1_804],
  ]),
  tiktok: other('tiktok', 'bus.diaries.north', 'Bus Diaries', [
    ['rating every bus stop on the coast road, part 12 #bus #coast', 8_410],
    ['the last bus left without me again #bus', 5_122],
  ]),
  youtube: other('youtube', 'slowbuildshed', 'Slow Build Shed', [
    ['A door that closes by itself', 41_200],
    ['Sharpening everything I own', 77_030],
  ]),
  x: other('x', 'tidetablefan', 'Tide Table Fan', [
    ['High water at 06:12. You are welcome.', 214],
    ['A very average sunset, which is still a sunset.', 97],
  ]),
  bluesky: other('bluesky', 'mossandmaps.bsky.social', 'moss & maps', [
    ['Drew the same contour line four times today. It is a very good contour line now.', 214],
    ['Maps should smell like this more often.', 88],
  ]),
  mastodon: other('mastodon', 'bench_review', 'Bench Review', [
    ['Bench 211: north facing, one missing slat, excellent gossip. Seven out of ten.', 40],
    ['Bench 212 does not exist. I checked twice.', 61],
  ]),
}

function other(
  site: SiteId,
  handle: string,
  name: string,
  texts: readonly (readonly [string, number])[],
): SampleAccount {
  return {
    site,
    handle,
    name,
    bio: 'Not a partner of anyone.',
    followers: 2_140,
    following: 180,
    postCount: 96,
    posts: texts.map(([text, likes], index) => ({
      ...quiet,
      daysAgo: 1 + index,
      at: '11:11',
      ...(site === 'youtube' ? { title: text, text: '' } : { text }),
      likes,
      commentCount: 7,
      shares: 4,
      views: likes * 12,
      picture: `${name} ${index}`,
    })),
  }
}
