import { webcrypto } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../components/Dashboard.tsx'
import { dossierHtml, dossierJson, dossierMarkdown } from '../../components/incident-dossier.ts'
import { verifierPage } from '../../components/incident-verifier.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { chainFile, verifyChain } from '../../lib/partnership/evidence-chain.ts'
import { incidentProgress } from '../../lib/partnership/incident.ts'
import { createDashboardState } from '../../lib/state/dashboard.ts'
import { loadIncidentView } from '../../lib/state/incidents.ts'
import { createRouter } from '../../lib/state/route.ts'
import { readHealth } from '../../lib/background/health.ts'
import { createTestSurface, NOW, partner } from '../lib/state/surface.ts'
import { evidenceRows, neutral, postRow, t, ulid } from '../lib/store/rows.ts'
import { choose, control, show, type, words } from './show.ts'

const maya = partner('Maya Lindqvist', [['instagram', 'maya.bakes']])
const post = postRow(1, { text: 'A <b>50 hour</b> battery' })

async function open(hash: string) {
  const surface = createTestSurface()
  await surface.store.write(async (tx) => {
    await tx.put('partners', maya)
    await tx.put('posts', post)
  })
  const location = { hash }
  const router = createRouter({
    read: () => location.hash,
    write: (next) => {
      location.hash = next
    },
    onChange: () => {},
  })
  const state = createDashboardState({ ...surface.ports, router, adapters: [], kinds, toneOf: async () => neutral })
  return { surface, state, place: show(<Dashboard state={state} now={surface.ports.now} />) }
}
const press = (place: ParentNode, name: string) => void act(() => control(place, name).click())

async function opened() {
  const all = await open('#/incidents')
  const { state } = all
  const about = { partnerId: maya.id, title: 'Wrong claim', alert: null, evidence: [post.id], by: 'Ines' }
  const id = (await state.incidentEdit.open(about)) ?? ''
  state.router.go('incidents', id)
  await vi.waitFor(() => expect(words(all.place.querySelector('h1'))).toBe('Wrong claim'))
  const progress = async () => {
    const stored = await all.surface.store.incidents.get(id)
    return stored && incidentProgress(stored)
  }
  return { ...all, id, progress }
}

