import { i18n } from '#i18n'
import { PencilLine } from 'lucide'
import { useId, useState } from 'preact/hooks'
import type { Tone } from '../lib/domain/tone.ts'
import type { ToneEdit } from '../lib/state/tone-edit.ts'
import { Button, IconButton } from './Button.tsx'
import { toneLooks } from './meanings.ts'
import { ToneMark } from './Verdict.tsx'
import { toneWord } from './words.ts'

const labels = ['positive', 'neutral', 'negative'] as const

/** How a text sounds, and a person's way to say that it does not. */
export function CorrectTone({ text, tone, edit }: { text: string; tone: Tone; edit: ToneEdit }) {
  const [open, setOpen] = useState(false)
  const choices = useId()
  return (
    <span class="correct-tone">
      <ToneMark tone={tone} />
      {tone.corrected && <span class="soft small">{i18n.t(`tone.corrected.${tone.corrected}`)}</span>}
      {edit.can(text) && (
        <IconButton
          icon={PencilLine}
          label={i18n.t('tone.correct')}
          aria-expanded={open}
          aria-controls={choices}
          onClick={() => setOpen(!open)}
        />
      )}
      <span class="correct-choices" id={choices} hidden={!open}>
        {open && (
          <>
            <span class="soft small">{i18n.t('tone.itIs')}</span>
            {labels.map((label) => (
              <Button
                key={label}
                icon={toneLooks[label].icon}
                aria-pressed={tone.label === label}
                onClick={() => {
                  setOpen(false)
                  void edit.correct(text, tone, label)
                }}
              >
                {toneWord(label)}
              </Button>
            ))}
          </>
        )}
      </span>
    </span>
  )
}
