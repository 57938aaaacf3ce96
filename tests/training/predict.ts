import { readFileSync, writeFileSync } from 'node:fs'
import { createModel } from '../../lib/sentiment/model.ts'
import { parseWeights } from '../../lib/sentiment/weights.ts'
import { readSets } from '../bench/tone-sets.ts'

/**
 * `node predict.ts WEIGHTS OUT.jsonl`: what the product makes of every text that is measured on, without being
 * told its language. The halves are the benchmark's: what is tuned is tuned on `tune`.
 */
const [weights = '', output = ''] = process.argv.slice(2)
const model = createModel(parseWeights(readFileSync(weights)))
const { english, goemotions, xlmt } = readSets()
const said = [english, goemotions, ...xlmt].flatMap(({ id, tune, measure }) =>
  Object.entries({ tune, measure }).flatMap(([half, texts]) =>
    texts.map(({ text, label }) => {
      const { probabilities, route } = model.read(text, null)
      return JSON.stringify({
        id,
        half,
        label,
        probabilities,
        lang: route.support === 'measured' ? (route.lang ?? 'other') : 'other',
      })
    }),
  ),
)
writeFileSync(output, `${said.join('\n')}\n`)
