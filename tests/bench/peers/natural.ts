// Its sentiment part alone: the package as a whole also brings word nets and database clients.
import SentimentAnalyzer from 'natural/lib/natural/sentiment/SentimentAnalyzer.js'
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import type { Peer } from './define.ts'

const analyzers = new Map([
  ['en', new SentimentAnalyzer('English', PorterStemmer, 'afinn')],
  ['es', new SentimentAnalyzer('Spanish', null, 'afinn')],
  ['pt', new SentimentAnalyzer('Portuguese', null, 'afinn')],
  ['de', new SentimentAnalyzer('German', null, 'pattern')],
  ['fr', new SentimentAnalyzer('French', null, 'pattern')],
  ['it', new SentimentAnalyzer('Italian', null, 'pattern')],
])
// Its own tokenizers cut words at letters that English does not have.
const WORD = /[\p{L}\p{M}'’]+/gu

export default {
  name: 'natural 8.1.1',
  languages: [...analyzers.keys()],
  score: (text, language) => analyzers.get(language)?.getSentiment(text.match(WORD) ?? ['']) ?? 0,
} satisfies Peer
