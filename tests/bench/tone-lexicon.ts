import { toneOf } from '../../lib/sentiment/tone.ts'
import { ours } from './tone-ours.ts'

/** What is left without the weights file. */
export default ours('Rapport, word list alone', toneOf)
