import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_TEXT } from '../../../lib/domain/observation.ts'
import { cut, oneLine, readText, tidy } from '../../../lib/sites/read-text.ts'

function element(html: string): Element {
  const page = new DOMParser().parseFromString(`<div id="caption">${html}</div>`, 'text/html')
  const found = page.querySelector('#caption')
  if (!found) throw new Error('no caption')
  return found
}
const read = (html: string, without?: string, inline?: string) => readText(element(html), without, inline)

describe('readText', () => {
  it('joins text and the emoji that are pictures', () => {
    expect(read('Rye <img alt="🍞"> day <img alt="🇵🇹"><img alt=":starter:"><img class="emoji" alt="bread">')).toBe(
      'Rye 🍞 day 🇵🇹:starter:bread',
    )
  })

  it("leaves other pictures' alternative texts out", () => {
    expect(read('Look: <img alt="A loaf on a board"><img alt="2"><img alt="">')).toBe('Look:')
  })

  it('breaks lines at <br> and at the ends of blocks, paragraphs with an empty line', () => {
    expect(read('<p>one<br>two</p><p>three</p><div>four</div><div>five</div>')).toBe('one\ntwo\n\nthree\n\nfour\nfive')
  })

  it('takes indentation between blocks for no text', () => {
    expect(read('\n  <div>\n    one\n  </div>\n\n\n  <div>two</div>\n')).toBe('one\n\ntwo')
  })

  it('keeps a site’s inline boxes within the line', () => {
    expect(read('with <div><a>@mill</a></div> today', undefined, 'div')).toBe('with @mill today')
  })

  it('leaves controls, scripts and what the adapter names out', () => {
    expect(read('a<script>b</script><button>c</button><style>d</style><span class="more">e</span>f', '.more')).toBe(
      'af',
    )
  })

  it('reads a button when it is the element itself', () => {
    const button = element('<button>Log <b>in</b></button>').querySelector('button')
    expect(button && readText(button)).toBe('Log in')
  })

  it('cuts a megabyte at the limit and never half a character', () => {
    const text = read('😀'.repeat(500_000))
    expect(text.length).toBeLessThanOrEqual(MAX_TEXT)
    expect(text.isWellFormed()).toBe(true)
    expect(cut('a😀', 2)).toBe('a')
  })

  it('comes back from markup nested ten thousand deep', () => {
    const root = element('')
    let inner: Element = root
    for (let depth = 0; depth < 10_000; depth++) inner = inner.appendChild(root.ownerDocument.createElement('span'))
    inner.textContent = 'too deep'
    root.append('on top')
    expect(readText(root)).toBe('on top')
  })

  it('ends where a page made the order of nodes a circle', () => {
    const root = element('<span>one</span><span>two</span>')
    const [first, second] = root.children
    // What a form does whose control is named "nextSibling".
    if (second) Object.defineProperty(second, 'nextSibling', { get: () => first })
    expect(readText(root).startsWith('onetwoonetwo')).toBe(true)
  })

  it('never throws on random trees', () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[<&]/g, ' ')),
        fc
          .tuple(
            fc.constantFrom('p', 'div', 'span', 'a', 'ul', 'form', 'button', 'svg', 'template'),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
        fc.constantFrom('<br>', '<img alt="🥐">', '<img>', '<input name="firstChild">'),
      ),
    })).node
    fc.assert(
      fc.property(tree, (html) => {
        const text = read(html)
        expect(text).toBe(text.trim())
      }),
    )
  })
})

describe('tidy', () => {
  it('drops direction marks, turns blanks into spaces and trims every line', () => {
    expect(tidy('  \u202aone\u202c \t two\u2800three \r\n\n  four\u2060 ')).toBe('one two three\n\nfour')
  })

  it('keeps what changes the meaning: joiners and zero-width spaces', () => {
    expect(tidy('👩‍🍳 a\u200bb')).toBe('👩‍🍳 a\u200bb')
  })

  // One that backtracked would not come back within the test's time.
  it('makes nothing of a megabyte of blanks, and comes back', () => {
    expect(tidy(' '.repeat(1_000_000))).toBe('')
    expect(tidy('\n'.repeat(100_000))).toBe('')
  })

  it('makes one line of many', () => {
    expect(oneLine('Maya\n  Ortiz\u00a0')).toBe('Maya Ortiz')
  })
})
