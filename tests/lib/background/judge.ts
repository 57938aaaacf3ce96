import type { Judge } from '../../../lib/background/judge.ts'
import type { Mood, Tone } from '../../../lib/domain/tone.ts'
import { correctionsKey, withCorrections } from '../../../lib/sentiment/corrections.ts'
import { neutral } from '../store/rows.ts'

function toneOf(text: string): Tone {
  return text.includes('bad') ? { ...neutral, label: 'negative', score: -1 } : neutral
}

function moodOf(texts: readonly string[]): Mood {
  const negative = texts.filter((text) => text.includes('bad')).length
  return { n: texts.length, positive: 0, neutral: texts.length - negative, negative, unclear: 0 }
}

const unchanged = (text: string) => ({ text, edits: [], fixed: [], left: [] })

const opinion = (text: string, comments: readonly { text: string }[]) => ({
  verdict: text.includes('bad') ? ('fail' as const) : ('pass' as const),
  findings: [],
  tone: toneOf(text),
  mood: moodOf(comments.map((comment) => comment.text)),
})

/** A judge whose opinions are easy to foresee: "bad" in a text is negative and fails. */
export function createTestJudge(version = 'test-1'): Judge {
  const hearing: Judge['hearing'] = ({ corrections }) => ({
    toneEngine: `${version}${correctionsKey(corrections)}`,
    toneOf: withCorrections(toneOf, corrections),
    spamOf: () => null,
  })
  const basisOf: Judge['basisOf'] = (partner, { guidelines, settings, corrections }) =>
    [
      hearing({ corrections }).toneEngine,
      settings.jurisdiction,
      partner.relationship,
      ...guidelines.map((g) => `${g.id}@${g.version}`),
    ].join('|')
  return {
    hearing,
    basisOf,
    assess: (post, comments, partner, standards, now) => ({
      postId: post.id,
      account: post.account,
      basis: basisOf(partner, standards),
      ...opinion(post.text, comments),
      at: now.toISOString(),
    }),
    consider: (_platform, _lang, seen) => opinion(seen.text, seen.comments),
    correct: (post) => unchanged(post.text),
    suggest: (_platform, _lang, seen) => unchanged(seen.text),
  }
}
