/** A figure of a post that can count as engagement; `saves` are left out: most sites hide them. */
export type Interaction = 'likes' | 'comments' | 'shares'

/** How a site's engagement rate is worked out (relationship.md B0). */
export interface Formula {
  /** Shown beside every figure it gives; figures of different ids are never compared. */
  readonly id: string
  readonly parts: readonly Interaction[]
  readonly over: 'followers' | 'views'
  /** `median`: of the posts' own rates. `mean`: mean interactions over mean views, as the benchmarks of video sites do. */
  readonly average: 'median' | 'mean'
  /** Who publishes it. */
  readonly source: string
  /** Of the newest so many posts only; left out: of all within the window. */
  readonly newest?: number
}

function formula(
  average: Formula['average'],
  parts: readonly Interaction[],
  over: Formula['over'],
  source: string,
): Formula {
  const sum = parts.length === 1 ? `${average}(${parts[0]})` : `${average}(${parts.join('+')})`
  return { id: `${sum}/${over === 'views' && average === 'mean' ? 'mean(views)' : over}`, parts, over, average, source }
}

const ALL: readonly Interaction[] = ['likes', 'comments', 'shares']
const OWN = 'default of our own; compare with the creator alone'

/** Per site, the default first. A site that is not named has the last list. */
const FORMULAS: Readonly<Record<string, readonly Formula[]>> = {
  instagram: [
    formula('median', ['likes'], 'followers', 'Modash, influData'),
    // Of the last 9 to 12 posts, as they publish it.
    { ...formula('mean', ['likes', 'comments'], 'followers', 'CreatorBenchmarks'), newest: 12 },
  ],
  tiktok: [
    formula('mean', ['likes'], 'views', 'Modash, influData'),
    formula('mean', ['likes', 'comments'], 'views', 'Modash'),
  ],
  youtube: [
    formula('mean', ['likes'], 'views', 'Modash, influData'),
    formula('mean', ['likes', 'comments'], 'views', 'Modash'),
  ],
  facebook: [formula('median', ALL, 'followers', 'Keyhole components')],
  linkedin: [formula('median', ALL, 'followers', OWN)],
  x: [formula('median', ['likes', 'shares'], 'followers', OWN), formula('median', ['likes', 'shares'], 'views', OWN)],
  // What these show of a post: Mastodon's replies are of one server only, Reddit tells no reposts.
  mastodon: [formula('median', ['likes', 'shares'], 'followers', OWN)],
  reddit: [formula('median', ['likes', 'comments'], 'followers', OWN)],
  pinterest: [formula('median', ['likes', 'comments'], 'followers', OWN)],
}
const OTHERS: readonly Formula[] = [formula('median', ALL, 'followers', OWN), formula('median', ALL, 'views', OWN)]

/** Every formula of a site, the default first. */
export function formulasOf(platform: string): readonly Formula[] {
  return FORMULAS[platform] ?? OTHERS
}

/** The formula a user chose for a site, or the site's default where that one is unknown here. */
export function formulaOf(platform: string, id?: string): Formula {
  const all = formulasOf(platform)
  const [first = OTHERS[0]] = all
  const chosen = all.find((one) => one.id === id) ?? first
  if (!chosen) throw new Error(`no formula for ${platform}`)
  return chosen
}
