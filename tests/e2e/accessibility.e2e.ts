import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../harness/build.ts'
import type { Rapport } from '../harness/launch.ts'
import { openSampleBrowser } from '../harness/sample-browser.ts'
import { readSamplePage } from '../harness/sample-visit.ts'
import { urls, type SamplePage } from '../sample-sites/index.ts'

// What axe can find, on every surface and in both themes; and what it cannot: whether the keyboard gets everywhere.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const CONTROLS = 'a[href], button, input, select, textarea, summary'
const HOUSE_RULES = '01JTSAMP000000STANDARD0001'

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  let rapport: Rapport
  let pages: SamplePage[]
  let tracked: { tab: Page; tabId: number }
  let untracked: { tab: Page; tabId: number }
  let partnerId: string | null

  beforeAll(async () => {
    const extensionDir = await buildExtension({ browser: 'chrome' })
    const sample = await openSampleBrowser({ extensionDir, colorScheme })
    rapport = sample.rapport
    pages = urls(sample.server.now)
    // With misses, an edit and comments, so that there is something of everything to look at.
    for (const page of pages.filter(({ creator, site }) => creator === 'Priya Raman' && site === 'mastodon'))
      for (let visit = 0; visit < (page.edited ? 2 : 1); visit++) await (await visitTo(page)).tab.close()
    tracked = await visitTo(profileOf('Priya Raman'))
    ;({ partnerId } = await rapport.send('tab.context', { tabId: tracked.tabId }))
    untracked = await visitTo(profileOf('Inês Duarte'))
    const inês = await rapport.send('tab.context', { tabId: untracked.tabId })
    if (inês.partnerId !== null) await rapport.send('partner.delete', { id: inês.partnerId })
  })
  afterAll(async () => rapport?.close())

  let surface: Page | undefined
  afterEach(async () => {
    await surface?.close()
    surface = undefined
  })

  function profileOf(creator: string): SamplePage {
    const page = pages.find((one) => one.creator === creator && one.kind === 'profile')
    if (!page) throw new Error(`The sample has no profile of ${creator}`)
    return page
  }
  function postOf(creator: string, containing: string): SamplePage {
    const page = pages.find((one) => one.creator === creator && one.kind === 'post' && one.title.includes(containing))
    if (!page) throw new Error(`The sample has no such post of ${creator}`)
    return page
  }
  async function visitTo(page: SamplePage) {
    const tab = await rapport.context.newPage()
    const problem = await readSamplePage(rapport, tab, page)
    if (problem !== null) throw new Error(`${page.url}: ${problem}`)
    return { tab, tabId: await rapport.tabId(tab) }
  }
  async function open(path: string, width = 1_100): Promise<Page> {
    surface = await rapport.open('manifest.json')
    await surface.setViewportSize({ width, height: 800 })
    await surface.goto(new URL(path, surface.url()).href)
    return surface
  }
  const openDashboard = async (view: string, words: string) => {
    const page = await open(`dashboard.html#/${view}`)
    await page.getByText(words).first().waitFor()
    return page
  }
  const openPopup = async (tabId: number, words: string) => {
    const page = await open(`popup.html?tab=${tabId}`, 380)
    await page.getByText(words).first().waitFor()
    return page
  }
  const openPanel = async (tabId: number, words: string, width = 360) => {
    const page = await open(`sidepanel.html?tab=${tabId}`, width)
    await page.getByText(words).first().waitFor()
    return page
  }

  const states: Record<string, () => Promise<Page>> = {
    'the popup with a partner, a saved note and a checked page': async () => {
      const page = await openPopup(tracked.tabId, 'Check this page')
      await page.getByRole('textbox', { name: 'Quick note' }).fill('Ask for the label first')
      await page.getByRole('button', { name: 'Follow-up date' }).click()
      await page.getByText('Saved').waitFor()
      await page.getByRole('button', { name: 'Check this page' }).click()
      await page.getByText('Read here').waitFor()
      return page
    },
    'a contact being logged from a pasted message, without saying who wrote': async () => {
      const page = await openPopup(tracked.tabId, 'From them')
      await page.getByRole('button', { name: 'Time, note or paste' }).click()
      await page.getByLabel('Paste a message').fill('So happy with how this went!')
      await page.getByRole('button', { name: 'Log contact' }).click()
      await page.getByText('Say who reached out').waitFor()
      await page.getByText('It does not say everything').waitFor()
      return page
    },
    'the home page with follow-ups, and the notes with a pinned one': async () => {
      const id = '01K9N0TE00000000000000000A'
      const note = { id, partnerId, postId: null, text: 'Ask about spring', followUpOn: '2026-01-02' }
      await rapport.send('note.save', note)
      await rapport.send('note.mark', { id, pinned: true })
      const notes = await openDashboard('notes', 'Pinned')
      await notes.close()
      return openDashboard('attention', 'In a week')
    },
    'the popup on a creator nobody tracks': () => openPopup(untracked.tabId, 'is not a partner yet'),
    'the popup on a page it does not read': () => openPopup(999_999, 'Rapport may not see'),
    'the panel with everything unfolded': async () => {
      const page = await openPanel(tracked.tabId, 'of the score is known')
      await page.locator('.post-line').first().waitFor()
      // Each one opened leaves the list.
      for (let closed = page.locator('[aria-expanded="false"]:visible'); (await closed.count()) > 0;)
        await closed.first().click()
      for (const summary of await page.locator('summary').all()) await summary.click()
      return page
    },
    'the panel with a corrected caption, its message and a finding being waived': async () => {
      const { tabId } = await visitTo(postOf('Theo Marchetti', 'superfood'))
      const page = await openPanel(tabId, 'of the score is known')
      const post = page.locator('.post', { hasText: 'superfood' }).first()
      await post.locator('.post-line > button').click()
      await post.locator('.finding-line').first().click()
      await post.getByRole('button', { name: 'Ask the creator' }).click()
      await post.getByRole('button', { name: 'Copy corrected caption' }).click()
      await post.getByRole('button', { name: 'Waive' }).click()
      await post.locator('.waive-form').getByRole('button', { name: 'Waive' }).click()
      await post.getByText('A short reason is needed').waitFor()
      return page
    },
    'the panel on a creator nobody tracks': () => openPanel(untracked.tabId, 'Track as partner'),
    'the review queue, empty': () => openDashboard('review', 'No draft waits for a review'),
    'writing a new draft, with nothing in it': async () => {
      const page = await openDashboard('review/new', 'Save draft')
      await page.getByRole('button', { name: 'Save draft' }).click()
      await page.getByText('Paste the caption').waitFor()
      return page
    },
    'a draft under review, changes being asked for, and the queue it is in': async () => {
      const page = await openDashboard('review/new', 'Save draft')
      await page.getByLabel('Caption', { exact: true }).fill('A guilt-free superfood snack for the last hill')
      await page.getByLabel('Your name').fill('Ines')
      await page.getByRole('button', { name: 'Save draft' }).click()
      await page.getByText('findings to settle').first().waitFor()
      await page.getByRole('button', { name: 'Request changes' }).click()
      await page.locator('form').getByRole('button', { name: 'Request changes' }).click()
      await page.getByText('Say it in a few words').waitFor()
      return page
    },
    'a brief beside its document': async () => {
      const page = await openDashboard(`guidelines/${HOUSE_RULES}?brief=new`, 'Made from')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText('A brief needs a title').waitFor()
      return page
    },
    'the plans, with none, and one being made with nothing in it': async () => {
      const page = await openDashboard('plans', 'No recovery plan')
      await page.getByRole('button', { name: 'New recovery plan' }).click()
      await page.getByRole('button', { name: 'Make the plan' }).click()
      await page.getByText('Say in a few words what is to be rebuilt').waitFor()
      return page
    },
    'a recovery plan that may not start yet': async () => {
      const page = await openDashboard(`plans/new?partner=${partnerId}&title=Trust`, 'Make the plan')
      await page.getByLabel('Your name').fill('Ines')
      await page.getByRole('button', { name: 'Make the plan' }).click()
      await page.getByRole('button', { name: 'Start the plan' }).click()
      await page.getByText('The plan cannot start yet').waitFor()
      for (const summary of await page.locator('summary').all()) await summary.click()
      return page
    },
    'a change sheet that lacks an example, and the saved one': async () => {
      const page = await openDashboard(`realignment/new?partner=${partnerId}`, 'Save sheet')
      await page.getByLabel('What is realigned').fill('Fewer posts')
      for (const part of ['old term', 'new term', 'reason']) await page.getByLabel(`Change 1: ${part}`).fill('Words')
      await page.getByLabel('Your name').fill('Ines')
      await page.getByRole('button', { name: 'Add a metric' }).click()
      await page.getByLabel('Metric 1: name').fill('Views')
      await page.getByLabel('Metric 1: before').fill('100')
      await page.getByLabel('Metric 1: target').fill('200')
      await page.getByRole('button', { name: 'Save sheet' }).click()
      await page.getByText('needs the address of an example').waitFor()
      await page.getByLabel('Change 1: links to examples').fill('https://shop.example/1')
      await page.getByRole('button', { name: 'Save sheet' }).click()
      await page.getByRole('heading', { name: 'Acknowledgement' }).waitFor()
      return page
    },
    'a review together, filled from the record': async () => {
      const page = await openDashboard(`partners/${partnerId}`, 'Reviews together')
      await page.getByRole('button', { name: 'Used today: Reward or bonus' }).click()
      await page.getByText('Noted for today.').waitFor()
      await page.getByRole('button', { name: 'Begin quarterly review' }).click()
      await page.getByLabel('Goals for the next time').fill('Two reels')
      await page.getByText('Not saved yet').waitFor()
      return page
    },
    'the list of partners': () => openDashboard('partners', 'Theo Marchetti'),
    'adding a partner, with a wrong address': async () => {
      const page = await openDashboard('partners/new', 'Address of the profile')
      await page.getByLabel('Address of the profile').fill('https://shop.example/')
      await page.keyboard.press('Enter')
      await page.getByText('No supported site has this address').waitFor()
      return page
    },
    'a partner’s page': () => openDashboard(`partners/${partnerId}`, 'Stop tracking'),
    'the page of a partner who is not one': () => openDashboard('partners/01JNOBODY', 'does not exist'),
    'the list of guidelines': () => openDashboard('guidelines', 'Tarnwell house rules'),
    'a guideline being tried': async () => {
      const page = await openDashboard(`guidelines/${HOUSE_RULES}`, 'Try it')
      await page.getByLabel('A caption to try').fill('#ad A superfood! Thanks @tarnwell')
      await page.locator('.finding-line').first().click()
      return page
    },
    'a guideline with mistakes': async () => {
      const page = await openDashboard('guidelines/new', 'No rules yet')
      await page.getByRole('button', { name: 'Add a rule' }).click()
      await page.getByPlaceholder('Search kinds of rules').fill('banned phrase')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('A guideline needs a name.').waitFor()
      return page
    },
    'all rules of a guideline': async () => {
      const page = await openDashboard(`guidelines/${HOUSE_RULES}`, 'Try it')
      await page.getByRole('button', { name: 'Open all rules' }).click()
      for (const summary of await page.locator('.rule summary').all()) await summary.click()
      return page
    },
    'the kinds of rules': async () => {
      const page = await openDashboard(`guidelines/${HOUSE_RULES}`, 'Try it')
      await page.getByRole('button', { name: 'Add a rule' }).click()
      await page.getByRole('dialog', { name: 'Add a rule' }).waitFor()
      return page
    },
    'a vetting sheet with a decision that lacks its reason, and the list it is in': async () => {
      const { id } = await rapport.send('vetting.start', {
        id: '01M7WD7TG0D4R6AAFMRCQD7KRV',
        platform: 'instagram',
        handle: 'somebody.new',
        name: 'Somebody New',
        url: null,
      })
      const list = await openDashboard('vetting', 'Somebody New')
      await list.getByRole('link', { name: 'Somebody New' }).waitFor()
      const page = await openDashboard(`vetting/${id}`, 'What was visible')
      await page.getByLabel('Reject').check()
      await page.getByRole('button', { name: 'Save the decision' }).click()
      await page.getByText('Say why.').first().waitFor()
      return page
    },
    'a guideline tried on stored posts': async () => {
      const page = await openDashboard(`guidelines/${HOUSE_RULES}?try=stored`, 'Try it')
      await page.getByLabel('Name', { exact: true }).fill('Renamed')
      await page.getByText(/posts? checked/).waitFor()
      return page
    },
    'the versions of a guideline': () => openDashboard(`guidelines/${HOUSE_RULES}?version=1`, 'First version'),
    'the templates': async () => {
      const page = await openDashboard('guidelines', 'Tarnwell house rules')
      await page.getByRole('button', { name: 'From a template' }).click()
      await page.getByText('check before acting').first().waitFor()
      return page
    },
    'a file of guidelines before it is imported': async () => {
      const page = await openDashboard('guidelines', 'Tarnwell house rules')
      await page.locator('input[type=file]').setInputFiles({
        name: 'rules.json',
        mimeType: 'application/json',
        buffer: Buffer.from(
          '{"format":"rapport-guidelines","version":1,"guidelines":[{"name":"A","rules":[]},{"name":7}]}',
        ),
      })
      await page.getByText('guidelines[1].name').waitFor()
      return page
    },
    'the notes': () => openDashboard('notes', 'Inbox'),
    'checking a text': () => openDashboard('check?text=A%20superfood', 'Checked against'),
    'sites and permissions': () => openDashboard('sites', 'Show badges on pages'),
    'comments by what they are about, one being corrected': async () => {
      const page = await openDashboard(`partners/${partnerId}`, 'Clearest voices')
      for (const summary of await page.locator('.matters summary').all()) await summary.click()
      await page.getByRole('button', { name: 'Correct the tone' }).first().click()
      await page.getByText('It is:').waitFor()
      return page
    },
    'the corrections of tones': async () => {
      const { id } = await rapport.send('tone.correct', {
        id: '01JTSAMP0000000CRRECTN0001',
        text: 'So sick',
        lang: 'en',
        label: 'positive',
        was: 'negative',
      })
      await rapport.send('correction.delete', { id })
      return openDashboard('settings/corrections', 'Taken back')
    },
    'data and settings': () => openDashboard('settings', 'What is stored'),
    'the list of shortcuts': async () => {
      const page = await openDashboard('partners', 'Theo Marchetti')
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
      return page
    },
    'the palette': async () => {
      const page = await openDashboard('partners', 'Theo Marchetti')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByText('Tarnwell house rules').waitFor()
      return page
    },
  }

  it.each(Object.entries(states))('has nothing for axe to find in %s', async (_, state) => {
    const page = await state()
    // A target that a scrolled page has half under its sticky header is not too small.
    await page.evaluate(() => scrollTo(0, 0))
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  it.each([
    ['the popup', () => openPopup(tracked.tabId, 'From them')],
    ['the panel', () => openPanel(tracked.tabId, 'of the score is known', 320)],
    ['a partner’s page', () => openDashboard(`partners/${partnerId}`, 'Stop tracking')],
    ['a guideline', () => openDashboard(`guidelines/${HOUSE_RULES}`, 'Try it')],
  ] as const)('lets the keyboard reach all of %s, and shows where it is', async (_, state) => {
    const page = await state()
    const { stops, unseen } = await tabThrough(page)
    const controls = await page
      .locator(CONTROLS)
      .evaluateAll((all) => all.filter((one) => one.checkVisibility() && !one.matches(':disabled')).length)
    expect(unseen).toEqual([])
    expect(stops).toBe(controls)
  })

  it.each([
    ['the popup', () => open(`popup.html?tab=${tracked.tabId}`, 320)],
    ['the panel', () => openPanel(tracked.tabId, 'of the score is known', 320)],
    [
      'a partner’s page',
      async () => {
        const page = await openDashboard(`partners/${partnerId}`, 'Stop tracking')
        await page.setViewportSize({ width: 320, height: 640 })
        return page
      },
    ],
    [
      'a guideline with its rules open',
      async () => {
        const page = await openDashboard(`guidelines/${HOUSE_RULES}`, 'Try it')
        await page.getByRole('button', { name: 'Open all rules' }).click()
        await page.setViewportSize({ width: 320, height: 640 })
        return page
      },
    ],
    [
      'a file of guidelines before it is imported',
      async () => {
        const page = await openDashboard('guidelines', 'Tarnwell house rules')
        await page.setViewportSize({ width: 320, height: 640 })
        const odd = { name: 'Odd', rules: [{ kind: 'hologram', params: {}, severity: 'low', weight: 'must' }] }
        const file = { format: 'rapport-guidelines', version: 1, guidelines: [odd] }
        await page.locator('input[type=file]').setInputFiles({
          name: 'rules.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(file)),
        })
        await page.getByText('not understood').waitFor()
        return page
      },
    ],
    [
      'the versions of a guideline',
      async () => {
        const page = await openDashboard(`guidelines/${HOUSE_RULES}?version=1`, 'First version')
        await page.setViewportSize({ width: 320, height: 640 })
        return page
      },
    ],
  ] as const)('needs no scrolling sideways in %s at 320 px', async (_, state) => {
    const page = await state()
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await expect.poll(over).toBeLessThanOrEqual(0)
  })
})

