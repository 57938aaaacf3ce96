import { describe, expect, it } from 'vitest'
import { compiledOnce, createRuleMemory } from '../../../lib/guidelines/compile.ts'
import { guidelineOf, ruleOf } from './fixtures.ts'

const read = (version: number) => guidelineOf([ruleOf('banned-phrase', { phrases: ['cheap'] })], { version })

describe('what a rule is made into', () => {
  it('is made once for each language whose words are inflected their own way', () => {
    const made: string[] = []
    const compiled = compiledOnce((params: { word: string }, lang) => {
      made.push(`${params.word} ${lang}`)
      return made.length
    })
    const cheap = { word: 'cheap' }
    for (const lang of ['en', null, 'en-GB', 'sw', 'de', 'de-AT', 'en', 'tr']) compiled(cheap, lang)
    expect(made).toEqual(['cheap en', 'cheap de', 'cheap tr'])
    compiled({ word: 'cheap' }, 'en')
    expect(made).toHaveLength(4)
  })

  it('is not kept in ever more languages', () => {
    let made = 0
    const compiled = compiledOnce(() => ++made)
    const rule = {}
    const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv']
    for (const lang of languages) compiled(rule, lang)
    expect(made).toBe(languages.length)
    compiled(rule, 'sv')
    expect(made).toBe(languages.length)
    compiled(rule, 'en')
    expect(made).toBe(languages.length + 1)
  })
})

describe('guidelines read again', () => {
  it('keep the rules they had while their version is the same', () => {
    const remember = createRuleMemory()
    const [first] = remember([read(1)])
    const [again] = remember([{ ...read(1), active: false }])
    expect(again?.rules).toBe(first?.rules)
    expect(again?.active).toBe(false)
  })

  it('have their own rules after a change, and after they were gone', () => {
    const remember = createRuleMemory()
    const [first] = remember([read(1)])
    const [changed] = remember([read(2)])
    expect(changed?.rules).not.toBe(first?.rules)
    remember([])
    const back = read(2)
    expect(remember([back])[0]?.rules).toBe(back.rules)
  })
})
