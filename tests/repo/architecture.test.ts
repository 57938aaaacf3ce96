import { describe, expect, it } from 'vitest'
import { nameOf, parseCode, sourcesIn, walk, type AstNode, type Source } from './sources.ts'

const shipped = sourcesIn('lib', 'components', 'entrypoints')

/** Who may import whom among the rooms of lib; types, or single files, may come from a few more. */
const rooms: Record<string, { may: string[]; types?: string[]; files?: string[] }> = {
  domain: { may: [] },
  text: { may: ['domain'] },
  sentiment: { may: ['domain', 'text'] },
  guidelines: { may: ['domain', 'text'] },
  health: { may: ['domain', 'text', 'sentiment', 'guidelines'] },
  watch: { may: ['domain', 'text', 'guidelines'], types: ['health'] },
  partnership: { may: ['domain', 'text', 'guidelines'], types: ['health'] },
  reports: { may: ['domain', 'text', 'guidelines', 'health', 'watch', 'partnership'] },
  sites: { may: ['domain', 'text'] },
  store: { may: ['domain'] },
  // `serve` tells a full disk from other failures by the store's error.
  messages: {
    may: ['domain', 'browser'],
    types: ['health', 'guidelines', 'partnership'],
    files: ['lib/store/interface.ts'],
  },
  sample: { may: ['domain', 'text'] },
  background: {
    may: [
      'domain',
      'text',
      'sentiment',
      'guidelines',
      'health',
      'watch',
      'partnership',
      'reports',
      'sites',
      'store',
      'messages',
      'sample',
      'browser',
    ],
  },
  overlay: { may: ['domain', 'sites', 'messages'], types: ['health', 'guidelines'] },
  state: {
    may: [
      'domain',
      'text',
      'sentiment',
      'guidelines',
      'health',
      'watch',
      'partnership',
      'reports',
      'sites',
      'store',
      'messages',
      'browser',
    ],
    // Pages and the background must say the same of a partner's health, and of a post among others.
    files: [
      'lib/background/health.ts',
      'lib/background/alerts.ts',
      'lib/background/summary.ts',
      'lib/background/around.ts',
      'lib/background/draft-live.ts',
      'lib/background/message-tone.ts',
      'lib/background/incidents-at.ts',
      'lib/background/plans.ts',
      'lib/background/partner-review.ts',
    ],
  },
  browser: { may: [] },
}

/** Functions of their arguments and nothing else: no page, no browser, no clock, no chance, no I/O. */
const PURE = new Set(['domain', 'text', 'sentiment', 'guidelines', 'health', 'watch', 'partnership', 'reports'])
const IMPURE = new Set(
  (
    'document window self globalThis navigator location localStorage sessionStorage indexedDB browser chrome ' +
    'fetch XMLHttpRequest WebSocket EventSource crypto performance process setTimeout setInterval ' +
    'queueMicrotask requestAnimationFrame Temporal'
  ).split(' '),
)

/** `lib/sites/adapters/x.ts` is in `sites`, `lib/browser.ts` in `browser`, `components/…` in `components`. */
function roomOf(path: string): string | null {
  const [top = '', second = ''] = path.split('/')
  if (top === 'lib') return second.replace(/\.ts$/, '')
  return ['components', 'entrypoints', 'tests'].includes(top) ? top : null
}

const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')

function importersOf(target: string): string[] {
  return shipped.filter(({ imports }) => imports.some((i) => i.target === target)).map(({ path }) => path)
}

function breaches(check: (source: Source) => string[]): string[] {
  return shipped.flatMap((source) => check(source).map((what) => `${source.path}: ${what}`))
}