it('opens the popup as wide as it is meant to be, and says everything important without scrolling', async () => {
  const extensionDir = await buildExtension({ browser: 'chrome' })
  const { rapport, server } = await openSampleBrowser({ extensionDir })
  try {
    const tab = await rapport.context.newPage()
    const page = urls(server.now).find(({ creator, kind }) => creator === 'Theo Marchetti' && kind === 'profile')
    if (!page) throw new Error('The sample has no profile of Theo Marchetti')
    await readSamplePage(rapport, tab, page)
    const popup = await rapport.popup(tab)
    await popup.locator('::-p-aria(Check this page)').wait()
    await expect.poll(() => popup.evaluate(() => innerWidth)).toBe(380)
    // What is folded away has a place of its own, too, but shows only when it is opened.
    const bottom = await popup.$$eval('button', (buttons) =>
      Math.max(...buttons.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().bottom)),
    )
    expect(bottom).toBeLessThanOrEqual(await popup.evaluate(() => innerHeight))
  } finally {
    await rapport.close()
  }
})

/** Presses Tab from the top of the page until it is left: how many controls that reaches, and where nothing shows it. */
async function tabThrough(page: Page): Promise<{ stops: number; unseen: string[] }> {
  await page.evaluate(() => {
    const top = document.createElement('span')
    top.tabIndex = 0
    document.body.prepend(top)
    top.focus()
  })
  const unseen: string[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return null
      one.setAttribute('data-reached', '')
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      const visible = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      return { visible, html: one.outerHTML.slice(0, 120) }
    })
    if (!stop) break
    if (!stop.visible) unseen.push(stop.html)
  }
  return { stops: await page.locator(CONTROLS).and(page.locator('[data-reached]')).count(), unseen }
}
