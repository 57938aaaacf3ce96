import { readTone } from '../harness/tone-weights.ts'
import { ours } from './tone-ours.ts'

/** The engine as it ships. */
export default ours('Rapport', readTone().toneOf)
