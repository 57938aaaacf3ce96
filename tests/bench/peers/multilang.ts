import sentiment from 'multilang-sentiment'
import type { Peer } from './define.ts'

export default {
  name: 'multilang-sentiment 2.0.0',
  languages: ['en', 'ar', 'de', 'es', 'fr', 'hi', 'it', 'pt'],
  slow: true,
  score: (text, language) => sentiment(text, language).score,
} satisfies Peer
