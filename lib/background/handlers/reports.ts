import type { Letter } from '../../domain/letter.ts'
import type { KeptReport } from '../../domain/report.ts'
import { MessageError } from '../../messages/errors.ts'
import type { Handlers } from '../../messages/serve.ts'
import { readReport } from '../report.ts'
import { decide } from './deps.ts'
import type { Deps } from './deps.ts'
import { setDeleted } from './typed.ts'

type ReportMessages = `report.${'make' | 'delete' | 'restore'}` | `letter.${'save' | 'delete' | 'restore'}`

/** Earlier wordings of a letter that are kept. */
const EARLIER = 50

/** Reports that people make, and the wordings of messages they write. */
export function reportHandlers(deps: Deps): Pick<Handlers, ReportMessages> {
  const time = () => deps.now().toISOString()
  const mark = async <T extends 'reports' | 'letters'>(table: T, id: string, deletedAt: string | null) =>
    (await decide(deps, (tx) => setDeleted(tx, table, id, deletedAt))).value

  return {
    'report.make': async ({ id, kind, partnerId }) => {
      const store = await deps.store()
      const made = await store.reports.get(id)
      if (made) return made
      // Read before the unit of work: a whole record is too much to hold a lock over.
      const report = await readReport(store, kind, partnerId, deps.now())
      if (!report) throw new MessageError('not-found', 'This partner is not there any more.')
      const at = time()
      const kept: KeptReport = {
        id,
        by: 'person',
        at: report.at,
        report,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      }
      await decide(deps, async (tx) => {
        await tx.put('reports', kept)
        return { value: kept, changed: true }
      })
      return kept
    },
    'report.delete': ({ id }) => mark('reports', id, time()),
    'report.restore': ({ id }) => mark('reports', id, null),

    'letter.save': async (input) =>
      (
        await decide(deps, async (tx) => {
          const stored = await tx.letters.get(input.id)
          const at = time()
          if (stored && isSame(stored, input)) return { value: stored, changed: false }
          const saved: Letter = stored
            ? { ...stored, ...input, ...nextVersion(stored, input), updatedAt: at }
            : { ...input, version: 1, earlier: [], createdAt: at, updatedAt: at, deletedAt: null }
          await tx.put('letters', saved)
          return { value: saved, changed: true }
        })
      ).value,
    'letter.delete': ({ id }) => mark('letters', id, time()),
    'letter.restore': ({ id }) => mark('letters', id, null),
  }
}

type Wording = Pick<Letter, 'base' | 'name' | 'subject' | 'body'>

const isSame = (a: Wording, b: Wording): boolean =>
  a.base === b.base && a.name === b.name && a.subject === b.subject && a.body === b.body

/** Another name is no other wording. */
function nextVersion(stored: Letter, input: Wording): Pick<Letter, 'version' | 'earlier'> {
  const { version, subject, body, updatedAt, earlier } = stored
  if (subject === input.subject && body === input.body) return { version, earlier }
  const before = { version, subject, body, savedAt: updatedAt }
  return { version: version + 1, earlier: [...earlier, before].slice(-EARLIER) }
}
