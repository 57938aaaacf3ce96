import vader from 'vader-sentiment'
import type { Peer } from './define.ts'

export default {
  name: 'vader-sentiment 1.1.3',
  languages: ['en'],
  score: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
} satisfies Peer
