import { resolve } from 'node:path'
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build'

export type GetMessage = (key: string, substitutions?: string | string[]) => string

/** `browser.i18n.getMessage` over assets/locales, so that tests read the words a user reads. '' when unknown. */
export async function createGetMessage(locale: string): Promise<GetMessage> {
  const file = resolve(import.meta.dirname, `../../assets/locales/${locale}.yml`)
  const messages = generateChromeMessages(await parseMessagesFile(file))
  return (key, substitutions = []) => {
    const values = [substitutions].flat()
    const message = messages[key]?.message ?? ''
    return message.replaceAll(/\$(\$|[1-9])/g, (_, sign: string) =>
      sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
    )
  }
}
