import sentiment from 'wink-sentiment'
import type { Peer } from './define.ts'

export default {
  name: 'wink-sentiment 5.0.2',
  languages: ['en'],
  score: (text) => sentiment(text).normalizedScore,
} satisfies Peer
