import Sentiment from 'sentiment'
import type { Peer } from './define.ts'

const sentiment = new Sentiment()

export default {
  name: 'sentiment 5.0.2',
  languages: ['en'],
  score: (text) => sentiment.analyze(text).score,
} satisfies Peer
