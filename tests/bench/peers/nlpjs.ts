import { containerBootstrap } from '@nlpjs/core'
import { LangAr } from '@nlpjs/lang-ar'
import { LangDe } from '@nlpjs/lang-de'
import { LangEn } from '@nlpjs/lang-en'
import { LangEs } from '@nlpjs/lang-es'
import { LangFr } from '@nlpjs/lang-fr'
import { LangHi } from '@nlpjs/lang-hi'
import { LangIt } from '@nlpjs/lang-it'
import { LangPt } from '@nlpjs/lang-pt'
import { SentimentAnalyzer } from '@nlpjs/sentiment'
import type { Peer } from './define.ts'

const container = containerBootstrap()
for (const language of [LangEn, LangAr, LangDe, LangEs, LangFr, LangHi, LangIt, LangPt]) container.use(language)
const analyzer = new SentimentAnalyzer({ container })

export default {
  name: '@nlpjs/sentiment 4.26.1',
  languages: ['en', 'ar', 'de', 'es', 'fr', 'hi', 'it', 'pt'],
  score: async (text, locale) => (await analyzer.process({ locale, text })).sentiment.score,
} satisfies Peer
