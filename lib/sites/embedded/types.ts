/**
 * What a page's own data says of a post. Figures are exact; `publishedAt` is in milliseconds since 1970. Nothing of
 * it is shown or stored by itself: it only confirms or completes what the page shows.
 */
export interface PostData {
  readonly id: string
  readonly text?: string | undefined
  readonly publishedAt?: number | undefined
  readonly likes?: number | undefined
  readonly comments?: number | undefined
  readonly shares?: number | undefined
  readonly views?: number | undefined
  readonly saves?: number | undefined
}

export interface ProfileData {
  readonly handle: string
  readonly followers?: number | undefined
  readonly following?: number | undefined
  readonly posts?: number | undefined
}

/** The data of one page: posts by the site's own id, profiles by handle in lower case. */
export interface PageData {
  readonly posts: ReadonlyMap<string, PostData>
  readonly profiles: ReadonlyMap<string, ProfileData>
}

/** An object somewhere in a page's JSON. */
export type Node = Readonly<Record<string, unknown>>

/**
 * Where a site's pages carry their data, and how to tell a post or profile in it. Objects are known by their own
 * shape and not by the path to them, which changes with every release.
 */
export interface DataReader {
  /** Selector of the script elements. */
  readonly scripts: string
  /** What the text of a script that is program rather than JSON begins with; the JSON follows. */
  readonly begins?: string
  readonly post?: (node: Node) => PostData | null
  readonly profile?: (node: Node) => ProfileData | null
}
