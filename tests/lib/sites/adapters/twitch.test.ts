import { describe, expect, it } from 'vitest'
import twitch from '../../../../lib/sites/adapters/twitch.ts'
import { extract } from '../../../../lib/sites/extract.ts'

const CHANNEL = 'https://www.twitch.tv/maya_bakes'
const read = (html: string, address = CHANNEL) =>
  extract(twitch, new DOMParser().parseFromString(html, 'text/html'), address, {
    now: new Date('2026-11-22T12:00:00Z'),
  })

const STREAM =
  '<main><div id="live-channel-stream-information"><h2 data-a-target="stream-title">Rye all night</h2></div></main>'
const chat = (lines: string, address = CHANNEL) =>
  read(`${STREAM}<section class="chat-room">${lines}</section>`, address).observation.posts[0]?.comments.map(
    ({ author, text }) => [author.handle, author.name, text],
  )

const misses = (line: string) => read(`${STREAM}<section>${line}</section>`).misses.map(({ field }) => field)
const recording = (stat: string) =>
  `<article><a data-a-target="preview-card-image-link" href="/videos/123"><p>5:02:11</p><p>3 days ago</p><p>${stat}</p></a><a data-a-target="preview-card-title-link" href="/videos/123">Rye</a></article>`

const viewsOf = (stat: string) => read(recording(stat)).observation.posts[0]?.metrics.views

describe('Twitch', () => {
  it('reads chat as Twitch writes it, emotes by their names', () => {
    const line =
      '<div class="chat-line__message" data-a-user="ben"><span data-a-target="chat-message-username">Ben</span>: <span data-a-target="chat-line-message-body"><span class="text-fragment">so good </span><img class="chat-image" alt="Kreygasm"></span></div>'
    expect(chat(line)).toEqual([['ben', null, 'so good Kreygasm']])
  })

  it('reads chat as FrankerFaceZ writes it, without a body of Twitch’s own', () => {
    const line =
      '<div class="chat-line__message" data-user="ben" data-room="maya_bakes"><span class="chat-line__timestamp">12:01</span><span class="chat-line__username"><span class="chat-author__display-name">Ben</span></span><span>: </span><span class="message">so <img class="ffz-emote" alt="LUL"> good</span></div>'
    expect(chat(line)).toEqual([['ben', null, 'so LUL good']])
  })

  it('reads chat as 7TV writes it, in lines of its own', () => {
    const line =
      '<div class="seventv-message"><div class="seventv-user-message" msg-id="a-1"><span class="seventv-chat-user"><span class="seventv-chat-user-username">ben_loaf</span></span><span>: </span><span class="seventv-chat-message-body"><span class="text-token">good</span> <img class="seventv-chat-emote" alt="catJAM"></span></div></div>'
    expect(chat(line)).toEqual([['ben_loaf', null, 'good catJAM']])
  })

  it('takes neither name, badges nor time for what is said in a line without a body', () => {
    const line =
      '<div class="chat-line__message"><span class="chat-line__timestamp">12:01</span><span data-a-target="chat-badge"><img alt="Subscriber"></span><span data-a-target="chat-message-username">ben</span>: <span data-a-target="chat-message-text">gg: wp</span></div>'
    expect(chat(line)).toEqual([['ben', null, 'gg: wp']])
    const unnamed = line.replace('data-a-target="chat-message-username"', '')
    expect(chat(unnamed)).toEqual([['ben', null, 'gg: wp']])
    // Without a colon after one word nobody can tell who speaks.
    expect(chat(unnamed.replace('</span>: ', '</span> '))).toEqual([])
  })

  it('takes nothing before the name for what is said, and no name to sign in with for the one that is shown', () => {
    const line =
      '<div class="chat-line__message"><i><img alt="Broadcaster"></i><b><span data-a-target="chat-message-username">Ben_Loaf</span></b><span>: </span><u>yes</u></div>'
    expect(chat(line)).toEqual([['ben_loaf', null, 'yes']])
    expect(chat(line.replace('Ben_Loaf', 'パンさん (pan_san)'))).toEqual([[null, 'パンさん', 'yes']])
  })

  it('misses lines that it cannot read, but no deleted ones', () => {
    const deleted =
      '<div class="chat-line__message"><span data-a-target="chat-message-username">ben</span><span data-a-target="chat-deleted-message-placeholder">deleted</span></div>'
    expect(misses('<div class="chat-line__message"><b>ben</b><i>gg</i></div>')).toContain('page.comments')
    expect(misses(deleted)).not.toContain('page.comments')
  })

  it('gives the chat to the stream, not to a recording on the same page', () => {
    const card =
      '<article><a data-a-target="preview-card-title-link" href="/videos/123">Last Friday</a><a data-a-target="preview-card-channel-link" href="/maya_bakes">maya_bakes</a></article>'
    const line =
      '<div class="chat-line__message" data-a-user="ben"><span data-a-target="chat-message-username">ben</span><span data-a-target="chat-line-message-body">gg</span></div>'
    const { posts } = read(card + STREAM + line).observation
    expect(posts.map(({ id, comments }) => [id, comments.length])).toEqual([
      ['123', 0],
      [null, 1],
    ])
  })

  it('does not count the viewers of a recording’s length or age', () => {
    expect(viewsOf('2.1K views')).toEqual({ value: 2100, step: 100 })
    expect(viewsOf('')).toBeNull()
  })

  it('knows a clip on its own host', () => {
    const clip = '<main><h2 data-a-target="stream-title">It sings!</h2></main>'
    const { posts, page } = read(clip, 'https://clips.twitch.tv/CrustyRyeLoaf-a1B2c3').observation
    expect(page).toBe('post')
    expect(posts).toMatchObject([{ id: 'CrustyRyeLoaf-a1B2c3', url: 'https://clips.twitch.tv/CrustyRyeLoaf-a1B2c3' }])
  })
})
