import { describe, expect, it } from 'vitest'
import { guidelineSchema } from '../../lib/domain/guideline.ts'
import { partnerSchema } from '../../lib/domain/partner.ts'
import { sampleGuidelines, samplePartners } from '../../lib/sample/index.ts'
import { servePage, siteOrigins, urls } from '../sample-sites/index.ts'
import type { Serve } from './launch.ts'
import { createSampleServer } from './sample-server.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const pages = urls(now)
const bodyOf = async (serve: Serve, url: string) => (await serve(new URL(url)))?.body.toString()
const idsAt = (time: string) => [...samplePartners(time), ...sampleGuidelines(time)].map(({ id }) => id)
const html = (url: string, options?: { edited: boolean }) => servePage(url, now, options) ?? ''

describe('sample sites', () => {
  it('has a home feed, a profile and a post with comments on every site', () => {
    const kinds = Object.keys(siteOrigins).map((site) => pages.filter((page) => page.site === site))
    for (const own of kinds) {
      expect(new Set(own.map((page) => page.kind))).toEqual(new Set(['feed', 'profile', 'post']))
      expect(Math.max(...own.map((page) => page.comments))).toBeGreaterThan(5)
    }
  })

  it.each(pages.map((page) => [page.url]))('serves %s and lets it fetch nothing', (url) => {
    const page = html(url)
    expect(page).toMatch(/^<!doctype html>/)
    const fetched = [...page.matchAll(/<(?:img|script|link|iframe|source|video)\b[^>]*?\b(?:src|href)="([^"]*)"/g)]
    expect(fetched.length).toBeGreaterThan(0)
    for (const [, address] of fetched) expect(address).toMatch(/^data:/)
    expect(page).not.toMatch(/url\(\s*['"]?(?!data:)[a-z]+:|@import/)
  })

  it('finds a post on any day, under the address of any other day', () => {
    const later = new Date(now.getTime() + 30 * 86_400_000)
    for (const { url } of pages) expect(servePage(url, later)).not.toBeNull()
  })

  it('keeps all dates in the past', () => {
    const dates = pages.flatMap(({ url }) =>
      [...html(url).matchAll(/datetime="([^"]+)"/g)].map(([, date = '']) => date),
    )
    expect(dates.length).toBeGreaterThan(100)
    expect(dates.filter((date) => date > now.toISOString())).toEqual([])
  })

  it('knows no page that the sample does not have', () => {
    expect(servePage('https://www.instagram.com/nobody/', now)).toBeNull()
    expect(servePage('https://x.com/jonascooksout/status/999', now)).toBeNull()
    expect(servePage('https://www.tiktok.com/@theo.runs.trails/video/abc', now)).toBeNull()
    expect(servePage('https://example.com/', now)).toBeNull()
  })

  it('escapes what people wrote', () => {
    expect(html(siteOrigins.bluesky)).toContain('moss &amp; maps')
  })
})

describe('the sample server', () => {
  const post = pages.find((page) => page.edited)?.url ?? ''

  it('serves the edited caption from the second look on', async () => {
    const { serve } = createSampleServer(now)
    expect(await bodyOf(serve, post)).toBe(html(post))
    expect(await bodyOf(serve, post)).toBe(html(post, { edited: true }))
    expect(html(post)).not.toBe(html(post, { edited: true }))
  })

  it('answers for the sample sites and its own start page, and for nothing else', async () => {
    const { serve, start } = createSampleServer(now)
    for (const { url } of pages) expect(await bodyOf(serve, url)).toBeDefined()
    expect(await bodyOf(serve, start)).toContain(pages[0]?.url)
    expect((await serve(new URL('https://www.instagram.com/nobody/')))?.status).toBe(404)
    expect(await serve(new URL('https://example.com/'))).toBeNull()
  })
})

describe('the sample brand', () => {
  const at = now.toISOString()

  it('is made of records that the store takes', () => {
    for (const partner of samplePartners(at)) expect(partnerSchema.parse(partner)).toEqual(partner)
    for (const guideline of sampleGuidelines(at)) expect(guidelineSchema.parse(guideline)).toEqual(guideline)
  })

  it('has the same ids whenever it is loaded', () => {
    expect(idsAt(at)).toEqual(idsAt('2030-01-01T00:00:00.000Z'))
    expect(new Set(idsAt(at)).size).toBe(idsAt(at).length)
  })

  it('names only its own partners in its guidelines', () => {
    const known = new Set(samplePartners(at).map(({ id }) => id))
    const named = sampleGuidelines(at).flatMap(({ partnerIds }) => partnerIds ?? [])
    expect(named.length).toBeGreaterThan(0)
    for (const id of named) expect(known).toContain(id)
  })
})
