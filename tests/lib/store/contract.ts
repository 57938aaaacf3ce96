import { defaultSettings } from '../../../lib/domain/settings.ts'
import { QuotaError } from '../../../lib/store/interface.ts'
import { eraseRecord, importRecord, readRecord, writeRecord } from '../../../lib/store/record-file.ts'
import type { Store, TableName } from '../../../lib/store/interface.ts'
import {
  assessmentRow,
  commentRow,
  contactRow,
  correctionRow,
  deliverableRow,
  briefRow,
  draftRow,
  evidenceRows,
  agreementRow,
  incidentRow,
  partnerReviewRow,
  planRow,
  programmeUseRow,
  realignmentRow,
  guidelineRow,
  guidelineVersionRow,
  metricRow,
  missRow,
  noteRow,
  overrideRow,
  partnerRow,
  postRow,
  profileRow,
  letterRow,
  pulseRow,
  ratesRow,
  reportRow,
  revisionRow,
  t,
  ulid,
  waiverRow,
  vettingRow,
  watchRow,
} from './rows.ts'

/** One place to keep a record in, empty at first. Made anew for each case. */
export interface StoreHarness {
  readonly store: Store
  /** Puts a row past all types, as an older version or a damaged disk would leave it. */
  readonly putRaw: (table: TableName, row: object) => Promise<void>
  /** From now on the disk is full. */
  readonly fillDisk: () => Promise<void>
  /** The same data, opened again. */
  readonly reopen: () => Promise<Store>
}

export interface ContractCase {
  readonly name: string
  readonly run: (harness: StoreHarness) => Promise<void>
}

/**
 * What every store must do. Cases carry their own assertions, so that the suite also runs inside a browser
 * page, where no test runner is.
 */
