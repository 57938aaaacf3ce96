import { i18n } from '#i18n'
import { ulid } from 'ulid'
import { defineBackground } from 'wxt/utils/define-background'
import { createJudge } from '../../lib/background/judge.ts'
import { startBackground } from '../../lib/background/start.ts'
import { browser } from '../../lib/browser.ts'
import { openIdb } from '../../lib/store/idb.ts'

export default defineBackground({
  type: 'module',
  main() {
    startBackground({
      browser,
      openStore: () => openIdb(),
      judge: createJudge(),
      now: () => new Date(),
      newId: () => ulid(),
      words: { check: i18n.t('background.checkSelection'), note: i18n.t('background.noteAboutCreator') },
      onError: (error, during) => console.error(`Rapport: ${during}`, error),
    })
  },
})
