import { describe, expect, it } from 'vitest'
import { climb, firstText, follows, leaves, numberIn, one, shown, textOf, texts } from '../../../lib/sites/dom.ts'

function page(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').body
}

const isSection = (element: Element) => element.matches('section')

describe('walking markup', () => {
  it('takes the first match that is not hidden and has text', () => {
    const body = page('<div hidden><h1>old</h1></div><h1></h1><h1>new</h1>')
    expect(textOf(shown(body, 'h1'))).toBe('new')
    expect(shown(body, 'h2')).toBeNull()
  })

  it('finds the number between words that stand without a space', () => {
    const body = page('<a><span>followers</span><span title="878"><b>878</b></span></a>')
    expect(textOf(numberIn(one(body, 'a')))).toBe('878')
  })

  it('takes the whole when the number is a text node beside elements', () => {
    expect(textOf(numberIn(one(page('<a>12 <i></i>likes</a>'), 'a')))).toBe('12 likes')
  })

  it('takes the first text whole, in however many nodes the framework keeps it', () => {
    const body = page('<p>Goo<!-- -->gle<i></i> and 3 more</p>')
    one(body, 'p')?.prepend('The ')
    expect(firstText(one(body, 'p'))).toBe('The Google')
    expect(firstText(null)).toBe('')
  })

  it('finds no number where there is none', () => {
    expect(numberIn(page('<p>posts</p>'))).toBeNull()
    expect(numberIn(null)).toBeNull()
  })

  it('lists what holds text and nothing else, in page order', () => {
    expect(leaves(page('<p>a<b>b</b></p><i>c</i><u> </u>')).map(textOf)).toEqual(['b', 'c'])
    expect(texts(page('<p>a<b>b</b></p><i>c</i><u> </u>')).map((text) => text.nodeValue)).toEqual(['a', 'b', 'c'])
  })

  it('stops climbing below the limit', () => {
    const body = page('<section><div><p><b></b></p></div></section>')
    expect(climb(one(body, 'b'), isSection)).toBe(one(body, 'section'))
    expect(climb(one(body, 'b'), isSection, one(body, 'div') ?? body)).toBeNull()
    expect(climb(null, isSection)).toBeNull()
  })

  it('knows what comes first', () => {
    const body = page('<i></i><b></b>')
    const [i, b] = [one(body, 'i'), one(body, 'b')]
    if (!i || !b) throw new Error('not parsed')
    expect(follows(i, b)).toBe(true)
    expect(follows(b, i)).toBe(false)
  })

  it('reads the first of several texts', () => {
    expect(firstText(page('<p> <b>Google DeepMind</b><i></i> and 3 more</p>'))).toBe('Google DeepMind')
    expect(firstText(null)).toBe('')
  })
})
