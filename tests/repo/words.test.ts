import { join } from 'node:path'
import { parseMessagesFile } from '@wxt-dev/i18n/build'
import { describe, expect, it } from 'vitest'
import { reasonCodes } from '../../lib/guidelines/reasons.ts'
import { kinds } from '../../lib/guidelines/kinds/index.ts'
import { markets, templateOf, trades } from '../../lib/guidelines/templates/index.ts'
import { reasonCodes as healthReasonCodes } from '../../lib/health/reasons.ts'
import { alarmCodes } from '../../lib/watch/drift.ts'
import { nameOf, parseFile, ROOT, sourcesIn, stringOf, walk } from './sources.ts'

const messages = await parseMessagesFile(join(ROOT, 'assets/locales/en.yml'))
// `@@…` are the browser's own.
const keys = messages.map(({ key }) => key.join('.')).filter((key) => !key.startsWith('@@'))
const sources = [...sourcesIn('lib', 'components', 'entrypoints'), parseFile('wxt.config.ts')]

/** As the browser names a message: `reason.near-miss` is `reason_near_miss`. */
const plain = (key: string) => key.replaceAll(/[^A-Za-z0-9@]/g, '_')

const templates = trades.flatMap((trade) => markets.map((market) => templateOf(trade, market)))
const camel = (code: string) => code.replaceAll(/-(.)/g, (_, next: string) => next.toUpperCase())

interface Use {
  path: string
  text: string
}

/** First arguments of `i18n.t('…')`. */
const literals: Use[] = []
/** Any other text that might be a key handed on: `const title = 'panel.notes'`. */
const mentions = new Set<string>()
/** Beginnings of keys made from codes: `i18n.t(`band.${band}`)`, `codeWords('reason', code)`. */
const beginnings = new Set<string>()

for (const { path, ast } of sources)
  walk(ast, (node) => {
    const text = stringOf(node)
    if (text !== null) mentions.add(plain(/^__MSG_(.+)__$/.exec(text)?.[1] ?? text))
    if (node.type === 'TemplateLiteral') {
      const [head] = node['quasis'] as { value: { cooked: string } }[]
      if (head && /^[a-z]\w*[._]|^[a-z]\w*\./i.test(head.value.cooked)) beginnings.add(plain(head.value.cooked))
    }
    // `{ section: 'aspect', code }` names words as `codeWords('aspect', code)` does.
    const section = node.type === 'Property' && nameOf(node['key']) === 'section' ? stringOf(node['value']) : null
    if (section !== null) beginnings.add(`${plain(section)}_`)
    if (node.type !== 'CallExpression') return
    const [first] = node['arguments'] as unknown[]
    const argument = stringOf(first)
    const callee = nameOf(node['callee'])
    if (argument === null) return
    if (callee === 'i18n.t') literals.push({ path, text: argument })
    // In reports, where the words are handed in: `words('report.kind', code)`, `line('health', code, values)`.
    if (['codeWords', 'words', 'line'].includes(callee ?? '')) beginnings.add(`${plain(argument)}_`)
  })

describe('the words', () => {
  it('are there for every key that the sources use', () => {
    const missing = literals.filter(({ text }) => !keys.includes(text))
    expect(missing).toEqual([])
  })

  it('are all used', () => {
    const unused = keys.filter(
      (key) => !mentions.has(plain(key)) && ![...beginnings].some((beginning) => plain(key).startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })

  it.each([
    ['reason', reasonCodes],
    ['health', healthReasonCodes],
    ['drift', alarmCodes.map(camel)],
    ['drift.then', alarmCodes.map(camel)],
    ['kind.about', kinds.map(({ kind }) => camel(kind))],
    ['template.rule', templates.flatMap(({ rules }) => rules.map(({ code }) => code))],
    ['template.why', templates.flatMap(({ rules }) => rules.map(({ code }) => code))],
    ['template.note', templates.flatMap(({ notes }) => notes)],
  ])('are there for every %s code', (section, codes) => {
    const names = new Set(keys.map(plain))
    expect(codes.length).toBeGreaterThan(0)
    expect([...codes].filter((code) => !names.has(plain(`${section}.${code}`)))).toEqual([])
  })

  it('have keys without a dash: Chromium starts no worker beside a message file with such a name', () => {
    expect(keys.filter((key) => !/^[A-Za-z0-9_@.]+$/.test(key))).toEqual([])
  })

  it('have one name each in the browser, where only letters, digits and _ are left', () => {
    const names = keys.map(plain)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
