import { describe, expect, it } from 'vitest'
import { codeWords } from '../../components/words.ts'
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
