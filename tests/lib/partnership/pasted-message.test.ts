import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPasted } from '../../../lib/partnership/pasted-message.ts'

const context = {
  names: ['Maya Lindqvist', 'maya.lindqvist'],
  now: Date.parse('2026-11-22T12:00:00.000Z'),
  isDayFirst: true,
}
const read = (text: string, over = {}) => readPasted(text, { ...context, ...over })

const sent = (line: string, over = {}) => read(line, over).sent

const MAIL = `From: Maya Lindqvist <hello@maya.example>
To: Ines <ines@tarnwell.example>
Date: Tue, 3 Nov 2026 10:14:00 +0100
Subject: The draft

Hi Ines, the draft is ready. I love it!

Maya

On Mon, 2 Nov 2026 at 09:00, Ines <ines@tarnwell.example> wrote:
> How is the draft coming along?`

describe('a pasted e-mail', () => {
  it('of the creator is from them, at the time of its header, without what it answers', () => {
    expect(read(MAIL)).toEqual({
      direction: 'in',
      channel: 'email',
      sent: { instant: '2026-11-03T09:14:00.000Z' },
      body: 'Hi Ines, the draft is ready. I love it!\n\nMaya',
    })
  })

  it('to the creator is from us; between others nobody can say', () => {
    const ours =
      'Von: Ines <ines@tarnwell.example>\nAn: maya.lindqvist@mail.example\nGesendet: 2026-11-05 16:20\n\nHallo'
    expect(read(ours)).toEqual({
      direction: 'out',
      channel: 'email',
      sent: { wall: '2026-11-05T16:20' },
      body: 'Hallo',
    })
    expect(read('From: Theo\nTo: Ines\n\nHello').direction).toBeNull()
  })

  it('with an answer above "wrote:" is ours where the creator wrote that, and says no time', () => {
    const answer =
      'Great, thank you!\n\nOn Tue, Nov 3, 2026 at 10:14 AM Maya Lindqvist <hello@maya.example> wrote:\n> Done'
    expect(read(answer)).toEqual({ direction: 'out', channel: 'email', sent: null, body: 'Great, thank you!' })
  })

  it('that claims to be of the future, or of no day at all, says no time', () => {
    expect(read('From: Maya\nDate: Tue, 3 Nov 2099 10:14:00 +0100\n\nHi').sent).toBeNull()
    expect(read('From: Maya\nDate: soon\n\nHi').sent).toBeNull()
  })
})

describe('a pasted chat', () => {
  const chat = `[12/11/2026, 10:14:05] Ines: Could you send the draft?
[12/11/2026, 18:30:11] Maya: Tonight!
[12/11/2026, 18:31:40] Maya: Promise
with a second line`

  it('is as its last speaker left it; a first name is enough', () => {
    expect(read(chat)).toEqual({
      direction: 'in',
      channel: 'chat',
      sent: { wall: '2026-11-12T18:31' },
      body: 'Tonight!\nPromise\nwith a second line',
    })
    expect(read(`${chat}\n[12/11/2026, 19:00:00] Ines: Thanks`)).toMatchObject({ direction: 'out', body: 'Thanks' })
  })

  it('may write its dates the other way round, by two digits, or by the half of the day', () => {
    expect(sent('11/12/26, 10:14 AM - Maya: hi', { isDayFirst: false })).toEqual({ wall: '2026-11-12T10:14' })
    expect(sent('11/2/26, 6:14 PM - Maya: hi', { isDayFirst: false })).toEqual({ wall: '2026-11-02T18:14' })
    expect(sent('11/13/26, 12:14 AM - Maya: hi')).toEqual({ wall: '2026-11-13T00:14' })
    expect(sent('2026-11-03 09:05 - Maya: hi')).toEqual({ wall: '2026-11-03T09:05' })
  })

  it('among people who are not the creator says nothing of the direction', () => {
    expect(read('[12/11/2026, 10:14] Ines: hello').direction).toBeNull()
  })
})

describe('other words', () => {
  it('are a message of which nothing more is known', () => {
    expect(read('So happy with how this went!')).toEqual({
      direction: null,
      channel: null,
      sent: null,
      body: 'So happy with how this went!',
    })
    expect(read('Note: call back\n12:30 lunch').channel).toBeNull()
  })

  it('never make it throw, nor propose a time that is still to come', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const one of [text, `From: Maya\nDate: ${text}\n\n${text}`, `[1/2/2026, 10:14] ${text}: ${text}`]) {
          const said = sent(one)
          const time = said === null ? 0 : Date.parse('wall' in said ? `${said.wall}:00Z` : said.instant)
          expect(time).toBeLessThanOrEqual(context.now + 86_400_000)
        }
      }),
    )
  })

  it('of a megabyte are read in a moment, as far as anybody writes', () => {
    const long = 'From: '.repeat(200_000)
    expect(read(long).body.length).toBeLessThanOrEqual(100_000)
    expect(read(`on ${'a wrote '.repeat(100_000)}`).direction).toBeNull()
  })
})
