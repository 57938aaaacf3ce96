import { i18n } from '#i18n'
import { findingStatusSchema } from '../lib/domain/finding.ts'
import type { EditReason } from '../lib/watch/edits.ts'
import { codeWords, statusWord } from './words.ts'

/** Why an edit matters, in words. */
export function editWords({ code, values }: Pick<EditReason, 'code' | 'values'>): string {
  const [first = '', second = ''] = values
  if (code === 'disclosureWorse') {
    if (second === 'buried') return i18n.t('edit.disclosureMoved')
    const said = [first, second].map((status) => {
      const known = findingStatusSchema.options.find((one) => one === status)
      return known ? statusWord(known) : status
    })
    return codeWords('edit', code, said)
  }
  if (code === 'codeChanged' || code === 'numberChanged') {
    if (second === '') return codeWords('edit', `${code}-gone`, [first])
    return first === '' ? codeWords('edit', `${code}-new`, [second]) : codeWords('edit', code, values)
  }
  return codeWords('edit', code, values)
}
