import { i18n } from '#i18n'
import { ulid } from 'ulid'
import { defineBackground } from 'wxt/utils/define-background'
import { severityWord, toldWords } from '../../components/words.ts'
import { createJudge } from '../../lib/background/judge.ts'
import { readTone } from '../../lib/background/read-tone.ts'
import { startBackground } from '../../lib/background/start.ts'
import { browser } from '../../lib/browser.ts'
import { openIdb } from '../../lib/store/idb.ts'

const onError = (error: unknown, during: string) => console.error(`Rapport: ${during}`, error)

export default defineBackground({
  type: 'module',
  main() {
    startBackground({
      browser,
      openStore: () => openIdb(),
      openJudge: async () => createJudge(await readTone(browser, (error) => onError(error, 'tone'))),
      now: () => new Date(),
      newId: () => ulid(),
      words: {
        check: i18n.t('background.checkSelection'),
        note: i18n.t('background.noteAboutCreator'),
        alert: toldWords,
        severity: ({ severity }) => severityWord(severity),
        count: (n) => i18n.t('notify.count', n),
        digest: (n) => i18n.t('notify.digestTitle', n),
        test: i18n.t('notify.testTitle'),
        more: (n) => i18n.t('notify.more', [n]),
      },
      onError,
    })
  },
})
