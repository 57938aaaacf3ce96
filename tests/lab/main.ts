import { BadInput } from './bad-input.ts'

type Command = (args: string[]) => Promise<void>

/** Loaded only when asked for: `check` needs no browser, `scrape` no word lists. */
const commands: Record<string, () => Promise<Command>> = {
  scrape: async () => (await import('./scrape.ts')).scrape,
  'scrape-all': async () => (await import('./scrape.ts')).scrapeAll,
  check: async () => (await import('./check.ts')).run,
  tone: async () => (await import('./tone.ts')).run,
  health: async () => (await import('./record.ts')).health,
  alerts: async () => (await import('./record.ts')).alerts,
  replay: async () => (await import('./record.ts')).replay,
  report: async () => (await import('./record.ts')).report,
}

const USAGE = `usage: npm run -s lab -- ${Object.keys(commands).join('|')} …`

async function main([name, ...args]: string[]): Promise<void> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new BadInput(name === undefined ? USAGE : `${name}: no such command; ${USAGE}`)
  const command = await load()
  await command(args)
}

// `lab … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  const isBadInput = error instanceof BadInput
  console.error(isBadInput ? error.message : error)
  process.exitCode = isBadInput ? 2 : 1
}
