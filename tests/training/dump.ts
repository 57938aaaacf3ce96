import { readFileSync, writeFileSync } from 'node:fs'
import { createFeatures, DENSE, extract } from '../../lib/sentiment/features.ts'
import { formOf, piecesOf } from '../../lib/sentiment/forms.ts'
import type { Form } from '../../lib/sentiment/forms.ts'
import { tokensOf } from '../../lib/sentiment/tokens.ts'
import { readLexicons } from './lexicons.ts'

/**
 * `node dump.ts TEXTS.jsonl OUT`: the product's own features of every text (`{ "text", "lang" }` a line), for
 * training in another language. Writes OUT.rows (word hashes and piece hashes per row, Uint32 pairs), OUT.hashes (Uint32, words then
 * pieces), OUT.dense (Float32) and OUT.tokens (one line per text).
 */
const [input = '', output = '', lexiconDir = ''] = process.argv.slice(2)
const lexicons = readLexicons(lexiconDir)
const lines = readFileSync(input, 'utf8').split('\n').filter(Boolean)
const forms = new Map<string, { form: Form; pieces: number[] }>()
const features = createFeatures()
const rows = new Uint32Array(lines.length * 2)
const dense = new Float32Array(lines.length * DENSE.length)
const tokens: string[] = []
let hashes = new Uint32Array(1 << 20)
let filled = 0
const push = (hash: number) => {
  if (filled === hashes.length) {
    const wider = new Uint32Array(filled * 2)
    wider.set(hashes)
    hashes = wider
  }
  hashes[filled++] = hash
}

for (const [index, line] of lines.entries()) {
  const { text, lang } = JSON.parse(line) as { text: string; lang: string | null }
  const known = tokensOf(text).map(({ kind, raw }) => {
    const key = `${kind} ${raw}`
    let entry = forms.get(key)
    if (!entry) {
      const form = formOf(kind, raw, lexicons)
      entry = { form, pieces: kind === 'word' || kind === 'hashtag' ? piecesOf(form.text) : [] }
      forms.set(key, entry)
    }
    return entry
  })
  extract(
    known.map(({ form }) => form),
    lexicons.own.get(lang ?? '') ?? null,
    features,
  )
  for (let i = 0; i < features.count; i++) push(features.hashes[i] ?? 0)
  rows[index * 2] = features.count
  const start = filled
  for (const { pieces } of known) for (const piece of pieces) push(piece)
  rows[index * 2 + 1] = filled - start
  dense.set(features.dense, index * DENSE.length)
  tokens.push(
    known
      .filter(({ form }) => form.kind !== 'link')
      .map(({ form }) => form.text)
      .join('\t'),
  )
}
writeFileSync(`${output}.rows`, rows)
writeFileSync(`${output}.hashes`, hashes.subarray(0, filled))
writeFileSync(`${output}.dense`, dense)
writeFileSync(`${output}.tokens`, tokens.join('\n'))
