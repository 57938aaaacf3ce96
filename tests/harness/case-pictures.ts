import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Guideline } from '../../lib/domain/guideline.ts'
import type { PostSeen } from '../../lib/domain/observation.ts'
import { accountKey } from '../../lib/domain/ids.ts'
import { sites } from '../../lib/sites/index.ts'
import { readCase } from '../lab/check.ts'
import { readJsonLines } from '../lab/json-lines.ts'
import { buildExtension } from './build.ts'
import { launchRapport, type Rapport } from './launch.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')
const blank = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Case</title>'

/** Where a creator's profile is, by site; cases of other platforms cannot be shown. */
const PROFILES: Readonly<Record<string, (name: string) => string>> = {
  instagram: (name) => `https://www.instagram.com/${name}/`,
  tiktok: (name) => `https://www.tiktok.com/@${name}`,
  youtube: (name) => `https://www.youtube.com/@${name}`,
  x: (name) => `https://x.com/${name}`,
}

export interface CasePictures {
  /** Files of cases as `lab check` reads them. */
  readonly files: readonly string[]
  /** Their ids; empty: every case that can be shown. */
  readonly only: readonly string[]
  /** A folder outside the repository: cases are nobody's to publish. */
  readonly out: string
  readonly theme: 'light' | 'dark'
  readonly width: number
}

/**
 * Takes pictures of the side panel's card of labelled cases, with every finding that needs a person opened: what
 * a regulator's eye looks for is the quote in its sentence, the rule, its authority with date, and the correction.
 */
export async function takeCasePictures({ files, only, out, theme, width }: CasePictures): Promise<void> {
  const folder = resolve(out)
  if (!relative(REPOSITORY, folder).startsWith('..')) throw new Error(`${folder} lies inside the repository`)
  mkdirSync(folder, { recursive: true })
  const lines = (await Promise.all(files.map(readJsonLines))).flat()
  const cases = lines
    .map(({ value, where }) => readCase(value, where))
    .filter(({ given, post }) => post.platform in PROFILES && (only.length === 0 || only.includes(String(given.id))))
  const extensionDir = await buildExtension({ browser: 'chrome' })
  const rapport = await launchRapport({
    extensionDir,
    colorScheme: theme,
    serve: () => ({ body: blank }),
    granted: sites.flatMap(({ matches }) => matches),
  })
  try {
    await rapport.send('sites.sync', {})
    for (const [index, scene] of cases.entries()) {
      const path = join(folder, `${String(scene.given.id)}-${theme}.png`)
      await shoot(rapport, scene, index, { path, width })
      console.error(path)
    }
  } finally {
    await rapport.close()
  }
}

async function shoot(
  rapport: Rapport,
  { given, post, guideline, context }: ReturnType<typeof readCase>,
  index: number,
  { path, width }: { path: string; width: number },
): Promise<void> {
  const name = `creator${index}`
  const { platform } = post
  const url = PROFILES[platform]?.(name) ?? ''
  const now = new Date().toISOString()
  const partnerId = ulidOf(index)
  const dates = { createdAt: now, updatedAt: now, deletedAt: null }
  await rapport.send('partner.save', {
    ...dates,
    id: partnerId,
    name: `Case ${String(given.id)}`,
    accounts: [{ platform, handle: name, url }],
    accountKeys: [accountKey(platform, name)],
    relationship: context.relationship ?? 'paid',
    tags: [],
  })
  const rules: Guideline = {
    ...guideline,
    ...dates,
    id: ulidOf(index),
    name: 'Brand guideline',
    partnerIds: [partnerId],
  }
  await rapport.send('guideline.save', rules)
  const tab = await rapport.context.newPage()
  await tab.goto(url)
  const seen: PostSeen = {
    id: `case${index}`,
    url,
    author: { handle: name, name: null },
    text: post.text,
    textComplete: true,
    visibleText: post.visibleText,
    publishedAt: post.publishedAt ?? now,
    publishedText: null,
    metrics: { likes: null, comments: null, shares: null, views: null, saves: null },
    labels: post.labelText == null ? [] : ['paid-partnership'],
    hashtags: [],
    mentions: [],
    links: [...(post.links ?? [])],
    comments: post.firstComment == null ? [] : [ownComment(post.firstComment, name)],
  }
  await rapport.send('page.seen', {
    observation: { platform, url, page: 'profile', lang: post.lang, seenAt: now, profile: null, posts: [seen] },
    misses: [],
    fields: [],
    checkAll: false,
  })
  const panel = await rapport.open(`sidepanel.html?tab=${await rapport.tabId(tab)}`)
  await panel.setViewportSize({ width, height: 1_400 })
  await panel.locator('.post-line > button').first().click()
  for (const line of await panel.locator('.finding:has(.act-text, .watch-text) .finding-line').all()) await line.click()
  if ((await panel.locator('.finding .act-text, .finding .watch-text').count()) > 0)
    await panel
      .locator('.correction')
      .waitFor({ timeout: 10_000 })
      .catch(() => {})
  await panel.locator('.post').first().screenshot({ path, animations: 'disabled' })
  await panel.close()
  await tab.close()
}

function ownComment(text: string, handle: string): PostSeen['comments'][number] {
  const none = { id: null, likes: null, publishedAt: null, publishedText: null }
  return { ...none, author: { handle, name: null }, text, depth: 0, pinned: true, byAuthor: true }
}

/** An id of its own for each case. */
function ulidOf(index: number): string {
  return `01JTCASE${String(index).padStart(18, '0')}`
}
