import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { assess } from '../../../lib/guidelines/assess.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

interface Scene extends Partial<PostInput> {
  brand?: string
  params?: Record<string, unknown>
}

function check(name: string, text: string, { brand = '', params = {}, ...over }: Scene = {}) {
  const rule = ruleOf('competitor', { name, ...params })
  return assess(postOf(text, { lang: 'en', ...over }), [guidelineOf([rule], { brand })], paid).findings[0]
}

type Status = 'fail' | 'review' | 'pass'
type Row = readonly [name: string, text: string, status: Status, quote?: string | undefined, scene?: Scene]

function table(rows: readonly Row[]) {
  const whole = rows.map(([name, text, status, quote, scene]) => [name, text, status, quote, scene] as const)
  it.each(whole)('%s in %j: %s', (name, text, status, quote, scene) => {
    const finding = check(name, text, scene)
    expect({ status: finding?.status, quote: finding?.evidence[0]?.quote }).toEqual({ status, quote })
  })
}

describe('a competitor with a name of its own', () => {
  table([
    ['GlowLab', 'Way better than GlowLab', 'fail', 'GlowLab'],
    ['GlowLab', 'way better than glowlab', 'fail', 'glowlab'],
    ['GlowLab', 'my Glow-Lab drawer', 'fail', 'Glow-Lab'],
    ['GlowLab', 'GLOW LAB is over', 'fail', 'GLOW LAB'],
    ['GlowLab', 'GlowLab’s serum never worked', 'fail', 'GlowLab'],
    ['GlowLab', 'Sorry #GlowLab', 'fail', '#GlowLab'],
    ['GlowLab', 'Sorry #MyGlowLabYears', 'fail', '#MyGlowLabYears'],
    ['GlowLab', 'Sorry #glowlabfamily', 'review', '#glowlabfamily'],
    ['GlowLab', 'cc @glowlab', 'fail', '@glowlab'],
    ['GlowLab', 'cc @glow.lab', 'fail', '@glow.lab'],
    ['GlowLab', 'cc @glowlab_official', 'fail', '@glowlab_official'],
    ['GlowLab', 'cc @glowlabfan', 'review', '@glowlabfan'],
    ['GlowLab', 'more on glowlab.com', 'fail', 'glowlab.com'],
    ['GlowLab', 'more on https://www.glow-lab.de/shop', 'fail', 'https://www.glow-lab.de/shop'],
    ['GlowLab', 'not GlowLab, never GlowLab', 'fail', 'GlowLab'],
    ['GlowLab', 'The glow in my lab coat', 'pass'],
    ['GlowLab', 'such a glow. Lab work tomorrow', 'pass'],
    ['GlowLab', 'afterglowlabel', 'pass'],
    ['GlowLab', '', 'pass'],
    ['Velora', 'Veloras are fine', 'fail', 'Veloras'],
    ['Velora', 'My cousin Velora turns 30', 'review', 'Velora'],
    ['Velora', 'Velora and I went swimming', 'review', 'Velora'],
    ['Velora', 'happy birthday Velora', 'review', 'Velora'],
    ['Velora', 'ein Creme-Test: Velora gegen alle', 'fail', 'Velora', { lang: 'de' }],
    ['Café Núria', 'better than cafe nuria', 'fail', 'cafe nuria'],
    ['L’Orée', 'my old Loree mascara', 'fail', 'Loree'],
    ['L’Orée', 'my old L’Orée mascara', 'fail', 'L’Orée'],
    ['Loree', 'my old L’Orée mascara', 'fail', 'L’Orée'],
    ['Bløm', 'my old blom soap', 'fail', 'blom'],
    ['B&K', 'b&k shirts', 'fail', 'b&k'],
    ['B&K', 'B and K shirts', 'fail', 'B and K'],
    ['B&K', 'Bk, see you', 'pass'],
    ['B&K', 'haul #BK', 'fail', '#BK'],
    ['B&K', 'haul #bandk', 'fail', '#bandk'],
    ['H&M', 'I asked him about hymns and ham', 'pass'],
    ['Dr. Pell+', 'dr pell cream', 'fail', 'dr pell'],
    ['7-Nine', '7 nine snacks', 'fail', '7 nine'],
    ['Velora', 'не тест, а Велора', 'fail', 'Велора', { lang: 'ru', params: { aliases: ['Велора'] } }],
    ['글로우랩', '글로우랩은 별로였어요', 'fail', '글로우랩', { lang: 'ko' }],
    ['グロウ', 'グロウより好き', 'fail', 'グロウ', { lang: 'ja' }],
    ['Velora', 'cc @vlr.beauty', 'fail', '@vlr.beauty', { params: { handles: ['@vlr.beauty'] } }],
    ['Velora', 'see shop.vlr.com/x', 'fail', 'shop.vlr.com/x', { params: { domains: ['vlr.com'] } }],
  ])
})

