import { BadInput, readInput } from './bad-input.ts'

/** One parsed line of a JSON lines file and where it stands, for messages. */
export interface Line {
  readonly where: string
  readonly value: unknown
}

/** @throws BadInput that names the file, the line and the reason; empty lines are skipped */
export async function readJsonLines(file: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const [i, raw] of (await readInput(file)).split(/\r?\n/).entries()) {
    const text = i === 0 ? raw.replace(/^\ufeff/, '') : raw
    if (text.trim() === '') continue
    const where = `${file}:${i + 1}`
    try {
      lines.push({ where, value: JSON.parse(text) })
    } catch (error) {
      throw new BadInput(`${where}: not JSON: ${(error as Error).message}`)
    }
  }
  return lines
}

/** The one file argument of a command. @throws BadInput with the usage */
export function onlyFile(command: string, args: readonly string[]): string {
  const [file, ...rest] = args
  if (file === undefined || file.startsWith('--') || rest.length > 0) {
    throw new BadInput(`usage: lab ${command} FILE.jsonl`)
  }
  return file
}
