import { lexiconToneOf } from '../../lib/sentiment/lexicon.ts'
import { ours } from './tone-ours.ts'

/** What is left without the weights file. */
export default ours('Rapport, word list alone', lexiconToneOf)
