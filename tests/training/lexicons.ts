import { readdirSync, readFileSync } from 'node:fs'
import type { Lexicons } from '../../lib/sentiment/forms.ts'

/** Reads `<lang>.tsv` files, one `word TAB valence` a line; `vader.tsv` is VADER's. */
export function readLexicons(dir: string): Lexicons {
  const lists = readdirSync(dir).map((name) => {
    const lines = readFileSync(`${dir}/${name}`, 'utf8').split('\n').filter(Boolean)
    const list = new Map(
      lines.map((line): [string, number] => {
        const [word = '', valence = '0'] = line.split('\t')
        return [word, Number(valence)]
      }),
    )
    return [name.replace('.tsv', ''), list] as const
  })
  const own = new Map(lists)
  const vader = own.get('vader') ?? new Map<string, number>()
  own.delete('vader')
  return { vader, own }
}
