// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOpen } from '../../../../lib/domain/open-finding.ts'
import { assess } from '../../../../lib/guidelines/assess.ts'
import { correct } from '../../../../lib/guidelines/fix/correct.ts'
import { readCase } from '../../../lab/check.ts'

const CASES = resolve(import.meta.dirname, '../../../../../shared/data/compliance')

/** What other words do not change, by the kind or the reason of its finding. */
const NOT_BY_WORDING: Readonly<Record<string, string>> = {
  'posting-window': 'words do not change when it was published',
  linkElsewhere: 'the profile must be looked at, and the site makes no links in captions',
  messageNegated: 'the creator says the opposite; whether that is true is for people to settle',
}

const scenes = (name: string) =>
  readFileSync(resolve(CASES, name), 'utf8')
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [readCase(JSON.parse(line), `${name}:${index + 1}`)]))

describe.skipIf(!existsSync(CASES))('the labelled cases of ../shared/data (skipped where they are not)', () => {
  it.each(['open-disclosure.jsonl', 'open-guidelines.jsonl'])('of %s re-score clean once corrected', (name) => {
    const troubled = scenes(name).flatMap(({ given, post, guideline, context }) => {
      const openIn = (text: string) =>
        assess({ ...post, text }, [guideline], context).findings.filter(
          (finding) => isOpen(finding) && finding.weight === 'must',
        )
      return openIn(post.text).length > 0 ? [{ given, post, guideline, context, openIn }] : []
    })
    expect(troubled.length).toBeGreaterThan(0)
    const wrong = troubled.flatMap(({ given, post, guideline, context, openIn }) => {
      const corrected = correct(post, [guideline], context)
      const open = openIn(corrected.text).filter(
        ({ kind, reason }) => !(kind in NOT_BY_WORDING) && !(reason in NOT_BY_WORDING),
      )
      return open.length > 0 ? [{ id: given.id, text: corrected.text, open: open.map(({ reason }) => reason) }] : []
    })
    expect(wrong).toEqual([])
  })
})