describe('the incidents', () => {
  it('say what to do while there are none', async () => {
    const { place } = await open('#/incidents')
    await vi.waitFor(() => expect(words(place)).toContain('it is never opened silently'))
  })

  it('are opened only when a person says so, and ask for what is missing', async () => {
    const { place, surface } = await open(`#/incidents/new?partner=${maya.id}`)
    await vi.waitFor(() => control(place, 'Open it'))
    press(place, 'Open it')
    expect(words(place)).toContain('Say in a few words what happened.')
    expect(await surface.store.incidents.all()).toEqual([])
  })

  it('show the matrix with its sources, the unknown cells, and the axis that was not captured', async () => {
    const { place, progress } = await opened()
    choose(control<HTMLSelectElement>(place, 'Breach of guideline or law'), '4')
    await vi.waitFor(async () => expect((await progress())?.assessment.level).toBe('high'))
    await vi.waitFor(() => expect(words(place)).toContain('Decided by: Breach of guideline or law'))
    expect(words(place)).toContain('Unknown: Followers exposed')
    expect(words(place)).toContain('0 incidents before')
  })

  it('B3: with reach unknown and the breach at 4 say high with lowered confidence, and "reach not captured"', async () => {
    const { place, progress } = await opened()
    choose(control<HTMLSelectElement>(place, 'Breach of guideline or law'), '4')
    await vi.waitFor(async () => expect((await progress())?.assessment.level).toBe('high'))
    // The one post in it is on one platform; who doubts that says so.
    choose(control<HTMLSelectElement>(place, 'Platforms'), '')
    await vi.waitFor(async () => expect((await progress())?.matrix.get('platforms')?.rating?.value).toBeNull())
    await vi.waitFor(() => expect(words(place)).toContain('Low confidence'))
    expect([...place.querySelectorAll('output')].map(words)).toContain(
      'Reach not captured. What is unknown lowers the confidence, never the level.',
    )
  })

  it('take up a post that is attached later, fill the matrix from it, and leave what a person set', async () => {
    const { place, surface, progress } = await opened()
    const metrics = { ...post.metrics, views: { value: 2_000_000, step: 1 } }
    const account = maya.accountKeys[0] ?? ''
    const viral = postRow(2, { text: 'Seen by many', metrics, account })
    await surface.store.write((tx) => tx.put('posts', viral))
    choose(control<HTMLSelectElement>(place, 'Platforms'), '2')
    await vi.waitFor(async () => expect((await progress())?.matrix.get('platforms')?.rating?.value).toBe(2))
    await vi.waitFor(() => expect(words(place)).toContain('Seen by many'))
    choose(control<HTMLSelectElement>(place, 'Attach a captured post'), viral.id)
    await act(async () => {})
    press(place, 'Attach')
    await vi.waitFor(async () => expect((await progress())?.matrix.get('views')?.rating?.value).toBe(4))
    const now = await progress()
    expect(now?.matrix.get('views')?.rating?.evidence).toEqual([viral.id])
    expect(now?.matrix.get('platforms')?.rating).toMatchObject({ value: 2, from: 'person' })
    expect(now?.levels.map(({ level }) => level)).toEqual(['low', 'medium', 'high'])
  })

  it('refuse to be closed without a post-mortem, naming what is missing, and close with one', async () => {
    const { place, progress } = await opened()
    press(place, 'Work on it')
    await vi.waitFor(() => control(place, 'Close it'))
    press(place, 'Close it')
    await vi.waitFor(() => expect(words(place)).toContain('lacks: root cause, action, owner, date'))
    type(control<HTMLTextAreaElement>(place, 'Root cause'), 'Old fact sheet')
    type(control<HTMLTextAreaElement>(place, 'What is done about it'), 'Send the new one')
    type(control<HTMLInputElement>(place, 'Owner of it'), 'Kofi')
    type(control<HTMLInputElement>(place, 'Done by'), '2026-12-01')
    await act(async () => {})
    const form = place.querySelector('[aria-labelledby="post-mortem"]')
    press(form ?? place, 'Save')
    await vi.waitFor(async () => expect((await progress())?.postMortem?.owner).toBe('Kofi'))
    press(place, 'Close it')
    await vi.waitFor(async () => expect((await progress())?.status).toBe('completed'))
  })

  it('refuse what was decided on an older state, and keep what was typed', async () => {
    const { place, surface, state, id, progress } = await opened()
    const stored = await surface.store.incidents.get(id)
    if (!stored) throw new Error('gone')
    type(
      control<HTMLTextAreaElement>(place.querySelector('[aria-labelledby="updates"]') ?? place, 'Text'),
      'We are on it',
    )
    // Another window, with its own state.
    await state.incidentEdit.act(stored, 'Kofi', { kind: 'owner', owner: 'Kofi' })
    press(place, 'Log the update')
    await vi.waitFor(() => expect(words(place)).toContain('Kofi changed this incident meanwhile.'))
    const field = control<HTMLTextAreaElement>(place.querySelector('[aria-labelledby="updates"]') ?? place, 'Text')
    expect(field.value).toBe('We are on it')
    press(place, 'Log the update')
    await vi.waitFor(async () => expect((await progress())?.updatedAt).not.toBeNull())
  })

  it('B10: an open critical one holds the health at 39, from the record', async () => {
    const { surface, state, id } = await opened()
    const stored = await surface.store.incidents.get(id)
    if (!stored) throw new Error('gone')
    const said = { value: 4, from: 'person', why: '', values: [], evidence: [] } as const
    const ratings = [
      { ...said, cell: 'breach' as const, values: [], evidence: [] },
      { ...said, cell: 'intent' as const, values: [], evidence: [] },
    ]
    await state.incidentEdit.act(stored, 'Ines', { kind: 'rate', ratings })
    const { caps } = await readHealth(surface.store, maya, new Date(NOW))
    expect(caps).toEqual([{ code: 'criticalIncident', limit: 39, evidence: [id] }])
  })

  it('record opening, what was visible, every decision and every report as whole evidence', async () => {
    const { surface, state, id } = await opened()
    const stored = await surface.store.incidents.get(id)
    if (!stored) throw new Error('gone')
    await state.incidentEdit.act(stored, 'Ines', { kind: 'note', text: 'Called' })
    await state.incidentEdit.reported(stored, 'incident.html', 'a'.repeat(64))
    const chain = await surface.store.evidence.ofIncident(id)
    expect(chain.map(({ kind }) => kind)).toEqual(['opened', 'capture', 'decision', 'report'])
    expect(chain[1]?.body).toContain('50 hour')
    expect(verifyChain(chain)).toBeNull()
  })
})

