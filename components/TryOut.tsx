import { i18n } from '#i18n'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Finding } from '../lib/domain/finding.ts'
import { relationshipSchema } from '../lib/domain/partner.ts'
import type { Tone } from '../lib/domain/tone.ts'
import { jurisdictions } from '../lib/guidelines/disclosure/packs/index.ts'
import { editsFor } from '../lib/guidelines/fix/asks.ts'
import type { Trial, TryOptions } from '../lib/state/try-out.ts'
import { CorrectionView } from './CorrectionView.tsx'
import { Select, TextArea } from './Field.tsx'
import { FindingCard } from './FindingCard.tsx'
import { byUrgency } from './meanings.ts'
import { useSettled } from './settled.ts'
import { ToneMark, VerdictMark } from './Verdict.tsx'
import { codeWords, findingKey } from './words.ts'

/** So long after the last key a caption is checked: at once for the eye, and not at every key of a fast typist. */
const PAUSE_MS = 120

const PLATFORMS = ['instagram', 'tiktok', 'youtube', 'x', 'facebook', 'linkedin', 'threads', 'bluesky', 'mastodon']

export interface TryOutProps {
  text: string
  onText: (text: string) => void
  options: TryOptions
  onOptions: (options: TryOptions) => void
  check: (text: string, options: TryOptions) => Trial
  toneOf: (text: string) => Promise<Tone>
}

/** A caption to type or paste, checked with every change, on this machine. */
export function TryOut({ text, onText, options, onOptions, check, toneOf }: TryOutProps) {
  const settled = useSettled(text, PAUSE_MS)
  const trial = useMemo(
    () => (settled.trim() === '' ? null : check(settled, options)),
    [settled, check, options.platform, options.relationship, options.jurisdiction],
  )
  const tone = useTone(settled, toneOf)
  return (
    <div class="try">
      <TextArea
        label={i18n.t('guideline.tryLabel')}
        placeholder={i18n.t('guideline.tryHint')}
        rows={6}
        value={text}
        onValue={onText}
      />
      <TryAs options={options} onOptions={onOptions} />
      <output class="chips">
        {trial && (
          <>
            <VerdictMark verdict={trial.verdict} />
            {tone && <ToneMark tone={tone} />}
            {trial.findings.length === 0 && <span class="soft">{i18n.t('common.noRules')}</span>}
          </>
        )}
      </output>
      <div class="findings">
        {trial?.findings.toSorted(byUrgency).map((finding: Finding) => (
          <FindingCard
            key={findingKey(finding)}
            finding={finding}
            text={settled}
            edits={trial.correction ? editsFor(trial.correction, finding) : []}
          />
        ))}
      </div>
      {trial?.correction && (
        <CorrectionView
          text={settled}
          findings={trial.findings}
          correction={trial.correction}
          about={{ name: null, url: null, publishedAt: null }}
        />
      )}
    </div>
  )
}

/** The newest text's tone; the answer to an older one is not shown. */
function useTone(text: string, toneOf: TryOutProps['toneOf']): Tone | null {
  const [heard, setHeard] = useState<{ text: string; tone: Tone } | null>(null)
  useEffect(() => {
    let isStale = text.trim() === ''
    if (isStale) return undefined
    // Without an answer no tone is shown; what the guidelines say does not depend on it.
    void listen(text, toneOf).then((tone) => (isStale || tone === null ? null : setHeard({ text, tone })))
    return () => {
      isStale = true
    }
  }, [text, toneOf])
  return heard?.text === text ? heard.tone : null
}

const listen = (text: string, toneOf: TryOutProps['toneOf']) => toneOf(text).catch(() => null)

/** What the caption is taken for: where it stands, what the creator got for it, whose law applies. */
function TryAs({ options, onOptions }: Pick<TryOutProps, 'options' | 'onOptions'>) {
  return (
    <div class="row">
      <Select
        label={i18n.t('guideline.tryOn')}
        value={options.platform}
        options={PLATFORMS.map((value) => ({ value, label: codeWords('site.name', value) }))}
        onValue={(platform) => onOptions({ ...options, platform })}
      />
      <Select
        label={i18n.t('partner.relationship')}
        value={options.relationship}
        options={relationshipSchema.options.map((value) => ({ value, label: codeWords('partner.kind', value) }))}
        onValue={(value) => {
          const relationship = relationshipSchema.options.find((one) => one === value)
          if (relationship) onOptions({ ...options, relationship })
        }}
      />
      <Select
        label={i18n.t('guideline.tryLaw')}
        value={options.jurisdiction}
        options={jurisdictions.map(({ code }) => ({ value: code, label: codeWords('kind.option', code) }))}
        onValue={(jurisdiction) => onOptions({ ...options, jurisdiction })}
      />
    </div>
  )
}