describe('a competitor whose name is an everyday word', () => {
  table([
    ['Apple', 'An apple a day', 'pass'],
    ['Apple', 'Apple pie on Sunday', 'pass'],
    ['Apple', 'APPLE PIE SEASON IS HERE', 'pass'],
    ['Apple', 'Green apples everywhere', 'pass'],
    ['Apple', 'I left Apple for good', 'fail', 'Apple'],
    ['Apple', 'my new Apple Watch', 'fail', 'Apple'],
    ['Apple', 'Apple Watch on my wrist', 'fail', 'Apple'],
    ['Apple', 'better than apple', 'fail', 'apple'],
    ['Apple', 'moved from apple to this last year', 'fail', 'apple'],
    ['Apple', 'Fresh from apple trees', 'pass'],
    ['Apple', 'Apple Cider Vinegar Is My Thing', 'pass'],
    ['Apple', 'unlike Apple’s cables', 'fail', 'Apple'],
    ['Apple', 'cables by #Apple', 'fail', '#Apple'],
    ['Apple', 'cables by @apple', 'fail', '@apple'],
    ['Apple', 'apple.com has it too', 'fail', 'apple.com'],
    ['Apple', 'MOVED FROM APPLE TO THIS', 'review', 'APPLE'],
    ['Apple', 'Saft von Apple ist es nicht', 'fail', 'Apple', { lang: 'de' }],
    ['Target', 'My target audience is sleepy people', 'pass'],
    ['Target', 'Found it at Target yesterday', 'fail', 'Target'],
    ['Target', 'found it at target', 'fail', 'target'],
    ['Boots', 'My winter boots are muddy', 'pass'],
    ['Boots', 'Boots season!', 'pass'],
    ['Boots', 'I got it from Boots', 'fail', 'Boots'],
    ['Dove', 'A white dove on the roof', 'pass'],
    ['Dove', 'I used to wash with Dove', 'fail', 'Dove'],
    ['Dove', 'dove soap days are over', 'fail', 'dove'],
    ['Visa', 'My visa came today', 'pass'],
    ['Visa', 'Paid with Visa as always', 'fail', 'Visa'],
    ['Gap', 'Mind the gap', 'pass'],
    ['Next', 'Next week: a surprise', 'pass'],
    ['Next', 'ordered from Next', 'fail', 'Next'],
    ['Lumen', 'a lumen of light', 'pass', undefined, { params: { commonWord: true } }],
    ['Lumen', 'a Lumen of light', 'review', 'Lumen', { params: { commonWord: true } }],
    ['Apple', 'I like an apple', 'fail', 'apple', { params: { commonWord: false } }],
    ['Chloé', 'Chloe and I went out', 'review', 'Chloe'],
    ['Chloé', 'my Chloé bag', 'fail', 'Chloé'],
  ])
})

describe('the client’s own longer name', () => {
  table([
    ['Apple', 'New from Apple Tree Skincare', 'pass', undefined, { brand: 'Apple Tree Skincare' }],
    ['Glow', 'GlowLab made my week', 'pass', undefined, { brand: 'GlowLab' }],
    ['Glow', 'GlowLab is better than Glow', 'fail', 'Glow', { brand: 'GlowLab' }],
    ['Glow', 'thanks @glowlab #GlowLab', 'pass', undefined, { brand: 'GlowLab' }],
    ['GlowLab', 'Glow is better than GlowLab', 'fail', 'GlowLab', { brand: 'Glow' }],
    ['GlowLab', '#GlowVsGlowLab', 'fail', '#GlowVsGlowLab', { brand: 'Glow' }],
  ])
})

describe('any name in any text', () => {
  it('is quoted exactly', () => {
    const piece = oneof(
      string({ unit: 'grapheme', maxLength: 10 }),
      constantFrom(
        'Apple',
        ' glow lab ',
        "'s",
        '#GlowLab',
        '@glowlab',
        '\ud800',
        '\u200b',
        'É',
        'ß',
        'İ',
        'glowlab.com',
      ),
    )
    assert(
      property(array(piece, { maxLength: 25 }), constantFrom('Apple', 'GlowLab', 'H&M', 'é', 'ß'), (pieces, name) => {
        const text = pieces.join('')
        const finding = check(name, text)
        expect(finding?.reason).not.toBe('quoteLost')
        for (const { start, end, quote } of finding?.evidence ?? []) expect(quote).toBe(text.slice(start, end))
      }),
    )
  })
})
