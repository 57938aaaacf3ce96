import { describe, expect, it, vi } from 'vitest'
import { MessageError } from '../../../lib/messages/errors.ts'
import { createSend } from '../../../lib/messages/send.ts'

const ok = { ok: true, value: { origins: [] } }

function setUp(...answers: unknown[]) {
  const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>(async () => {
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  })
  return { send: createSend({ runtime: { sendMessage } }), sendMessage }
}

describe('sending', () => {
  it('gives the value and sends once', async () => {
    const { send, sendMessage } = setUp(ok)
    expect(await send('sites.sync', {})).toEqual({ origins: [] })
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'sites.sync', input: {} })
  })

  it.each([
    ['was not there yet', new Error('Could not establish connection. Receiving end does not exist.')],
    ['was stopped while it worked', new Error('The message port closed before a response was received.')],
    [
      'was stopped while it worked (Chromium’s other words)',
      new Error(
        'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
      ),
    ],
    ['answered nothing', undefined],
  ])('repeats the message once when the worker %s', async (_what, first) => {
    const { send, sendMessage } = setUp(first, ok)
    expect(await send('sites.sync', {})).toEqual({ origins: [] })
    expect(sendMessage).toHaveBeenCalledTimes(2)
  })

  it('gives up after the second time', async () => {
    const lost = new Error('Could not establish connection. Receiving end does not exist.')
    const { send, sendMessage } = setUp(lost, lost, ok)
    await expect(send('sites.sync', {})).rejects.toMatchObject({ code: 'unreachable' })
    expect(sendMessage).toHaveBeenCalledTimes(2)
  })

  it('does not repeat what was refused', async () => {
    const refusal = { ok: false, error: { code: 'not-found', message: 'gone' } }
    const { send, sendMessage } = setUp(refusal, ok)
    await expect(send('sites.sync', {})).rejects.toEqual(new MessageError('not-found', 'gone'))
    expect(sendMessage).toHaveBeenCalledOnce()
  })

  it('does not repeat into an extension that was updated under the page', async () => {
    const { send, sendMessage } = setUp(new Error('Extension context invalidated.'), ok)
    await expect(send('sites.sync', {})).rejects.toMatchObject({
      code: 'unreachable',
      message: 'Extension context invalidated.',
    })
    expect(sendMessage).toHaveBeenCalledOnce()
  })
})