describe('the rooms', () => {
  it('are all in the table', () => {
    const present = new Set(shipped.map(({ path }) => roomOf(path)))
    expect([...present].filter((room) => room && !(room in rooms))).toEqual(
      ['components', 'entrypoints'].filter((r) => present.has(r)),
    )
  })

  it('of lib import only the rooms below them', () => {
    const found = breaches(({ path, imports }) => {
      const room = roomOf(path)
      const rule = room === null ? undefined : rooms[room]
      if (!rule) return []
      return imports.flatMap(({ target, typeOnly }) => {
        const other = roomOf(target)
        if (other === null || other === room || rule.may.includes(other) || rule.files?.includes(target)) return []
        return typeOnly && rule.types?.includes(other) ? [] : `imports ${target}`
      })
    })
    expect(found).toEqual([])
  })

  it('let components import lib and themselves, never entrypoints or tests', () => {
    const found = breaches(({ path, imports }) =>
      roomOf(path) === 'components'
        ? imports.flatMap(({ target }) => (['entrypoints', 'tests'].includes(roomOf(target) ?? '') ? target : []))
        : [],
    )
    expect(found).toEqual([])
  })

  it('keep the store behind its interface: only the wiring opens it', () => {
    // The whole record as a file is read and written through the interface, too.
    const open = new Set<string | null>(['lib/store/interface.ts', 'lib/store/record-file.ts'])
    const wiring = /^(entrypoints\/|lib\/(store|background)\/|lib\/state\/browser-ports\.ts$)/
    const found = breaches(({ path, imports }) => {
      if (wiring.test(path)) return []
      return imports.flatMap(({ target, typeOnly }) =>
        roomOf(target) === 'store' && !typeOnly && !open.has(target) ? target : [],
      )
    })
    expect(found).toEqual([])
  })

  it('are imported by nobody above: no one imports an entrypoint of another folder', () => {
    const found = breaches(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        roomOf(target) === 'entrypoints' && folderOf(target) !== folderOf(path) ? target : [],
      ),
    )
    expect(found).toEqual([])
  })

  it('ship nothing that lives in tests', () => {
    expect(
      breaches(({ imports }) => imports.flatMap(({ target }) => (roomOf(target) === 'tests' ? target : []))),
    ).toEqual([])
  })
})

describe('packages', () => {
  it.each([
    ['idb', 1],
    ['sentiment', 1],
    ['temporal-polyfill', 1],
  ])('%s is imported in one file', (name, count) => {
    expect(importersOf(name)).toHaveLength(count)
  })

  it('webextension-polyfill is imported by lib/browser.ts alone', () => {
    expect(importersOf('webextension-polyfill')).toEqual(['lib/browser.ts'])
  })

  it('zod is imported as zod/mini only', () => {
    const found = breaches(({ imports }) =>
      imports.flatMap(({ target, specifier }) => (target === 'zod' && specifier !== 'zod/mini' ? specifier : [])),
    )
    expect(found).toEqual([])
  })

  it('of Node stay out of what is shipped', () => {
    expect(
      breaches(({ imports }) => imports.flatMap(({ specifier }) => (specifier.startsWith('node:') ? specifier : []))),
    ).toEqual([])
  })
})

describe('the pure rooms', () => {
  it('know no page, no browser, no clock, no chance and no I/O', () => {
    const found = breaches((source) => (PURE.has(roomOf(source.path) ?? '') ? impurities(source) : []))
    expect(found).toEqual([])
  })

  it.each([
    ['a clock', 'const t = Date.now()'],
    ['a new date', 'const t = new Date()'],
    ['a date of now', 'const t = Date()'],
    ['chance', 'const n = Math.random()'],
    ['a request', 'void fetch("/x")'],
    ['the page', 'const h = document.body'],
    ['a clock of Temporal', "import { Temporal } from 'temporal-polyfill'; const t = Temporal.Now.instant()"],
    ['a Temporal that not every browser has', 'const t = Temporal.PlainDate.from(day)'],
  ])('are caught with %s', (_, code) => {
    expect(impurities(pretend(code))).toHaveLength(1)
  })

  it('may build a date from a value and name a field like a global', () => {
    expect(
      impurities(pretend('const d = new Date(now); const o = { window: 3 }; f(o.window, source.document)')),
    ).toEqual([])
  })
})

