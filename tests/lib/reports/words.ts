import { join } from 'node:path'
import { parseMessagesFile } from '@wxt-dev/i18n/build'
import type { Words } from '../../../lib/reports/wording.ts'

/** The product's own sentences, for renderers. */
export async function readWords(): Promise<Words> {
  const messages = await parseMessagesFile(join(import.meta.dirname, '../../../assets/locales/en.yml'))
  const byKey = new Map(messages.flatMap((one) => (one.type === 'simple' ? [[one.key.join('.'), one.message]] : [])))
  return (section, code, values = []) => {
    const key = `${section}.${code.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase())}`
    const text = byKey.get(key)
    if (text === undefined) throw new Error(`no words for ${key}`)
    return text.replaceAll(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '')
  }
}
