import { i18n } from '#i18n'
import { Check, Copy, Mail, Save, Trash2 } from 'lucide'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { contactChannels, mailLink, TOO_LONG } from '../lib/partnership/templates/mail.ts'
import { fill, type Filled, type Variable } from '../lib/partnership/templates/fill.ts'
import { personal } from '../lib/partnership/templates/personal.ts'
import {
  countAsks,
  MOST_ASKS,
  type TemplateId,
  templates,
  type VariableName,
  variableNames,
} from '../lib/partnership/templates/templates.ts'
import { isOpen } from '../lib/domain/open-finding.ts'
import type { Letters } from '../lib/state/letters.ts'
import type { PartnerView } from '../lib/state/partner-view.ts'
import { Button } from './Button.tsx'
import { askWords } from './creator-message.ts'
import { TextArea, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { codeWords, wordsLocale } from './words.ts'

interface Wording {
  readonly subject: string
  readonly body: string
}

/** A message to one creator from a template: filled from the record, checked before it can be copied, logged once it is. */
export function MessageComposer({
  view,
  letters,
  start,
}: {
  view: PartnerView
  letters: Letters
  /** What it begins with instead of a reminder: a reason to write that was chosen elsewhere. The choice brings it into view. */
  start?: {
    readonly template: TemplateId
    readonly values: Readonly<Partial<Record<VariableName, string>>>
    readonly onUsed: () => Promise<void>
  }
}) {
  const place = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => {
    if (!start) return
    place.current?.scrollIntoView?.({ block: 'center' })
    place.current?.focus()
    // Once, where it is made for that reason.
  }, [])
  const [chosen, setChosen] = useState<string>(start?.template ?? 'reminder1')
  const [edited, setEdited] = useState<Wording | null>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({ ...start?.values })
  const [name, setName] = useState('')
  const [isCold, setCold] = useState(false)
  const [copied, setCopied] = useState<string | null>(null)

  const own = view.letters.find(({ id }) => id === chosen)
  const shipped = templates.find(({ id }) => id === chosen) ?? templates[0]
  const stored = own ?? wordingOf(shipped.id)
  const wording = edited ?? { subject: stored.subject, body: stored.body }
  const title = own?.name ?? i18n.t(`letter.name.${shipped.id}`)
  const template = own ? { id: own.id, version: own.version } : { id: shipped.id, version: shipped.version }

  const known = knownOf(view)
  const variables = new Map<string, Variable>(
    variableNames.map((variable) => {
      const mine = typed[variable]
      return mine === undefined
        ? [variable, { value: known[variable] ?? null, own: false }]
        : [variable, { value: mine, own: true }]
    }),
  )
  const subject = fill(wording.subject, variables)
  const body = fill(wording.body, variables)
  const problems = problemsOf(subject, body)
  const asks = body.names.includes('asks') ? countAsks(variables.get('asks')?.value ?? '') : 0
  const names = new Set([...subject.names, ...body.names])
  const fields = variableNames.filter((variable) => names.has(variable))
  const protocol = view.partner.protocol
  const channel = protocol?.channel ?? null
  const mail = mailLink({ channel, address: protocol?.address ?? '' }, subject.text, body.text)
  const log = async () => {
    await letters.used(view.partner.id, {
      channel: channel === null ? 'other' : contactChannels[channel],
      name: i18n.t('letter.logged', [title]),
      template,
    })
    if (start && shipped.id === start.template) await start.onUsed()
  }
  const copy = async () => {
    const isWritten = await writeClipboard(body.text)
    if (!isWritten) return
    setCopied(body.text)
    await log()
  }
  const check = async () => {
    const tone = await letters.toneOf(body.text)
    setCold(tone?.label === 'negative')
  }
  const change = (next: Partial<Wording>) => setEdited({ ...wording, ...next })
  const keepOwn = async () => {
    const id = await letters.save({ base: shipped.id, name: name.trim(), ...wording })
    if (id === null) return
    setName('')
    pick(id)
  }
  const pick = (id: string) => {
    setChosen(id)
    setEdited(null)
    setCold(false)
  }
  return (
    <div class="composer">
      <div class="field">
        <label for="letter-pick">{i18n.t('letter.pick')}</label>
        <select
          ref={place}
          id="letter-pick"
          class="control"
          value={chosen}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          {view.letters.length > 0 && (
            <optgroup label={i18n.t('letter.own')}>
              {view.letters.map((letter) => (
                <option key={letter.id} value={letter.id} selected={letter.id === chosen}>
                  {letter.name}
                </option>
              ))}
            </optgroup>
          )}
          {templates.map(({ id }) => (
            <option key={id} value={id} selected={id === chosen}>
              {i18n.t(`letter.name.${id}`)}
            </option>
          ))}
        </select>
      </div>
      <p class="soft small">
        {i18n.t('letter.version', [template.version])}
        {channel !== null && ` · ${i18n.t('letter.by', [i18n.t(`protocol.channel.${channel}`)])}`}
      </p>
      {fields.map((variable) => (
        <VariableField
          key={variable}
          variable={variable}
          value={variables.get(variable)?.value ?? ''}
          onValue={(value) => setTyped({ ...typed, [variable]: value })}
        />
      ))}
      <details>
        <summary class="small">{i18n.t('letter.body')}</summary>
        <TextField
          label={i18n.t('letter.subject')}
          value={wording.subject}
          maxLength={300}
          onValue={(value) => change({ subject: value })}
        />
        <TextArea
          label={i18n.t('letter.body')}
          hint={i18n.t('letter.bodyHint')}
          rows={10}
          maxLength={10_000}
          value={wording.body}
          onValue={(value) => change({ body: value })}
          onBlur={() => void check()}
        />
        <div class="row">
          {own ? (
            <>
              <Button icon={Save} onClick={() => void letters.save({ ...own, ...wording }).then(() => setEdited(null))}>
                {i18n.t('letter.saveChange')}
              </Button>
              <Button
                look="danger"
                icon={Trash2}
                onClick={() => {
                  pick(own.base ?? 'reminder1')
                  void letters.remove(own)
                }}
              >
                {i18n.t('letter.remove', [own.name])}
              </Button>
            </>
          ) : (
            <>
              <TextField label={i18n.t('letter.ownName')} value={name} maxLength={100} onValue={setName} />
              <Button icon={Save} disabled={name.trim() === ''} onClick={() => void keepOwn()}>
                {i18n.t('letter.saveOwn')}
              </Button>
            </>
          )}
        </div>
      </details>
      <section aria-label={i18n.t('letter.preview')}>
        <p class="soft small">{i18n.t('letter.preview')}</p>
        <p class="strong theirs">{subject.text}</p>
        <p class="composer-text theirs">{body.text}</p>
      </section>
      {asks > MOST_ASKS && <output class="watch-text small">{i18n.t('letter.manyAsks', [asks])}</output>}
      {isCold && <output class="watch-text small">{i18n.t('letter.cold')}</output>}
      {problems.length > 0 && <output class="act-text small">{i18n.t('letter.blocked', [problems.join('; ')])}</output>}
      <div class="row">
        <Button
          look="primary"
          icon={copied === body.text ? Check : Copy}
          disabled={problems.length > 0}
          onClick={() => void copy()}
        >
          {i18n.t('letter.copy')}
        </Button>
        {mail !== null && mail !== TOO_LONG && problems.length === 0 && (
          <a class="button plain" href={mail} onClick={() => void log()}>
            <Icon icon={Mail} /> {i18n.t('letter.mail')}
          </a>
        )}
        {mail === TOO_LONG && <span class="soft small">{i18n.t('letter.tooLongForMail')}</span>}
        <output class="soft small">{copied === body.text && i18n.t('letter.copied')}</output>
      </div>
    </div>
  )
}

