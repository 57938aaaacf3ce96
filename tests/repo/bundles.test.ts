import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { sites } from '../../lib/sites/index.ts'
import { buildExtension, type Target } from '../harness/build.ts'
import { nameOf, parseCode, stringOf, walk, type AstNode } from './sources.ts'

/** What every page of a granted site pays for, in bytes. */
const BUDGET = { minified: 60_000, gzipped: 24_000 }

interface Script {
  /** From the build's folder: `content-scripts/card.js`. */
  name: string
  code: string
  ast: AstNode
}

const targets: Target[] = ['chrome', 'edge', 'firefox']
const folders = new Map<Target, string>()
const scripts = new Map<Target, Script[]>()
beforeAll(async () => {
  for (const browser of targets) {
    const folder = await buildExtension({ browser })
    folders.set(browser, folder)
    scripts.set(browser, filesOf(folder, /\.js$/).map(readScript(folder)))
  }
})

function filesOf(folder: string, name: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'))
  return files.filter((file) => name.test(file)).toSorted()
}

function readScript(folder: string) {
  return (name: string): Script => {
    const code = readFileSync(join(folder, name), 'utf8')
    return { name, code, ast: parseCode(name, code) }
  }
}

const scriptsOf = (target: Target) => scripts.get(target) ?? []
/** What runs in pages: a script per site, and what is injected when it is needed: the card, overrides, pointing. */
const IN_PAGES = [
  ...sites.map(({ id }) => `${id}.js`),
  'content-scripts/card.js',
  'content-scripts/point.js',
  'content-scripts/capture.js',
  'repair.js',
]
const inPages = (target: Target) => scriptsOf(target).filter(({ name }) => IN_PAGES.includes(name))

/** `site.js: eval` for every node for which `check` says something. */
function findings(target: Target, check: (node: AstNode, code: string) => string | null): string[] {
  return scriptsOf(target).flatMap(({ name, code, ast }) => {
    const found: string[] = []
    walk(ast, (node) => {
      const what = check(node, code)
      if (what !== null) found.push(`${name}: ${what}`)
    })
    return found
  })
}

describe.each(targets)('the %s build', (target) => {
  it.each(IN_PAGES)('stays within the budget with %s', (name) => {
    const script = inPages(target).find((one) => one.name === name)
    expect(script).toBeDefined()
    const code = script?.code ?? ''
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(BUDGET.minified)
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(BUDGET.gzipped)
  })

  it('has no zod in what runs in pages', () => {
    // zod keeps a schema's insides under `_zod`; minifiers leave property names alone.
    const withZod = inPages(target).filter(({ code }) => /_zod\b|ZodMini/.test(code))
    expect(withZod.map(({ name }) => name)).toEqual([])
  })

  it('makes no code out of text', () => {
    const code = /^((window|self|globalThis)\.)?(eval|Function)$|^document\.write(ln)?$|(^|\.)importScripts$/
    const found = findings(target, (node) => {
      if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null
      const callee = nameOf(node['callee']) ?? ''
      const isTimerOfText = /(^|\.)set(Timeout|Interval)$/.test(callee) && stringOf(argument(node)) !== null
      return code.test(callee) || isTimerOfText ? callee : null
    })
    expect(found).toEqual([])
  })

  it('loads no code from elsewhere', () => {
    const found = findings(target, (node) => {
      const remote = stringOf(node['source']) ?? ''
      if (/^(Import|Export)/.test(node.type) && !/^(\.{0,2}\/|$)/.test(remote)) return remote
      if (node.type === 'CallExpression' && /(^|\.)createElement(NS)?$/.test(nameOf(node['callee']) ?? ''))
        return stringOf(argument(node)) === 'script' ? 'creates a script element' : null
      const text = stringOf(node) ?? ''
      return /^(https?:)?\/\/[^\s"']+\.m?js(\?|$)/.test(text) ? text : null
    })
    expect(found).toEqual([])
  })

  it("writes no markup, but for Preact's dangerouslySetInnerHTML, which our sources never use", () => {
    const found = findings(target, (node, code) => {
      const markup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment']
      if (node.type === 'CallExpression')
        return markup.find((method) => nameOf(node['callee'])?.endsWith(`.${method}`)) ?? null
      const left = node['left'] as AstNode | undefined
      if (node.type !== 'AssignmentExpression' || left?.type !== 'MemberExpression') return null
      const property = (left['property'] as AstNode)['name'] as string
      if (!markup.includes(property)) return null
      // Preact: `node.innerHTML = html.__html`.
      const written = code.slice(node.start, node.end)
      return /innerHTML=[\w$]+\.__html$/.test(written) ? null : written.slice(0, 80)
    })
    expect(found).toEqual([])
  })

  it('asks no network but in two places of the background: a file of ours, and the user’s own webhook', () => {
    const network = /^((window|self|globalThis)\.)?(fetch|XMLHttpRequest|WebSocket|EventSource)$|\.sendBeacon$/
    const found = findings(target, (node, code) => {
      const callee = /^(Call|New)Expression$/.test(node.type) ? (nameOf(node['callee']) ?? '') : ''
      return network.test(callee) ? code.slice(node.start, node.end) : null
    })
    // `getURL` makes an address of this extension, whatever it is given.
    expect(found).toHaveLength(2)
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^background\.js: fetch\([\w$.]+\.runtime\.getURL\([^()]*\)\)$/),
        expect.stringMatching(/^background\.js: fetch\([\w$]+,\s*\{\s*method: ?[`"']POST[`"'],/),
      ]),
    )
  })

  it('carries the tone weights as a file that only the background names', () => {
    expect(readdirSync(folders.get(target) ?? '')).toContain('tone.bin')
    const naming = scriptsOf(target).filter(({ code }) => code.includes('tone.bin'))
    expect(naming.map(({ name }) => name)).toEqual(['background.js'])
  })

  it('has pages that load only their own files', () => {
    const folder = folders.get(target) ?? ''
    const pages = filesOf(folder, /\.html$/)
    expect(pages).toEqual(expect.arrayContaining(['dashboard.html', 'popup.html', 'sidepanel.html']))
    const foreign = pages.flatMap((page) => {
      const html = readFileSync(join(folder, page), 'utf8')
      const found = html.match(/(src|href)="(?!\/|\.|#)[^"]*"|<script(?![^>]*\bsrc=)[^>]*>/g) ?? []
      return found.map((what) => `${page}: ${what}`)
    })
    expect(foreign).toEqual([])
  })
})

const argument = (node: AstNode) => (node['arguments'] as unknown[] | undefined)?.[0]
