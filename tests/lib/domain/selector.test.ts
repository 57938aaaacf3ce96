import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_SELECTOR, selectorProblem } from '../../../lib/domain/selector.ts'

describe('the selector of an override', () => {
  it.each([
    '[data-testid="like"]',
    'a[href$="/followers/"] > span',
    'header li:nth-of-type(2) span',
    '#channel-header time[datetime]',
    'shreddit-post[post-title] >>> faceplate-number',
    '.count',
    'button[aria-label*="Me gusta" i]',
    String.raw`[data-x="a\"b"] ~ b + i`,
    'h1',
    '[title="日本語"]',
  ])('may be %s', (select) => {
    expect(selectorProblem(select)).toBeNull()
  })

  it.each(['*', 'body', 'main > *', 'HTML', 'div :nth-child(2)', 'a[href] >>> *'])(
    'may not be %s, which matches whatever stands there',
    (select) => {
      expect(selectorProblem(select)).toBe('broad')
    },
  )

  it.each([
    '',
    ' a',
    'a,b',
    'a:has(b)',
    ':is(a)',
    'a::before',
    'a[',
    'a[href="x]',
    'a > > b',
    '> a',
    'a >',
    'a{}',
    'a/**/b',
    String.raw`\31 a`,
    'aa[b]c[',
    'a a a a a a a a a',
    'a >>> ',
    '[a=javascript:x]',
    `[a="${'x'.repeat(MAX_SELECTOR)}"]`,
    '\ud800\u0000',
  ])('may not be %j, which is none, or one that a page could make slow', (select) => {
    expect(selectorProblem(select)).toBe('syntax')
  })

  it('whatever is taken for one, a browser understands', () => {
    const pieces = ['a', '#b', '.c', '[d]', '[e="f g"]', ':first-child', ' ', ' > ', '+', '*', '"', ')', 'é', ':not(']
    assert(
      property(array(constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const select = parts.join('')
        if (selectorProblem(select) !== null) return
        expect(() => document.querySelector(select)).not.toThrow()
      }),
    )
  })
})
