import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../components')
const files = ['tokens.css', 'page-tokens.css']
const css = files.map((name) => readFileSync(resolve(folder, name), 'utf8')).join('')

const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const plain = ['bg', 'bg-sunken', 'bg-raised', 'bg-hover']
const readable: [string, string[]][] = [
  ['text', [...plain, 'mark', 'act-tint', 'accent-tint']],
  ['text-soft', [...plain, 'unknown-tint']],
  ['accent', plain],
  ['accent-strong', [...plain, 'accent-tint']],
  ['on-accent', ['accent', 'accent-strong']],
  ...(['good', 'watch', 'act', 'unknown'] as const).map((name): [string, string[]] => [
    name,
    [...plain, `${name}-tint`],
  ]),
]

describe('tokens', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`keep words readable on every ground they stand on (4.5:1), ${theme}`, () => {
      const faint = readable.flatMap(([text, grounds]) =>
        grounds.flatMap((ground) => {
          const ratio = contrast(tokens.get(text)?.[theme] ?? '', tokens.get(ground)?.[theme] ?? '')
          return ratio >= 4.5 ? [] : `${text} on ${ground}: ${ratio.toFixed(2)}`
        }),
      )
      expect(faint).toEqual([])
    })

    it(`keep the edges of controls visible (3:1), ${theme}`, () => {
      for (const ground of ['bg', 'bg-raised'])
        expect(
          contrast(tokens.get('line-strong')?.[theme] ?? '', tokens.get(ground)?.[theme] ?? ''),
        ).toBeGreaterThanOrEqual(3)
    })
  }

  it('are the only place where a colour is named', () => {
    const named = readdirSync(folder)
      .filter((name) => name.endsWith('.css') && !files.includes(name))
      .flatMap(
        (name) => readFileSync(resolve(folder, name), 'utf8').match(/#[0-9a-f]{3,8}\b|\bhsl\(|\boklch\(/gi) ?? [],
      )
    expect(named).toEqual([])
  })
})
