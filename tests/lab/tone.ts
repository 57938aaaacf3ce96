import * as z from 'zod/mini'
import { readTone } from '../harness/tone-weights.ts'
import { BadInput } from './bad-input.ts'
import { onlyFile, readJsonLines } from './json-lines.ts'

const textSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.optional(z.nullable(z.string())),
})

/**
 * `lab tone TEXTS.jsonl`: the tone of each text, one JSON line per input line. The command's labels have no
 * "unclear": it writes what the text leans to, and the confidence says how little that is.
 */
export async function run(args: string[]): Promise<void> {
  const { toneOf } = readTone()
  const output: string[] = []
  for (const { where, value } of await readJsonLines(onlyFile('tone', args))) {
    const parsed = textSchema.safeParse(value)
    if (!parsed.success)
      throw new BadInput(`${where}: needs "id" and "text": ${parsed.error.issues[0]?.path.join('.')}`)
    const { id, text, lang } = parsed.data
    const tone = toneOf(text, lang ?? null)
    const { leaning, score, confidence, words } = tone
    output.push(JSON.stringify({ id, label: leaning, score, confidence, lang: tone.lang, words }))
  }
  if (output.length > 0) process.stdout.write(`${output.join('\n')}\n`)
}
