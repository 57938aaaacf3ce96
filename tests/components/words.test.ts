import { describe, expect, it } from 'vitest'
import { codeWords, findingLine, reasonWords } from '../../components/words.ts'
import { channelSchema } from '../../lib/domain/contact.ts'
import { findingStatusSchema } from '../../lib/domain/finding.ts'
import { pageKindSchema } from '../../lib/domain/observation.ts'
import { relationshipSchema } from '../../lib/domain/partner.ts'
import { toneLabelSchema } from '../../lib/domain/tone.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { sites } from '../../lib/sites/index.ts'

const problems = [
  'bad-message',
  'too-large',
  'not-allowed',
  'not-found',
  'disk-full',
  'failed',
  'unreachable',
  'newer-store',
  'migration',
]
const sections: Record<string, readonly string[]> = {
  'common.status': findingStatusSchema.options,
  'contact.channel': channelSchema.options,
  'partner.kind': relationshipSchema.options,
  'site.page': pageKindSchema.options,
  'site.name': sites.map(({ id }) => id),
  'site.problem': [
    'not-an-address',
    'unknown-site',
    'not-a-profile',
    'insecure',
    'port',
    'known-host',
    'taken',
    'refused',
    'failed',
  ],
  'site.checkProblem': ['no-script', 'unsupported', 'unreachable', 'failed'],
  'guideline.problem': ['name-missing', 'required', 'not-understood'],
  'note.notSaved': problems.slice(0, 7),
  error: problems,
  tone: toneLabelSchema.options,
  kind: kinds.map(({ kind }) => kind),
}

describe('codes', () => {
  it.each(Object.entries(sections))('of %s each have words a person understands', (section, codes) => {
    expect(codes.filter((code) => codeWords(section, code) === code.replaceAll('-', ' '))).toEqual([])
  })

  it('of another version are shown as they are rather than as nothing', () => {
    expect(codeWords('reason', 'something-new', ['#Acme'])).toBe('something new: #Acme')
  })
})

describe('a posting window', () => {
  const value = '2026-03-02 09:00 – 2026-03-02 18:00 Europe/Berlin'

  it('says in words when a post was published and when it should have been', () => {
    const words = reasonWords({ reason: 'windowLate', values: [value, '2026-03-02 18:01'] })
    expect(words).toMatch(
      /^Published Mar 2, 2026, 6:01\sPM, after the window Mar 2, 2026, 9:00\sAM – .* Europe\/Berlin/,
    )
    expect(findingLine({ kind: 'posting-window', value, reason: 'windowLate' })).not.toContain('2026-03-02')
  })

  it('leaves what the page says as it is', () => {
    expect(reasonWords({ reason: 'windowUnsure', values: [value, '2026-03-02'] })).toContain('“2026-03-02”')
  })
})
