import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Peer } from './define.ts'

// Only the stages that sentiment needs.
const nlp = winkNLP(model, ['sbd', 'negation', 'sentiment'])

export default {
  name: 'wink-nlp 2.4.0',
  languages: ['en'],
  // It does not take an empty text.
  score: (text) => (text.trim() === '' ? 0 : nlp.readDoc(text).out(nlp.its.sentiment)),
} satisfies Peer