/** Texts of several lines have room for them. */
const long: ReadonlySet<string> = new Set(['asks', 'brief', 'changes', 'reason', 'offer'])

function VariableField({
  variable,
  value,
  onValue,
}: {
  variable: (typeof variableNames)[number]
  value: string
  onValue: (value: string) => void
}) {
  const label = i18n.t(`letter.variable.${variable}`)
  return long.has(variable) ? (
    <TextArea label={label} rows={3} value={value} maxLength={5_000} onValue={onValue} />
  ) : (
    <TextField label={label} value={value} maxLength={300} onValue={onValue} />
  )
}

const wordingOf = (id: TemplateId): Wording => ({
  subject: curly(i18n.t(`letter.${id}.subject`)),
  body: curly(i18n.t(`letter.${id}.body`)),
})

/** The locale file has a meaning of its own for curly brackets: there, variables stand in double square ones. */
const curly = (text: string): string => text.replaceAll(/\[\[(\w+)\]\]/g, '{{$1}}')

const problemsOf = (...filled: readonly Filled[]): string[] => [
  ...new Set(
    filled.flatMap(({ problems }) => problems.map(({ name, why }) => codeWords('letter.problem', why, [name]))),
  ),
]

/** What the record has for this creator; the newest post with something open gives what to ask for. */
function knownOf(view: PartnerView) {
  const { partner, posts, deliveries, guidelines } = view
  const open = posts.flatMap(({ assessment }) => [
    (assessment?.findings ?? []).filter((finding) => isOpen(finding) && finding.weight === 'must'),
  ])
  const asks = (open.find((findings) => findings.length > 0) ?? []).slice(0, MOST_ASKS)
  return personal(
    {
      partner,
      posts: posts.map(({ post }) => post),
      assessments: posts.flatMap(({ assessment }) => assessment ?? []),
      deliveries,
      guidelines,
      asks: asks.map((finding, i) => `${i + 1}. ${askWords(finding)}`).join('\n'),
    },
    { locale: wordsLocale(), platformName: (id) => codeWords('site.name', id) },
  )
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    // No clipboard where the page is not secure.
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
