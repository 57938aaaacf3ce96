import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { brand, creators, figuresOf, urls } from '../sample-sites/index.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

interface Line {
  partner: string
  posts: number
  comments: number
  findings: string
  tone: string
  health: string
}

/** Columns are two spaces apart and more; the second line is a rule. */
function linesOf(table: string): Line[] {
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => {
      const [partner = '', posts = '', comments = '', findings = '', tone = '', health = ''] = line.split(/ {2,}/)
      return { partner, posts: Number(posts), comments: Number(comments), findings, tone, health }
    })
}

/** "54 % positive, 9 % negative" */
function moodOf(tone: string): { positive: number; negative: number } {
  const [, positive, negative] = /^(\d+) % positive, (\d+) % negative$/.exec(tone) ?? []
  return { positive: Number(positive), negative: Number(negative) }
}

describe('npm start -- --headless', () => {
  let stdout = ''
  let stderr = ''
  const lineOf = (name: string): Line => {
    const line = linesOf(stdout).find(({ partner }) => partner === name)
    if (!line) throw new Error(`${name} is not in the table:\n${stdout}\n${stderr}`)
    return line
  }

  beforeAll(async () => {
    // Vitest's NODE_ENV is none of the command's business. A status other than 0 rejects.
    const { NODE_ENV: _, VITEST: __, ...env } = process.env
    ;({ stdout, stderr } = await run('npm', ['-s', 'start', '--', '--headless'], { cwd: root, env }))
  })

  it('prints one table on stdout and nothing else, its progress on stderr', () => {
    expect(stdout).toMatch(/^partner +posts read +comments read +findings +tone of comments +health\n-+/)
    expect(
      linesOf(stdout)
        .map(({ partner }) => partner)
        .toSorted(),
    ).toEqual(creators.map(({ name }) => name).toSorted())
    expect(stderr).toContain(urls(new Date()).at(0)?.url)
  })

  it.each(creators.map((creator) => [creator.name, creator] as const))(
    'counts the posts and comments on the pages of %s',
    (name, creator) => {
      const { posts, comments } = figuresOf(creator)
      expect(lineOf(name)).toMatchObject({ posts, comments })
    },
  )

  it('finds the advertisement that does not say so, and the word the brand does not want', () => {
    const { findings } = lineOf('Theo Marchetti')
    expect(findings).toContain('disclosure missing')
    expect(findings).toContain('banned-phrase fail')
  })

  it('notices the caption that was edited after the first look, and what the edit took out', () => {
    const { findings } = lineOf('Priya Raman')
    expect(findings).toContain('edited caption')
    expect(findings).toContain('disclosure missing')
  })

  it(`finds nothing on those who keep to the guidelines of ${brand.name}`, () => {
    for (const name of ['Maya Lindqvist', 'Jonas Weber', 'Inês Duarte']) expect(lineOf(name).findings).toBe('none')
  })

  it('hears the difference between a happy audience and one that has had enough', () => {
    const [maya, jonas] = [moodOf(lineOf('Maya Lindqvist').tone), moodOf(lineOf('Jonas Weber').tone)]
    expect(maya.positive).toBeGreaterThan(maya.negative)
    expect(jonas.negative).toBeGreaterThan(maya.negative)
  })

  it('gives no score where two posts are all there is', () => {
    expect(lineOf('Inês Duarte')).toMatchObject({ tone: 'none read', health: 'not enough data' })
  })
})
