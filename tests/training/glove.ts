import { readFileSync, writeFileSync } from 'node:fs'

/**
 * `node glove.ts EMBEDDINGS.json OUT`: the GloVe vectors as the package ships them (300 MB of JSON) as OUT.words
 * (one a line, the frequent first) and OUT.f32 (100 numbers each).
 */
const [input = '', output = ''] = process.argv.slice(2)
const SIZE = 100
const { words, vectors } = JSON.parse(readFileSync(input, 'utf8')) as {
  words: string[]
  vectors: Record<string, number[]>
}
const all = new Float32Array(words.length * SIZE)
for (const [i, word] of words.entries()) all.set((vectors[word] ?? []).slice(0, SIZE), i * SIZE)
writeFileSync(`${output}.words`, words.join('\n'))
writeFileSync(`${output}.f32`, all)
