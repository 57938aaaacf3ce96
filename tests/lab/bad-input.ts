import { readFile } from 'node:fs/promises'

/** Wrong arguments or unreadable input: one line on stderr (which file, which line, why) and exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}

/** @throws BadInput that names the file and the reason */
export async function readInput(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new BadInput(`${file}: ${whyUnreadable(error)}`)
  }
}

function whyUnreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const words: Record<string, string> = {
    ENOENT: 'no such file',
    EISDIR: 'is a folder, not a file',
    EACCES: 'may not be read',
  }
  return words[code ?? ''] ?? message
}