export const contract: readonly ContractCase[] = [
  {
    name: 'an empty store answers with nothing, not with errors',
    async run({ store }) {
      equal(await store.partners.all(), [])
      equal(await store.posts.get('x:1'), null)
      equal(await store.posts.ofPartner(ulid(1)), [])
      equal(await store.profiles.latest('x:nobody'), null)
      equal(await store.settings.get(), defaultSettings)
      equal(await store.stats(), { partners: 0, posts: 0, comments: 0, notes: 0, setAside: {} })
    },
  },
  {
    name: 'every table gives back what was put, also after opening again',
    async run({ store, reopen }) {
      await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1))
        await tx.put('posts', postRow(1))
        await tx.put('revisions', revisionRow('x:1', 1))
        await tx.put('comments', commentRow('x:1', 1))
        await tx.put('metrics', metricRow('x:1', 1))
        await tx.put('profiles', profileRow('x:creator1', 1))
        await tx.put('assessments', assessmentRow('x:1', 'b'))
        await tx.put('guidelines', guidelineRow(2))
        await tx.put('notes', noteRow(3))
        await tx.put('contacts', contactRow(4))
        await tx.put('misses', missRow('x', 'post.likes'))
        await tx.put('readRates', ratesRow('x'))
        await tx.put('guidelineVersions', guidelineVersionRow(2, 1))
        await tx.put('waivers', waiverRow(5))
        await tx.put('corrections', correctionRow(6))
        await tx.put('overrides', overrideRow(7))
        await tx.put('deliverables', deliverableRow(8))
        await tx.put('drafts', draftRow(10))
        await tx.put('briefs', briefRow(11))
        await tx.put('incidents', incidentRow(12))
        await tx.put('vettings', vettingRow(13))
        await tx.put('agreements', agreementRow(13))
        for (const link of evidenceRows(ulid(12), 2)) await tx.put('evidence', link)
        await tx.put('plans', planRow(13))
        await tx.put('realignments', realignmentRow(14))
        await tx.put('reviews', partnerReviewRow(15))
        await tx.put('programme', programmeUseRow(16))
        await tx.put('pulses', pulseRow(9))
        await tx.put('reports', reportRow(10))
        await tx.put('letters', letterRow(11))
        await tx.put('alertStates', { id: 'mood|p|negative', until: null, at: t(1) })
        await tx.put('watches', watchRow(10))
        await tx.putSettings({ ...defaultSettings, theme: 'dark' })
      })
      const again = await reopen()
      equal(await again.partners.get(ulid(1)), partnerRow(1))
      equal(await again.posts.get('x:1'), postRow(1))
      equal(await again.revisions.ofPost('x:1'), [revisionRow('x:1', 1)])
      equal(await again.comments.ofPost('x:1'), [commentRow('x:1', 1)])
      equal(await again.metrics.ofPost('x:1'), [metricRow('x:1', 1)])
      equal(await again.profiles.latest('x:creator1'), profileRow('x:creator1', 1))
      equal(await again.assessments.get('x:1'), assessmentRow('x:1', 'b'))
      equal(await again.guidelines.get(ulid(2)), guidelineRow(2))
      equal(await again.notes.get(ulid(3)), noteRow(3))
      equal(await again.contacts.get(ulid(4)), contactRow(4))
      equal(await again.misses.get('x|profile|post.likes'), missRow('x', 'post.likes'))
      equal(await again.readRates.get('x|profile'), ratesRow('x'))
      equal(await again.readRates.all(), [ratesRow('x')])
      equal(await again.guidelineVersions.ofGuideline(ulid(2)), [guidelineVersionRow(2, 1)])
      equal(await again.waivers.get(ulid(5)), waiverRow(5))
      equal(await again.corrections.get(ulid(6)), correctionRow(6))
      equal(await again.deliverables.get(ulid(8)), deliverableRow(8))
      equal(await again.drafts.get(ulid(10)), draftRow(10))
      equal(await again.briefs.all(), [briefRow(11)])
      equal(await again.incidents.get(ulid(12)), incidentRow(12))
      equal(await again.vettings.byAccount('x:creator1'), vettingRow(13))
      equal(await again.vettings.all(), [vettingRow(13)])
      equal(await again.agreements.get(ulid(13)), agreementRow(13))
      equal(await again.agreements.ofPartner(ulid(1)), [agreementRow(13)])
      equal(await again.evidence.ofIncident(ulid(12)), evidenceRows(ulid(12), 2))
      equal(await again.evidence.last(ulid(12)), evidenceRows(ulid(12), 2)[1])
      equal(await again.plans.get(ulid(13)), planRow(13))
      equal(await again.plans.ofPartner(ulid(1)), [planRow(13)])
      equal(await again.realignments.get(ulid(14)), realignmentRow(14))
      equal(await again.realignments.ofPartner(ulid(1)), [realignmentRow(14)])
      equal(await again.reviews.get(ulid(15)), partnerReviewRow(15))
      equal(await again.reviews.ofPartner(ulid(1)), [partnerReviewRow(15)])
      equal(await again.programme.get(ulid(16)), programmeUseRow(16))
      equal(await again.programme.ofPartner(ulid(1)), [programmeUseRow(16)])
      equal(await again.pulses.get(ulid(9)), pulseRow(9))
      equal(await again.reports.all(), [reportRow(10)])
      equal(await again.letters.get(ulid(11)), letterRow(11))
      equal(await again.alertStates.all(), [{ id: 'mood|p|negative', until: null, at: t(1) }])
      equal(await again.watches.get(ulid(10)), watchRow(10))
      equal(await again.watches.all(), [watchRow(10)])
      equal((await again.settings.get()).theme, 'dark')
    },
  },
  {
    name: 'posts of a partner come from all of its accounts, newest first, within since and limit',
    async run({ store }) {
      const accounts = [
        { platform: 'x', handle: 'Creator1', url: null },
        { platform: 'bluesky', handle: 'creator1.example', url: null },
      ]
      await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1, { accounts }))
        for (const n of [3, 1, 5]) await tx.put('posts', postRow(n))
        for (const n of [4, 2]) await tx.put('posts', postRow(n, { account: 'bluesky:creator1.example' }))
        await tx.put('posts', postRow(9, { account: 'x:creator10' }))
      })
      const externalIds = async (options?: { since?: string; limit?: number }) =>
        (await store.posts.ofPartner(ulid(1), options)).map((post) => post.externalId)
      equal(await externalIds(), ['5', '4', '3', '2', '1'])
      equal(await externalIds({ since: t(3) }), ['5', '4', '3'])
      equal(await externalIds({ limit: 2 }), ['5', '4'])
      equal(await externalIds({ since: t(2), limit: 3 }), ['5', '4', '3'])
      equal(await externalIds({ limit: 0 }), [])
      const ofAccount = await store.posts.ofAccount('x:creator1', { limit: 2 })
      equal(
        ofAccount.map((post) => post.externalId),
        ['5', '3'],
      )
      equal(await store.posts.countOfAccount('x:creator1'), 3)
      equal(await store.posts.idsOfAccount('x:creator1'), ['x:1', 'x:3', 'x:5'])
      const many = await store.posts.getMany(['x:3', 'x:404', 'x:1'])
      equal(
        many.map((post) => post.id),
        ['x:3', 'x:1'],
      )
    },
  },
  {
    name: 'an account finds its partner, unless the partner is deleted',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1, { deletedAt: t(9) }))
        await tx.put('partners', partnerRow(2, { accounts: [{ platform: 'x', handle: 'creator1', url: null }] }))
        await tx.put('partners', partnerRow(3, { deletedAt: t(9) }))
      })
      equal((await store.partners.byAccount('x:creator1'))?.id, ulid(2))
      equal(await store.partners.byAccount('x:creator3'), null)
      equal(await store.partners.byAccount('x:creator'), null)
      equal(
        (await store.partners.all()).map((partner) => partner.id),
        [ulid(2)],
      )
      equal((await store.partners.all({ deleted: true })).length, 3)
      equal((await store.partners.get(ulid(1)))?.id, ulid(1))
    },
  },
  {
    name: 'rows of one post do not mix with those of a post whose id begins alike',
    async run({ store }) {
      await store.write(async (tx) => {
        for (const postId of ['x:1', 'x:11', 'x:1/']) {
          await tx.put('comments', commentRow(postId, 1))
          await tx.put('revisions', revisionRow(postId, 1))
          await tx.put('metrics', metricRow(postId, 1))
        }
      })
      equal(await store.comments.countOfPost('x:1'), 1)
      equal((await store.comments.ofPost('x:1')).length, 1)
      equal((await store.revisions.ofPost('x:1')).length, 1)
      equal((await store.metrics.ofPost('x:1')).length, 1)
    },
  },
  {
    name: 'a reading answers all of its questions from one state, and everything that has one key',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1))
        // Several posts of one moment: a limit ends among them.
        for (const n of [1, 2, 3, 4]) await tx.put('posts', postRow(n, { sortAt: t(n < 3 ? 1 : 2) }))
      })
      let writing: Promise<void> = Promise.resolve()
      const [before, later] = await store.read(async (record) => {
        const all = await record.partners.all()
        writing = store.write((tx) => tx.put('partners', partnerRow(2)))
        for (const limit of [1, 2, 3, 4, 5]) {
          const posts = await record.posts.ofAccount('x:creator1', { limit })
          equal(
            posts.map(({ externalId }) => externalId),
            ['4', '3', '2', '1'].slice(0, limit),
          )
        }
        return [all, await record.partners.all()]
      })
      equal([before?.length, later?.length], [1, 1])
      await writing
      equal((await store.read((record) => record.partners.all())).length, 2)
    },
  },
  {
    name: 'series come oldest first and comments obey the limit',
    async run({ store }) {
      await store.write(async (tx) => {
        for (const n of [12, 2, 7]) {
          await tx.put('revisions', revisionRow('x:1', n))
          await tx.put('metrics', metricRow('x:1', n))
          await tx.put('comments', commentRow('x:1', n))
          await tx.put('profiles', profileRow('x:creator1', n))
        }
      })
      const order = [t(2), t(7), t(12)]
      equal(
        (await store.revisions.ofPost('x:1')).map((row) => row.firstSeenAt),
        order,
      )
      equal(
        (await store.metrics.ofPost('x:1')).map((row) => row.at),
        order,
      )
      equal(
        (await store.profiles.ofAccount('x:creator1')).map((row) => row.at),
        order,
      )
      equal(
        (await store.comments.ofPost('x:1', { limit: 2 })).map((row) => row.firstSeenAt),
        [t(2), t(7)],
      )
      equal((await store.profiles.latest('x:creator1'))?.at, t(12))
    },
  },
  {
    name: 'versions of a guideline come oldest first, and only its own',
    async run({ store }) {
      await store.write(async (tx) => {
        for (const version of [10, 9, 1]) await tx.put('guidelineVersions', guidelineVersionRow(2, version))
        await tx.put('guidelineVersions', guidelineVersionRow(3, 2))
      })
      const versions = await store.guidelineVersions.ofGuideline(ulid(2))
      equal(
        versions.map(({ version }) => version),
        [1, 9, 10],
      )
      equal(await store.guidelineVersions.get(ulid(2), 9), guidelineVersionRow(2, 9))
      equal(await store.guidelineVersions.get(ulid(2), 2), null)
    },
  },
  {
    name: 'waivers, corrections and overrides come newest first; taken back ones only when asked for',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('waivers', waiverRow(1))
        await tx.put('waivers', waiverRow(2))
        await tx.put('waivers', waiverRow(3, { deletedAt: t(9) }))
        await tx.put('corrections', correctionRow(4))
        await tx.put('corrections', correctionRow(5, { deletedAt: t(9) }))
        await tx.put('overrides', overrideRow(6))
        await tx.put('overrides', overrideRow(7))
        await tx.put('overrides', overrideRow(8, { deletedAt: t(9) }))
      })
      equal(ids(await store.waivers.all()), [ulid(2), ulid(1)])
      equal(ids(await store.waivers.all({ deleted: true })), [ulid(3), ulid(2), ulid(1)])
      equal(ids(await store.corrections.all()), [ulid(4)])
      equal(ids(await store.corrections.all({ deleted: true })), [ulid(5), ulid(4)])
      equal(ids(await store.overrides.all()), [ulid(7), ulid(6)])
      equal(ids(await store.overrides.all({ deleted: true })), [ulid(8), ulid(7), ulid(6)])
      equal(await store.overrides.get(ulid(8)), overrideRow(8, { deletedAt: t(9) }))
    },
  },
  {
    name: 'notes and contacts come newest first, without the deleted ones; null asks for the inbox',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('notes', noteRow(1, { partnerId: ulid(1) }))
        await tx.put('notes', noteRow(2, { partnerId: ulid(1) }))
        await tx.put('notes', noteRow(3, { partnerId: ulid(1), deletedAt: t(9) }))
        await tx.put('notes', noteRow(4))
        await tx.put('notes', noteRow(5))
        await tx.put('contacts', contactRow(6, { at: t(1) }))
        await tx.put('contacts', contactRow(7, { at: t(3) }))
        await tx.put('contacts', contactRow(8, { deletedAt: t(9) }))
      })
      equal(ids(await store.notes.ofPartner(ulid(1))), [ulid(2), ulid(1)])
      equal(ids(await store.notes.ofPartner(null)), [ulid(5), ulid(4)])
      equal(ids(await store.notes.all()), [ulid(5), ulid(4), ulid(2), ulid(1)])
      equal((await store.notes.all({ deleted: true })).length, 5)
      equal(ids(await store.contacts.ofPartner(ulid(1))), [ulid(7), ulid(6)])
    },
  },
  {
    name: 'drafts come newest first, of one partner or of all, without the deleted ones',
    async run({ store }) {
      await store.write(async (tx) => {
        for (const n of [1, 2]) await tx.put('drafts', draftRow(n))
        await tx.put('drafts', draftRow(3, { deletedAt: t(9) }))
        await tx.put('drafts', draftRow(4, { partnerId: ulid(2) }))
      })
      equal(ids(await store.drafts.ofPartner(ulid(1))), [ulid(2), ulid(1)])
      equal(ids(await store.drafts.all()), [ulid(4), ulid(2), ulid(1)])
      equal((await store.drafts.all({ deleted: true })).length, 4)
    },
  },
  {
    name: 'deliverables come by due date and pulses newest first, without the deleted ones',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('deliverables', deliverableRow(1, { dueAt: t(5) }))
        await tx.put('deliverables', deliverableRow(2, { dueAt: t(3) }))
        await tx.put('deliverables', deliverableRow(3, { deletedAt: t(9) }))
        await tx.put('deliverables', deliverableRow(4, { partnerId: ulid(2) }))
        await tx.put('pulses', pulseRow(5))
        await tx.put('pulses', pulseRow(6))
        await tx.put('pulses', pulseRow(7, { deletedAt: t(9) }))
      })
      equal(ids(await store.deliverables.ofPartner(ulid(1))), [ulid(2), ulid(1)])
      equal(ids(await store.deliverables.all()), [ulid(1), ulid(2), ulid(4)])
      equal((await store.deliverables.all({ deleted: true })).length, 4)
      equal(ids(await store.pulses.ofPartner(ulid(1))), [ulid(6), ulid(5)])
    },
  },
  {
    name: 'reports come newest first and letters by name, without the deleted ones',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('reports', reportRow(1))
        await tx.put('reports', reportRow(3))
        await tx.put('reports', reportRow(2, { deletedAt: t(9) }))
        await tx.put('letters', letterRow(1, { name: 'Zest' }))
        await tx.put('letters', letterRow(2, { name: 'Apology' }))
        await tx.put('letters', letterRow(3, { deletedAt: t(9) }))
      })
      equal(ids(await store.reports.all()), [ulid(3), ulid(1)])
      equal((await store.reports.all({ deleted: true })).length, 3)
      equal(ids(await store.letters.all()), [ulid(2), ulid(1)])
    },
  },
  {
    name: 'export, erase and import give the same bytes, rows of another version included, without the hash key',
    async run({ store, putRaw }) {
      await store.hashKey()
      await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1))
        for (const n of [3, 1, 2]) await tx.put('posts', postRow(n))
        await tx.put('reports', reportRow(6))
        await tx.put('letters', letterRow(7))
        await tx.put('notes', noteRow(4, { text: 'line\nand \u{1F35E} "quote" \ud800', deletedAt: t(9) }))
        await tx.putSettings({ ...defaultSettings, theme: 'dark' })
      })
      await putRaw('notes', { id: ulid(5), partnerId: ulid(1), createdAt: t(1), mood: 'from the future' })
      const before = await textOf(store)
      equal(before.includes('hashKey'), false)
      await eraseRecord(store)
      equal(await store.stats(), { partners: 0, posts: 0, comments: 0, notes: 0, setAside: {} })
      const read = readRecord(before)
      if (!('file' in read)) throw new Error(read.problem.code)
      await importRecord(store, read.file, 'replace')
      equal(await textOf(store), before)
      equal((await store.settings.get()).theme, 'dark')
      equal((await store.stats()).setAside, { notes: 1 })
    },
  },
  {
    name: 'replacing the record by a file keeps the key that comment authors are hashed with',
    async run({ store }) {
      await store.hashKey()
      const keyNow = () => store.write((tx) => tx.rawRow('meta', 'hashKey'))
      const before = JSON.stringify(await keyNow())
      const read = readRecord(await textOf(store))
      if (!('file' in read)) throw new Error(read.problem.code)
      await importRecord(store, read.file, 'replace')
      equal(JSON.stringify(await keyNow()), before)
    },
  },
  {
    name: 'assessments are found by account and by basis',
    async run({ store }) {
      await store.write(async (tx) => {
        await tx.put('assessments', assessmentRow('x:1', 'old'))
        await tx.put('assessments', assessmentRow('x:2', 'new'))
        await tx.put('assessments', assessmentRow('x:3', 'new!'))
        await tx.put('assessments', assessmentRow('x:4', 'new', { account: 'x:creator2' }))
      })
      equal(await store.assessments.postIdsOnBasis('x:creator1', 'new'), ['x:2'])
      equal((await store.assessments.ofAccount('x:creator1')).length, 3)
      equal((await store.assessments.getMany(['x:4', 'x:5'])).length, 1)
    },
  },
  {
    name: 'what was not seen for long is found oldest first, a batch at a time',
    async run({ store }) {
      await store.write(async (tx) => {
        for (const n of [5, 3, 1, 4, 2]) await tx.put('posts', postRow(n, { firstSeenAt: t(0) }))
      })
      equal(await store.unseenSince('posts', t(4), 2), ['x:1', 'x:2'])
      equal(await store.unseenSince('posts', t(4), 9), ['x:1', 'x:2', 'x:3'])
      equal(await store.unseenSince('comments', t(4), 9), [])
    },
  },
  {
    name: 'a removed post takes all that belongs to it along, and its notes stay',
    async run({ store }) {
      await store.write(async (tx) => {
        for (const id of ['x:1', 'x:11']) {
          await tx.put('posts', postRow(Number(id.slice(2))))
          await tx.put('revisions', revisionRow(id, 1))
          await tx.put('comments', commentRow(id, 1))
          await tx.put('metrics', metricRow(id, 1))
          await tx.put('assessments', assessmentRow(id, 'b'))
        }
        await tx.put('notes', noteRow(1, { postId: 'x:1' }))
      })
      await store.write((tx) => tx.removePost('x:1'))
      equal(await store.posts.get('x:1'), null)
      equal(await store.revisions.ofPost('x:1'), [])
      equal(await store.comments.ofPost('x:1'), [])
      equal(await store.metrics.ofPost('x:1'), [])
      equal(await store.assessments.get('x:1'), null)
      equal((await store.notes.all()).length, 1)
      equal((await store.posts.get('x:11'))?.id, 'x:11')
      equal((await store.comments.ofPost('x:11')).length, 1)
    },
  },
  {
    name: 'a unit of work sees its own writes',
    async run({ store }) {
      const seen = await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1))
        await tx.put('posts', postRow(1))
        await tx.put('posts', postRow(1, { text: 'newer' }))
        await tx.putSettings({ ...defaultSettings, theme: 'light' })
        return {
          texts: (await tx.posts.ofPartner(ulid(1))).map((post) => post.text),
          theme: (await tx.settings.get()).theme,
        }
      })
      equal(seen, { texts: ['newer'], theme: 'light' })
    },
  },
  {
    name: 'a unit of work that fails changes nothing and passes its own error on',
    async run({ store }) {
      await store.write((tx) => tx.put('posts', postRow(1)))
      const error = await rejection(
        store.write(async (tx) => {
          await tx.put('posts', postRow(1, { text: 'changed' }))
          await tx.put('posts', postRow(2))
          await tx.remove('posts', 'x:1')
          await tx.putSettings({ ...defaultSettings, theme: 'dark' })
          throw new Error('the worker was stopped')
        }),
      )
      equal(String(error), 'Error: the worker was stopped')
      equal(await store.posts.get('x:1'), postRow(1))
      equal(await store.posts.get('x:2'), null)
      equal((await store.settings.get()).theme, 'system')
    },
  },
  {
    name: 'units of work follow one another, so that counting is exact',
    async run({ store }) {
      await store.write((tx) => tx.put('guidelines', guidelineRow(1)))
      await Promise.all(
        Array.from({ length: 20 }, () =>
          store.write(async (tx) => {
            const row = await tx.guidelines.get(ulid(1))
            if (row) await tx.put('guidelines', { ...row, version: row.version + 1 })
          }),
        ),
      )
      equal((await store.guidelines.get(ulid(1)))?.version, 21)
    },
  },
  {
    name: 'a full disk is a QuotaError, nothing of the unit is kept, and what was there is still there',
    async run({ store, fillDisk }) {
      await store.write((tx) => tx.put('notes', noteRow(1)))
      await fillDisk()
      const long = 'x'.repeat(90_000)
      const error = await rejection(
        store.write(async (tx) => {
          await tx.put('notes', noteRow(2))
          for (let n = 0; n < 60; n++) await tx.put('posts', postRow(n, { text: `${long}${n}` }))
        }),
      )
      equal(error instanceof QuotaError, true)
      equal((await store.notes.all()).length, 1)
      equal(await store.posts.get('x:0'), null)
    },
  },
  {
    name: 'a row that does not parse is set aside, counted, and does not use up a limit',
    async run({ store, putRaw }) {
      await store.write(async (tx) => {
        await tx.put('partners', partnerRow(1))
        for (const n of [1, 2, 3]) await tx.put('posts', postRow(n))
      })
      await putRaw('posts', { ...postRow(4), text: 12 })
      await putRaw('posts', { id: 'x:5' })
      await putRaw('notes', { ...noteRow(6), text: null })
      equal(await store.posts.get('x:4'), null)
      equal(
        (await store.posts.ofPartner(ulid(1), { limit: 2 })).map((post) => post.id),
        ['x:3', 'x:2'],
      )
      equal(await store.notes.all({ deleted: true }), [])
      equal(await store.stats(), { partners: 1, posts: 3, comments: 0, notes: 0, setAside: { posts: 2, notes: 1 } })
    },
  },
  {
    name: 'a new row over one that does not parse does not make the old one vanish',
    async run({ store, putRaw, reopen }) {
      await putRaw('notes', { ...noteRow(1), updatedAt: 'yesterday' })
      await store.write((tx) => tx.put('notes', noteRow(1, { text: 'typed anew' })))
      const again = await reopen()
      equal((await again.notes.get(ulid(1)))?.text, 'typed anew')
      equal((await again.stats()).setAside, { notes: 1 })
    },
  },
  {
    name: 'rows from a page come back to the letter: lone surrogates, bidi marks, 100,000 characters, odd keys',
    async run({ store }) {
      const text = `\uD800 \u202Eabc\u200B <img src=x onerror=alert(1)> ${'é'.repeat(100_000)}`
      const id = 'x:__proto__/\uDFFF'
      await store.write(async (tx) => {
        await tx.put('posts', postRow(1, { id, text }))
        await tx.put('comments', commentRow(id, 1, { text }))
        await tx.put(
          'guidelines',
          guidelineRow(2, { rules: [{ id: 'r', kind: 'k', params: { a: ['b'] }, severity: 'low', weight: 'must' }] }),
        )
      })
      equal((await store.posts.get(id))?.text === text, true)
      equal((await store.comments.ofPost(id))[0]?.text === text, true)
      equal((await store.guidelines.get(ulid(2)))?.rules[0]?.params, { a: ['b'] })
      equal(await store.posts.get('__proto__'), null)
      equal(await store.posts.ofAccount('constructor'), [])
    },
  },
  {
    name: 'what is handed out is a copy: changing it changes nothing stored',
    async run({ store }) {
      const put = partnerRow(1)
      await store.write((tx) => tx.put('partners', put))
      put.tags.push('after')
      const got = await store.partners.get(ulid(1))
      got?.tags.push('later')
      equal((await store.partners.get(ulid(1)))?.tags, [])
    },
  },
  {
    name: 'the hash key is made once and stays the same after opening again',
    async run({ store, reopen }) {
      const [first, second] = await Promise.all([store.hashKey(), store.hashKey()])
      equal(first.length, 32)
      equal(
        first.some((byte) => byte !== 0),
        true,
      )
      equal([...second], [...first])
      equal([...(await (await reopen()).hashKey())], [...first])
    },
  },
]

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id)
}

/** Deep equality of plain data, with both sides in the message. */
function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [canonical(actual), canonical(expected)]
  if (a !== b) throw new Error(`expected ${b.slice(0, 500)}\n     got ${a.slice(0, 500)}`)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected a rejection')
}

async function textOf(store: Store): Promise<string> {
  let text = ''
  for await (const part of writeRecord(store, t(0))) text += part
  return text
}
