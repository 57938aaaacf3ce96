import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../lib/guidelines/assess.ts'
import type { PostInput } from '../../../lib/guidelines/assess.ts'
import { kindOf } from '../../../lib/guidelines/kinds/index.ts'
import { viewOf } from '../../../lib/guidelines/view.ts'
import { guidelineOf, paid, postOf, ruleOf } from './fixtures.ts'

const check = (url: string, text: string, over: Partial<PostInput> = {}, params = {}) =>
  assess(postOf(text, over), [guidelineOf([ruleOf('required-link', { url, ...params })])], paid).findings[0]

describe('a required link', () => {
  it.each([
    ['https://lumo.com/glow', 'Details: https://lumo.com/glow/', 'pass', 'https://lumo.com/glow/'],
    ['https://lumo.com/glow', 'http://www.LUMO.com/glow?utm_source=ig&fbclid=x1', 'pass'],
    ['https://lumo.com/glow', 'https://lumo.com/glow#reviews.', 'pass', 'https://lumo.com/glow#reviews'],
    ['https://lumo.com/glow', 'lumo.com/glow', 'pass', 'lumo.com/glow'],
    ['https://lumo.com/glow', '(lumo.com/glow)', 'pass', 'lumo.com/glow'],
    ['https://lumo.com/glow', 'lumo.com/glow/serum?size=30', 'pass'],
    ['lumo.com', 'https://lumo.com/anything', 'pass'],
    ['https://lumo.com/glow?utm_campaign=may', 'lumo.com/glow', 'pass'],
    ['https://lumo.com/?ref=Mia&c=2', 'lumo.com?c=2&x=1&ref=Mia', 'pass'],
    ['https://lumo.com/caf%C3%A9', 'https://lumo.com/café', 'pass'],
    ['https://lumo.beauty/glow', 'all at lumo.beauty/glow!', 'pass', 'lumo.beauty/glow'],
    ['https://bit.ly/lumo-mia', 'bit.ly/lumo-mia', 'pass'],
    // near misses
    ['https://lumo.com/glow', 'lumo.com/glowing', 'fail', 'lumo.com/glowing'],
    ['https://lumo.com/glow', 'lumo.com/shop', 'fail', 'lumo.com/shop'],
    ['https://lumo.com/glow', 'lumo.com', 'fail', 'lumo.com'],
    ['https://lumo.com/?ref=Mia', 'lumo.com/?ref=Tom', 'fail', 'lumo.com/?ref=Tom'],
    ['https://lumo.com/?ref=Mia', 'lumo.com/', 'fail', 'lumo.com/'],
    ['https://lumo.com/glow', 'lummo.com/glow', 'fail', 'lummo.com/glow'],
    ['https://lumo.com/glow', 'https://lumо.com/glow', 'fail', 'https://lumо.com/glow'],
    ['https://lumo.com/glow', 'https://lumo.com.prize.biz/glow', 'fail', 'https://lumo.com.prize.biz/glow'],
    ['https://lumo.com/glow', 'https://lumo.com@evil.biz/glow', 'fail'],
    ['https://lumo.com/glow', 'Write to hello@lumo.com', 'fail', null],
    ['https://lumo.com/glow', 'notlumo.com/glow', 'fail'],
    // a person has to look
    ['https://lumo.com/glow', 'shop.lumo.com/glow', 'review', 'shop.lumo.com/glow'],
    ['https://shop.lumo.co.uk/glow', 'lumo.co.uk/glow', 'review', 'lumo.co.uk/glow'],
    ['https://lumo.com/glow', 'lumo.com/Glow', 'review', 'lumo.com/Glow'],
    ['https://lumo.com/glow', 'here: https://bit.ly/3xYz', 'review', 'https://bit.ly/3xYz'],
    ['https://lumo.com/glow', 'linktr.ee/mia', 'review', 'linktr.ee/mia'],
    // strangers share an ending
    ['https://lumo.co.uk/glow', 'lumos.co.uk/glow', 'fail'],
    ['https://lumo.myshopify.com', 'https://other.myshopify.com', 'fail', null],
  ])('%s in %j: %s', (url, text, status, quote = text) => {
    const finding = check(url, text)
    expect(finding).toMatchObject({ status, value: url })
    expect(finding?.evidence[0]?.quote ?? null).toBe(quote)
  })

  it.each([
    ['Link in bio!', 'Link in bio'],
    ['🔗 in my bio', '🔗 in my bio'],
    ['The link is in my bio 👆', 'link is in my bio'],
    ['Tap the link 👉 in bio', 'link 👉 in bio'],
    ['so soft #linkinbio', '#linkinbio'],
    ['Link in der Bio', 'Link in der Bio'],
    ['Den Link findet ihr in meiner Bio', 'Link findet ihr in meiner Bio'],
    ['Lien en bio', 'Lien en bio'],
    ['Le lien est dans ma bio', 'lien est dans ma bio'],
    ['Enlace en mi perfil', 'Enlace en mi perfil'],
    ['Link na bio', 'Link na bio'],
    ['Link w bio', 'Link w bio'],
    ['Linki profilimde', 'Linki profilimde'],
    ['Länk i bion', 'Länk i bion'],
    ['Linkki biossa', 'Linkki biossa'],
    ['リンクはプロフィールから', 'リンクはプロフィール'],
    ['프로필 링크 확인', '프로필 링크'],
    ['链接在主页', '链接在主页'],
    ['الرابط في البايو', 'الرابط في البايو'],
    ['Ссылка в шапке профиля', 'Ссылка в шапке профиля'],
    ['Link in the comments', 'Link in the comments'],
  ])('%j asks a person to look there', (text, quote) => {
    expect(check('https://lumo.com/glow', text)).toMatchObject({ status: 'review', reason: 'linkElsewhere' })
    expect(check('https://lumo.com/glow', text)?.evidence[0]?.quote).toBe(quote)
  })

  it.each(['Bio-Qualität im Glas', 'My bio teacher', 'No link here', 'Linked in with Mia', 'produits bio'])(
    '%j sends nobody elsewhere',
    (text) => {
      expect(check('https://lumo.com/glow', text)?.status).toBe('fail')
    },
  )

  it('in the profile counts where the caption sends there and the profile was read', () => {
    const over = { bio: 'Skin & calm\nlumo.com/glow' }
    expect(check('https://lumo.com/glow', 'Link in bio', over)).toMatchObject({
      status: 'pass',
      evidence: [{ field: 'text' }, { field: 'bio', quote: 'lumo.com/glow' }],
    })
    expect(check('https://lumo.com/glow', 'So soft', over)?.status).toBe('fail')
  })

  it('is where the page leads, not what the caption shows', () => {
    const real = ['https://lumo.com/glow']
    expect(check('https://lumo.com/glow', 'New: https://t.co/a1', { links: real })).toMatchObject({
      status: 'pass',
      evidence: [{ field: 'link', quote: 'https://lumo.com/glow' }],
    })
    expect(check('https://lumo.com/glow', 'New: lumo.com/glow', { links: ['https://evil.biz/'] })).toMatchObject({
      status: 'fail',
      evidence: [{ field: 'link', quote: 'https://evil.biz/' }, { field: 'text' }],
    })
    expect(check('https://lumo.com/glow', 'New: lumo.com/glow', { links: ['https://t.co/a1'] })?.status).toBe('pass')
    const wrapped = ['https://l.instagram.com/?u=https%3A%2F%2Flumo.com%2Fglow&e=AT1']
    expect(check('https://lumo.com/glow', 'New', { links: wrapped })?.status).toBe('pass')
  })

  it('only in the first comment fails, and is quoted there', () => {
    const over = { firstComment: 'As promised: lumo.com/glow' }
    expect(check('https://lumo.com/glow', 'So soft', over)).toMatchObject({
      status: 'fail',
      note: 'comment-only',
      evidence: [{ field: 'comment', quote: 'lumo.com/glow' }],
    })
  })

  it('is not called missing where the caption is cut', () => {
    expect(check('https://lumo.com/glow', 'So so', { textComplete: false })?.status).toBe('not-checkable')
  })

  it('may stand on another host of the domain where the rule says so', () => {
    expect(check('https://lumo.com/glow', 'shop.lumo.com/glow', {}, { otherHosts: true })?.status).toBe('pass')
  })

  it('refuses an address that is none', () => {
    expect(check('not an address', 'x')?.reason).toBe('ruleIncomplete')
    expect(check('javascript:alert(1)', 'x')?.reason).toBe('ruleIncomplete')
  })

  it.each([
    ['https://lumo.com/?ref=Mia', 'Mine: lumo.com/ 🌿'],
    ['https://lumo.com/glow', 'So soft\n\n#skin #calm'],
    ['https://lumo.com/glow', ''],
    ['https://lumo.com/glow', 'https://bit.ly/3xYz'],
  ])('%s is put into %j by its correction', (url, text) => {
    const finding = check(url, text)
    const view = viewOf(postOf(text))
    const context = { jurisdiction: 'US', relationship: null, brand: '', history: null }
    const [edits] = (finding && kindOf('required-link')?.fix(view, { url }, finding, context)) ?? []
    const fixed = (edits ?? []).reduce((at, edit) => at.slice(0, edit.start) + edit.insert + at.slice(edit.end), text)
    expect(check(url, fixed)?.status).toBe('pass')
    expect(fixed.endsWith('#calm')).toBe(text.endsWith('#calm'))
  })

  it('quotes exactly, whatever stands around it', () => {
    const piece = constantFrom(
      'lumo.com/glow',
      'link in bio',
      'bit.ly/x',
      '👩‍👩‍👧',
      '\ud800',
      'é',
      '\u200b',
      ' ',
      '\n',
      '(',
    )
    assert(
      property(array(oneof(piece, string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        for (const { start, end, quote } of check('https://lumo.com/glow', text)?.evidence ?? []) {
          expect(text.slice(start, end)).toBe(quote)
        }
      }),
    )
  })
})
