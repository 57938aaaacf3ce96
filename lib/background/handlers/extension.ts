import * as z from 'zod/mini'
import { missSeenSchema, observationSchema } from '../../domain/observation.ts'
import type { Handlers } from '../../messages/serve.ts'
import { sampleGuidelines, samplePartners } from '../../sample/index.ts'
import { siteOf } from '../../sites/index.ts'
import { readStandards } from '../judge.ts'
import { same } from '../record/same.ts'
import { injectScript, scriptOf } from '../permissions.ts'
import { tabContext } from '../tab-context.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { saveGuideline } from './guidelines.ts'

type ExtensionMessages =
  | 'tab.context'
  | 'page.check'
  | 'settings.save'
  | 'record.changed'
  | 'sites.sync'
  | 'summaries.refresh'
  | 'sample.load'
  | 'tone.read'

const readingSchema = z.object({
  observation: observationSchema,
  misses: z.array(missSeenSchema).check(z.maxLength(100)),
})

/** What only the extension's own pages ask. */
export function extensionHandlers(deps: Deps): Pick<Handlers, ExtensionMessages> {
  const { browser } = deps
  return {
    'tab.context': async ({ tabId }) => tabContext(browser, await deps.store(), tabId),

    'page.check': async ({ tabId }) => {
      const store = await deps.store()
      const { ownHosts } = await store.settings.get()
      const tab = await browser.tabs.get(tabId).catch(() => null)
      const site = tab?.url === undefined ? undefined : siteOf(tab.url, ownHosts)
      if (tab?.url !== undefined && !site) return { observation: null, misses: [], problem: 'unsupported' }
      const ask = async () =>
        readingSchema.safeParse(
          await browser.tabs.sendMessage(tabId, { type: 'page.read', input: { checkAll: true } }).catch(() => null),
        )
      let reading = await ask()
      // Opened before the site was allowed, or not allowed at all: the click on the toolbar lets us in once.
      if (!reading.success && site && (await injectScript(browser, tabId, scriptOf(site)))) reading = await ask()
      return reading.success
        ? { ...reading.data, problem: null }
        : { observation: null, misses: [], problem: 'no-script' }
    },

    'record.changed': async () => {
      await deps.bump()
      await deps.syncSites('new')
      await deps.refreshBadges()
      void deps.rescore()
      return { ok: true }
    },

    'settings.save': async (input) => {
      let before = input
      const { value, changed } = await decide(deps, async (tx) => {
        before = await tx.settings.get()
        if (same(before, input)) return { value: before, changed: false }
        await tx.putSettings(input)
        return { value: input, changed: true }
      })
      if (!changed) return value
      const otherHosts = !same(before.ownHosts, value.ownHosts)
      if (otherHosts) await deps.syncSites('new')
      if (otherHosts || !same(before.hiddenOn, value.hiddenOn)) await deps.refreshBadges()
      const otherFormulas = !same(before.health.formulas ?? {}, value.health.formulas ?? {})
      if (before.jurisdiction !== value.jurisdiction || otherFormulas) void deps.rescore()
      return value
    },

    'tone.read': async ({ text, lang }) => {
      const standards = await readStandards(await deps.store())
      return (await deps.judge()).hearing(standards).toneOf(text, lang)
    },

    'summaries.refresh': async () => ({ made: await deps.summarize() }),

    'sites.sync': async () => ({ origins: await deps.syncSites('new') }),

    'sample.load': async () => {
      const now = deps.now().toISOString()
      const partners = samplePartners(now)
      const { changed } = await decide(deps, async (tx) => {
        let written = 0
        for (const partner of partners) {
          const stored = await tx.partners.get(partner.id)
          if (stored && stored.deletedAt === null) continue
          written++
          await tx.put('partners', stored ? { ...stored, deletedAt: null, updatedAt: now } : partner)
        }
        for (const guideline of sampleGuidelines(now)) {
          const stored = await tx.guidelines.get(guideline.id)
          if (stored && stored.deletedAt === null) continue
          written++
          await saveGuideline(tx, stored ?? guideline, now, { revive: true })
        }
        return { value: null, changed: written > 0 }
      })
      if (changed) {
        await deps.refreshBadges()
        void deps.rescore()
      }
      return { partners: partners.length }
    },
  }
}
