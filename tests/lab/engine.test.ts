// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const MAIN = resolve(import.meta.dirname, 'main.ts')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-lab-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lab(command: string, ...lines: unknown[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  writeFileSync(join(folder, 'in.jsonl'), text)
  const args = [MAIN, command, 'in.jsonl']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const output = stdout.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]))
  return { status, output, stderr: stderr.trimEnd() }
}

describe('lab check', () => {
  it('says of a disclosure case how it is disclosed, and by whose rule', () => {
    const { status, output, stderr } = lab(
      'check',
      { id: 'a', platform: 'instagram', jurisdiction: 'US', relationship: 'paid', text: 'so soft #ad' },
      '',
      {
        id: 'b',
        platform: 'instagram',
        jurisdiction: 'US',
        relationship: 'paid',
        text: 'so soft',
        platformLabel: 'Paid partnership',
      },
      {
        id: 'c',
        platform: 'instagram',
        jurisdiction: 'US',
        relationship: 'paid',
        text: 'so soft',
        firstComment: '#ad',
      },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(output).toMatchObject([
      { id: 'a', disclosure: { status: 'clear', span: '#ad', source: expect.stringContaining('FTC') }, findings: [] },
      { id: 'b', disclosure: { status: 'ambiguous', span: 'Paid partnership' } },
      { id: 'c', disclosure: { status: 'missing', span: '#ad' } },
    ])
  })

  it('gives one finding per rule value, with its exact place', () => {
    const { output } = lab('check', {
      id: 'g',
      guidelines: {
        requiredHashtags: ['#Acme'],
        requiredMentions: ['@acme'],
        bannedPhrases: ['cheap', 'dupe'],
        competitors: ['Other'],
      },
      post: { platform: 'instagram', language: 'en', text: 'so ch3ap, @acme #AcmeGlow' },
    })
    expect(output).toEqual([
      {
        id: 'g',
        disclosure: null,
        findings: [
          {
            rule: 'requiredHashtag',
            value: '#Acme',
            status: 'fail',
            span: '#AcmeGlow',
            start: 16,
            end: 25,
            reason: 'hashtagNearMiss',
            note: 'near-miss',
          },
          {
            rule: 'requiredMention',
            value: '@acme',
            status: 'pass',
            span: '@acme',
            start: 10,
            end: 15,
            reason: 'mentionFound',
          },
          {
            rule: 'bannedPhrase',
            value: 'cheap',
            status: 'fail',
            span: 'ch3ap',
            start: 3,
            end: 8,
            reason: 'bannedDisguised',
          },
          {
            rule: 'bannedPhrase',
            value: 'dupe',
            status: 'pass',
            span: null,
            start: null,
            end: null,
            reason: 'bannedAbsent',
          },
          {
            rule: 'competitor',
            value: 'Other',
            status: 'pass',
            span: null,
            start: null,
            end: null,
            reason: 'competitorAbsent',
          },
        ],
      },
    ])
  })

  it('makes nothing up for a jurisdiction whose rules are not built in', () => {
    const { output, stderr } = lab('check', {
      id: 'a',
      platform: 'x',
      jurisdiction: 'ZZ',
      relationship: 'paid',
      text: '#ad',
    })
    expect(output).toEqual([{ id: 'a', disclosure: null, findings: [] }])
    expect(stderr).toContain('ZZ')
  })

  it.each([
    ['no JSON', '{"id": 1', 'in.jsonl:2: not JSON'],
    ['no text', { id: 1, platform: 'x' }, 'in.jsonl:2: "text"'],
    [
      'an unknown relationship',
      { id: 1, platform: 'x', text: '', relationship: 'friend' },
      'in.jsonl:2: "relationship"',
    ],
    ['a list', [], 'in.jsonl:2: '],
  ])('names file, line and reason for %s', (_, line, message) => {
    const { status, output, stderr } = lab('check', { id: 0, platform: 'x', text: 'ok' }, line)
    expect({ status, output }).toEqual({ status: 2, output: [] })
    expect(stderr).toContain(message)
    expect(stderr.split('\n')).toHaveLength(1)
  })
})

describe('lab tone', () => {
  it('gives one of three labels, with the words that moved it', () => {
    const { status, output } = lab(
      'tone',
      { id: 'a', text: 'I love it', lang: 'en' },
      { id: 'b', text: 'Qué asco, lo peor de mi vida' },
      { id: 'c', text: '' },
    )
    expect(status).toBe(0)
    expect(output).toEqual([
      {
        id: 'a',
        label: 'positive',
        score: expect.any(Number),
        confidence: expect.any(Number),
        lang: 'en',
        words: expect.arrayContaining([{ start: 2, end: 6, weight: expect.any(Number) }]),
      },
      {
        id: 'b',
        label: 'negative',
        score: expect.any(Number),
        confidence: expect.any(Number),
        lang: 'es',
        words: expect.any(Array),
      },
      { id: 'c', label: 'neutral', score: 0, confidence: 0, lang: null, words: [] },
    ])
  })

  it('names file, line and reason for what it cannot read', () => {
    expect(lab('tone', { id: 'a' })).toMatchObject({ status: 2, stderr: 'in.jsonl:1: needs "id" and "text": text' })
  })
})