describe('the dossier', () => {
  it('quotes the posts, states capture dates and the visible sample, and lets no quote become markup', async () => {
    const { surface, id } = await opened()
    const view = await loadIncidentView(surface.store, id, NOW)
    if (!view) throw new Error('gone')
    const html = dossierHtml(view, t(9))
    expect(html).toContain('Visible sample of 0 comments; captured')
    expect(html).not.toContain('<b>50')
    expect(html).not.toMatch(/src=|href=/)
    expect(dossierMarkdown(view, t(9))).toContain(String.raw`> A \<b\>50 hour`)
    expect(JSON.parse(dossierJson(view, t(9)))).toMatchObject({ status: 'new', posts: [{ text: post.text }] })
  })
})

/** Runs the page's own script on some bytes, in a document of its own, and gives what it says. */
async function verdict(bytes: Uint8Array): Promise<{ code: string; words: string }> {
  const page = new DOMParser().parseFromString(verifierPage(), 'text/html')
  const script = [...page.querySelectorAll('script')].at(-1)?.textContent ?? ''
  const input = page.getElementById('file')
  Object.defineProperty(input, 'files', { value: [new Blob([Uint8Array.from(bytes)])] })
  runInNewContext(script, { document: page, crypto: webcrypto, TextEncoder, TextDecoder })
  input?.dispatchEvent(new Event('change'))
  const said = page.getElementById('verdict')
  await vi.waitFor(() => expect(words(said)).not.toBe(''))
  return { code: said?.dataset['code'] ?? '', words: words(said) }
}

describe('the verifier page', () => {
  const file = chainFile(evidenceRows(ulid(1), 4), ulid(1), t(9))
  const bytes = new TextEncoder().encode(file)

  it('finds a whole chain whole, with Web Crypto', async () => {
    expect((await verdict(bytes)).words).toMatch(/^All 4 links are whole\. Newest: [0-9a-f]{64}$/)
  })

  it('names one flipped byte, wherever it is', async () => {
    const lines = file.split('\n')
    let at = 0
    for (const [n, line] of lines.entries()) {
      for (const part of [0.1, 0.5, 0.9]) {
        if (line === '') continue
        const flipped = bytes.slice()
        const where = new TextEncoder().encode(file.slice(0, at)).length + Math.floor(line.length * part)
        flipped[where] = (flipped[where] ?? 0) ^ 1
        const said = await verdict(flipped)
        expect(said.code, `line ${n + 1}`).not.toBe('whole')
        const isLink = n >= 1 && n <= 4
        expect(said.words).toMatch(isLink ? new RegExp(`(Link ${n}|[Ll]ine ${n + 1}) `) : /./)
      }
      at += line.length + 1
    }
  })

  it('asks for nothing: no address, no request, a policy that forbids both', () => {
    const page = verifierPage()
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/https?:|fetch\(|XMLHttpRequest|import\(/)
  })
})