describe('sources', () => {
  it('write no markup into a page', () => {
    const banned =
      /^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment)$/
    const found = breaches(({ ast }) => identifiers(ast).filter((name) => banned.test(name)))
    expect(found).toEqual([])
  })

  it('make no code out of text', () => {
    expect(
      breaches(({ ast }) => calls(ast).filter((name) => /^(eval|Function|document\.write(ln)?)$/.test(name))),
    ).toEqual([])
  })

  it('ask no network but in two places: the tone weights of the extension itself, and the user’s own webhook', () => {
    const network = /^((window|self|globalThis)\.)?(fetch|XMLHttpRequest|WebSocket|EventSource)$|navigator\.sendBeacon$/
    const reader = 'lib/background/read-tone.ts'
    const sender = 'lib/background/webhook.ts'
    expect(breaches(({ ast }) => calls(ast).filter((name) => network.test(name)))).toEqual([
      `${reader}: fetch`,
      `${sender}: fetch`,
    ])
    const source = shipped.find(({ path }) => path === reader)
    expect(source?.text.match(/\bfetch\(.*/g)).toEqual(['fetch(browser.runtime.getURL(FILE))'])
    expect(source?.text).toContain("const FILE = 'tone.bin'")
    // Where to is what the user typed, and only with the browser's permission for it.
    const sending = shipped.find(({ path }) => path === sender)?.text ?? ''
    expect(sending.match(/\bfetch\(.*/g)).toEqual(['fetch(url, {'])
    expect(sending).toMatch(
      /const url = webhookUrl\(webhook\.url\)\n {2}if \(!url \|\| !\(await browser\.permissions\.contains/,
    )
  })

  it('silence no check; a lint rule only by name, for one line, after the reason', () => {
    const found = breaches(({ text }) =>
      text.split('\n').filter((line, index, lines) => {
        if (!/@ts-(ignore|expect-error|nocheck)|(ox|es)lint-disable/.test(line)) return false
        const isReasoned = /^\s*(\/\/|\*)/.test(lines[index - 1] ?? '')
        return !(isReasoned && /oxlint-disable-next-line [\w-]+(\/[\w-]+)?$/.test(line))
      }),
    )
    expect(found).toEqual([])
  })

  it('of entrypoints are wiring: under 60 lines each', () => {
    const long = shipped.filter(({ path, text }) => path.startsWith('entrypoints/') && text.split('\n').length > 60)
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

/** Uses of globals that make a function depend on more than its arguments. */
function impurities({ ast }: Pick<Source, 'ast'>): string[] {
  const own = new Set<string>()
  walk(ast, (node, parent) => {
    if (node.type === 'Identifier' && parent && isBinding(node, parent)) own.add(node['name'] as string)
  })
  const found: string[] = []
  walk(ast, (node, parent) => {
    const callee = nameOf(node['callee'])
    if (node.type === 'CallExpression' && (callee === 'Date' || callee === 'Date.now' || callee === 'Math.random'))
      found.push(`${callee}()`)
    if (node.type === 'NewExpression' && callee === 'Date' && (node['arguments'] as unknown[]).length === 0)
      found.push('new Date()')
    if (node.type === 'MemberExpression' && nameOf(node) === 'Temporal.Now') found.push('Temporal.Now')
    if (node.type !== 'Identifier' || !parent || isLabel(node, parent)) return
    const name = node['name'] as string
    if (IMPURE.has(name) && !own.has(name)) found.push(name)
  })
  return found
}

const isBinding = (node: AstNode, parent: AstNode) =>
  (parent.type === 'ImportSpecifier' && parent['local'] === node) ||
  (parent.type === 'VariableDeclarator' && parent['id'] === node) ||
  (/Function/.test(parent.type) && (parent['params'] as unknown[] | undefined)?.includes(node)) ||
  (parent.type === 'Property' && parent['value'] === node && parent['shorthand'] === true)

/** A name that is no reference: `o.window`, `{ window: 1 }`, `window: number` in a type. */
const isLabel = (node: AstNode, parent: AstNode) =>
  (parent.type === 'MemberExpression' && parent['property'] === node && parent['computed'] !== true) ||
  (/Property|Method|TSEnumMember|TSQualifiedName|JSXAttribute/.test(parent.type) && parent['key'] === node)

function pretend(code: string): Source {
  return { path: 'lib/text/pretend.ts', text: code, imports: [], ast: parseCode('pretend.ts', code) }
}

function identifiers(ast: AstNode): string[] {
  const names: string[] = []
  walk(ast, (node) => {
    if (/^(JSX)?Identifier$/.test(node.type)) names.push(node['name'] as string)
  })
  return names
}

function calls(ast: AstNode): string[] {
  const names: string[] = []
  walk(ast, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') names.push(nameOf(node['callee']) ?? '')
  })
  return names
}
