import Sentiment from 'sentiment'

const sentiment = new Sentiment()
/** The package also knows emoji, by the Emoji Sentiment Ranking (CC-BY-SA): those are never asked for. */
const LETTERS = /^[\p{L}\p{M}'-]+$/u

/** AFINN-165 valence of one lower-case English word, -5 to 5; 0 for what is not in the list. */
export function afinnOf(word: string): number {
  return LETTERS.test(word) ? sentiment.analyze(word).score : 0
}
