import { i18n } from '#i18n'
import { AtSign, Ban, CircleHelp, Copy, Gift, Megaphone, MessageSquareWarning, ShoppingBag, Smile, Tag } from 'lucide'
import type { ToneEdit } from '../lib/state/tone-edit.ts'
import type { Matter, Voice, Voices as Heard } from '../lib/state/voices.ts'
import { CorrectTone } from './CorrectTone.tsx'
import { Icon, type IconNode } from './Icon.tsx'
import { inItsSentence } from './quote.ts'
import { safeLink } from './safe-link.ts'
import { CrowdNote } from './CrowdNote.tsx'
import { percent } from './words.ts'

const icons: Record<Matter['kind'], IconNode> = {
  purchase: ShoppingBag,
  question: CircleHelp,
  complaint: MessageSquareWarning,
  product: Tag,
  praise: Megaphone,
  giveaway: Gift,
  emojiOnly: Smile,
  mentionOnly: AtSign,
  spam: Ban,
  copied: Copy,
}

/** What the comments are about, how genuine they look, and those that say most clearly how they sound. */
export function Voices({ voices, edit }: { voices: Heard; edit: ToneEdit }) {
  const loudest = [...voices.negative, ...voices.positive]
  return (
    <>
      <CrowdNote crowd={voices.crowd} />
      {voices.replies && voices.replies.share !== null && (
        <p class="soft small figure">
          {i18n.t('comment.replies', [voices.replies.replies, voices.replies.comments, percent(voices.replies.share)])}
        </p>
      )}
      {voices.matters.length > 0 && (
        <ul class="matters">
          {voices.matters.map((matter) => (
            <li key={matter.kind}>
              <details>
                <summary>
                  <Icon icon={icons[matter.kind]} size={14} />
                  <span class="figure">{i18n.t(`comment.matter.${matter.kind}`, matter.count)}</span>
                </summary>
                <VoiceList voices={matter.voices} edit={edit} />
                {matter.count > matter.voices.length && (
                  <p class="soft small">{i18n.t('comment.firstOf', [matter.voices.length, matter.count])}</p>
                )}
              </details>
            </li>
          ))}
        </ul>
      )}
      {loudest.length > 0 && (
        <>
          <h3 class="small soft">{i18n.t('comment.loudest')}</h3>
          <VoiceList voices={loudest} edit={edit} />
        </>
      )}
    </>
  )
}

/** Who wrote them is not stored, so it is not shown. */
function VoiceList({ voices, edit }: { voices: readonly Voice[]; edit: ToneEdit }) {
  return (
    <ul class="voices">
      {voices.map((voice) => (
        <li key={voice.comment.id}>
          <CorrectTone text={voice.comment.text} tone={voice.comment.tone} edit={edit} />
          <q class="quote theirs" dir="auto">
            <Quoted voice={voice} />
          </q>
          {safeLink(voice.postUrl) !== null && (
            <a class="small" href={safeLink(voice.postUrl) ?? ''} target="_blank" rel="noreferrer">
              {i18n.t('common.thePost')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function Quoted({ voice: { comment, quote } }: { voice: Voice }) {
  if (quote === null) return <>{comment.text}</>
  const { before, after } = inItsSentence(comment.text, quote)
  return (
    <>
      {before}
      <mark>{quote.quote}</mark>
      {after}
    </>
  )
}
