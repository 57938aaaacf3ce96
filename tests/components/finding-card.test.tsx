import { describe, expect, it, vi } from 'vitest'
import { FindingCard } from '../../components/FindingCard.tsx'
import type { Finding } from '../../lib/domain/finding.ts'
import { show, words } from './show.ts'

const text = 'Good morning! It is a miracle in a bowl. Recipe below.'
const finding: Finding = {
  ruleId: 'r1',
  kind: 'banned-phrase',
  value: 'miracle',
  source: { type: 'guideline', guidelineId: 'g', name: 'Spring launch', version: 3 },
  status: 'fail',
  severity: 'high',
  weight: 'must',
  reason: 'phraseFound',
  values: ['miracle', 'miracle'],
  evidence: [{ field: 'text', start: 22, end: 29, quote: 'miracle' }],
}

describe('a finding', () => {
  it('is one line until it is opened, and then shows its words inside their sentence', async () => {
    const place = show(<FindingCard finding={finding} text={text} />)
    expect(place.querySelector('mark')).toBeNull()
    const line = place.querySelector('button')
    expect(words(line)).toContain('miracle')
    expect(words(line)).toContain('Fail')
    expect(line?.getAttribute('aria-expanded')).toBe('false')
    line?.click()
    await vi.waitFor(() => expect(words(place.querySelector('mark'))).toBe('miracle'))
    expect(words(place.querySelector('blockquote'))).toBe('It is a miracle in a bowl.')
    expect(words(place)).toContain('Spring launch, version 3')
  })

  it('names the authority and its date, and asks for care, where the rule is a law', () => {
    const source = {
      type: 'law',
      jurisdiction: 'US',
      authority: 'FTC',
      document: '16 CFR 255.5',
      since: '2023-07-26',
      confidence: 'H',
      url: null,
    } as const
    const place = show(<FindingCard finding={{ ...finding, source }} text={text} open />)
    expect(words(place)).toContain('FTC: 16 CFR 255.5, since 2023-07-26')
    expect(words(place)).toContain('check before acting')
  })

  it('says where a law was not reviewed, and links to it', () => {
    const source = {
      type: 'law',
      jurisdiction: 'FI',
      authority: 'KKV',
      document: 'Guide',
      since: '2025',
      confidence: 'L',
      url: 'https://kkv.example/guide',
    } as const
    const place = show(<FindingCard finding={{ ...finding, source }} text={text} open />)
    expect(words(place.querySelector('.finding-source'))).toContain('unreviewed')
    expect(place.querySelector<HTMLAnchorElement>('.finding-source a')?.href).toBe('https://kkv.example/guide')
    const bad = { ...source, url: 'javascript:alert(1)' }
    expect(show(<FindingCard finding={{ ...finding, source: bad }} text={text} open />).querySelector('a')).toBeNull()
  })

  it('that was waived no longer looks like a failure, and says who decided what', () => {
    const waived = { id: 'w', because: 'wrong', reason: 'A band’s name', at: '2026-11-12T09:00:00.000Z' } as const
    const place = show(<FindingCard finding={{ ...finding, waived }} text={text} open />)
    expect(words(place.querySelector('.finding-line'))).toContain('Waived')
    expect(place.querySelector('.finding-line .act-text')).toBeNull()
    expect(words(place)).toContain('The rule was mistaken: A band’s name')
    expect(place.querySelector('.finding-actions')).toBeNull()
  })

  it('has words of its own for what a rule looks at beside its main question, and calls advice advice', () => {
    const disclosure: Finding = {
      ...finding,
      kind: 'disclosure',
      value: null,
      status: 'clear',
      reason: 'disclosureClear',
      values: ['#ad'],
    }
    const beside = { ...disclosure, status: 'review', weight: 'prefer', reason: 'disclosureVagueToo' } as const
    const lines = [disclosure, { ...beside, status: 'not-checkable', reason: 'disclosureOnScreen' } as const, beside]
    expect(lines.map((one) => words(show(<FindingCard finding={one} text={text} />)))).toEqual([
      'Says that it is advertisingClear',
      'Says so on screen and out loudNot checkable',
      'Adds no vague words to the disclosureAdvice',
    ])
  })

  it('quotes words once that two parts of its rule stand on', () => {
    const twice = { ...finding, evidence: [...finding.evidence, ...finding.evidence] }
    expect(show(<FindingCard finding={twice} text={text} open />).querySelectorAll('blockquote')).toHaveLength(1)
  })

  it('says where it looked when it found nothing', () => {
    const searched = { field: 'text', chars: 54, terms: ['#ad', 'sponsored'] }
    const place = show(
      <FindingCard finding={{ ...finding, status: 'missing', evidence: [], searched }} text={text} open />,
    )
    expect(words(place)).toContain('Looked through the caption (54 characters) for: #ad, sponsored')
  })

  it('shows markup, bidi controls and lone surrogates as the text they are', () => {
    const hostile = '<img src=x onerror="globalThis.hacked=1">\u202Eevil\uD800 __proto__ \u200B'
    const evidence = [{ field: 'text' as const, start: 0, end: hostile.length, quote: hostile }]
    const place = show(
      <FindingCard finding={{ ...finding, value: hostile, values: [hostile], evidence }} text={hostile} open />,
    )
    expect(place.querySelector('img')).toBeNull()
    expect(place.querySelector('mark')?.textContent).toBe(hostile)
    expect(place.querySelector('mark')?.closest('.theirs')).not.toBeNull()
  })

  it('still says something of a kind and a reason this version has no words for', () => {
    const place = show(
      <FindingCard finding={{ ...finding, kind: 'hologram-check', reason: 'too-flat', values: [] }} text={text} open />,
    )
    expect(words(place)).toContain('hologram check')
    expect(words(place)).toContain('too flat')
  })
})
