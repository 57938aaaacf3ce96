import { describe, expect, it } from 'vitest'
import { sites } from '../../../lib/sites/index.ts'
import { describeFixtures, fixtures } from './fixture-loop.ts'
import { readFixture } from './read-fixture.ts'

describeFixtures('happy-dom', ({ site, html, url }) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return readFixture(page, site, url)
})

describe('every adapter', () => {
  it.each(sites.map(({ id }) => id))('%s has a profile, a post and another fixture of its own', (id) => {
    const kinds = fixtures()
      .filter(({ site }) => site === id)
      .map(({ expected }) => expected?.observation.page)
    expect(kinds).toContain('profile')
    expect(kinds).toContain('post')
    expect(kinds.length).toBeGreaterThanOrEqual(3)
  })
})
