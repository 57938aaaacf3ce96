import { describe, expect, it } from 'vitest'
import { createLive } from '../../../lib/state/live.ts'

function slow() {
  const answers: ((value: string) => void)[] = []
  const live = createLive(() => new Promise<string>((answer) => answers.push(answer)))
  return { live, answers }
}

describe('what is read from the store', () => {
  it('is read once more, not once for each, when changes come while it is being read', async () => {
    const { live, answers } = slow()
    const done = live.refresh()
    void live.refresh()
    void live.refresh()
    expect(answers).toHaveLength(1)
    answers[0]?.('first')
    await Promise.resolve()
    await Promise.resolve()
    expect(answers).toHaveLength(2)
    answers[1]?.('second')
    await done
    expect(live.value.value).toBe('second')
  })

  it('never shows an answer about what was shown before', async () => {
    const { live, answers } = slow()
    void live.refresh()
    const done = live.reset()
    answers[0]?.('about the old partner')
    await Promise.resolve()
    await Promise.resolve()
    expect(live.value.value).toBeNull()
    answers[1]?.('about the new partner')
    await done
    expect(live.value.value).toBe('about the new partner')
  })

  it('keeps what is known when reading again fails, and says why', async () => {
    let broken = false
    const live = createLive(async () => {
      if (broken) throw Object.assign(new Error('no answer'), { code: 'unreachable' })
      return 'known'
    })
    await live.refresh()
    broken = true
    await live.refresh()
    expect(live.value.value).toBe('known')
    expect(live.problem.value).toEqual({ code: 'unreachable', detail: 'no answer' })
  })
})
