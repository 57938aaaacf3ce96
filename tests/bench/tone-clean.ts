import { readTone } from '../harness/tone-weights.ts'
import { ours } from './tone-ours.ts'

/** The engine of the clean build, trained without the sets of research terms. */
export default ours('Rapport, clean build', readTone('clean').toneOf)
