import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createTone } from '../../lib/sentiment/tone.ts'
import type { ToneEngine } from '../../lib/sentiment/tone.ts'
import { parseWeights } from '../../lib/sentiment/weights.ts'

/** The product's engine as it ships, for Node. */
export function readTone(build: 'full' | 'clean' = 'full'): ToneEngine {
  const name = build === 'full' ? 'tone.bin' : 'tone-clean.bin'
  return createTone(parseWeights(readFileSync(resolve(import.meta.dirname, '../../lib/sentiment/weights', name))))
}
