import { eachObject } from './json.ts'
import type { DataReader, PageData, PostData, ProfileData } from './types.ts'

/** Most objects looked at; the largest pages seen have some ten thousand. */
const MAX_OBJECTS = 200_000
/** Most posts and profiles kept; a page shows fewer. */
const MAX_FOUND = 500

/** What the texts of a page's data scripts say. Never throws; what is not as expected is left out. */
export function readData(reader: DataReader, scripts: readonly string[]): PageData {
  const posts = new Map<string, PostData>()
  const profiles = new Map<string, ProfileData>()
  for (const script of scripts) {
    eachObject(jsonIn(script), MAX_OBJECTS, (node) => {
      const post = reader.post?.(node)
      if (post && posts.size < MAX_FOUND) posts.set(post.id, { ...defined(post), ...posts.get(post.id) })
      const profile = reader.profile?.(node)
      const key = profile?.handle.toLowerCase()
      if (profile && key !== undefined && profiles.size < MAX_FOUND)
        profiles.set(key, { ...defined(profile), ...profiles.get(key) })
    })
  }
  return { posts, profiles }
}

/** The JSON of `var name = {…};`: from the first brace to the last. */
function jsonIn(script: string): string {
  return /^\s*[{[]/.test(script) ? script : script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)
}

/** Without the members that are undefined, so that another object may have them. */
function defined<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T
}
