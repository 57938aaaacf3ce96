import { i18n } from '#i18n'
import { Plus, Send, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Severity } from '../lib/domain/guideline.ts'
import type { NotifySettings, Sending, Webhook, WebhookShape } from '../lib/domain/notify.ts'
import { webhookShapes, webhookUrl } from '../lib/domain/notify.ts'
import type { Settings } from '../lib/domain/settings.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { NotifyState, WebhookInput } from '../lib/state/notify.ts'
import { Button, IconButton } from './Button.tsx'
import { Checkbox, Select, TextField } from './Field.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords, severityWord } from './words.ts'

const severities: readonly Severity[] = ['high', 'medium', 'low']
const isSeverity = (value: string): value is Severity => severities.some((one) => one === value)
const chosen = (value: string) => (isSeverity(value) ? value : null)
const clock = (value: string) => (value === '' ? null : value)
/** Rows of the ledger that are shown. */
const SHOWN = 50

/** When and where alerts are told of, and everything that ever left this machine for it. */
export function NotifySettingsView({
  settings,
  state,
  now,
}: {
  settings: Settings
  state: DashboardState
  now: number
}) {
  return (
    <>
      <section class="card" aria-labelledby="notify">
        <h2 id="notify">{i18n.t('notify.title')}</h2>
        <When
          notify={settings.notify}
          state={state.notify}
          onSave={(change) => void state.saveSettings(({ notify }) => ({ notify: { ...notify, ...change } }))}
        />
      </section>
      <section class="card" aria-labelledby="webhooks">
        <h2 id="webhooks">{i18n.t('notify.team')}</h2>
        <p class="soft">{i18n.t('notify.teamWhat')}</p>
        <Webhooks state={state.notify} />
      </section>
      <LedgerCard state={state.notify} now={now} />
    </>
  )
}

function When({
  notify,
  state,
  onSave,
}: {
  notify: NotifySettings
  state: NotifyState
  onSave: (change: Partial<NotifySettings>) => void
}) {
  const [isRefused, setRefused] = useState(false)
  const thresholds = [
    ...severities.map((value) => ({ value: value as string, label: i18n.t('notify.from', [severityWord(value)]) })),
    { value: 'never', label: i18n.t('notify.never') },
  ]
  const { quiet } = notify
  return (
    <>
      <div class="row">
        <Select
          label={i18n.t('notify.badge')}
          hint={i18n.t('notify.badgeHint')}
          value={notify.badge ?? 'never'}
          options={thresholds}
          onValue={(value) => onSave({ badge: chosen(value) })}
        />
        <Select
          label={i18n.t('notify.notification')}
          hint={i18n.t('notify.notificationHint')}
          {...(isRefused ? { error: i18n.t('notify.problem.notifications') } : {})}
          value={notify.notification ?? 'never'}
          options={thresholds}
          onValue={(value) => {
            const notification = chosen(value)
            const save = async () => {
              // Asked for in the change itself: nothing is awaited before.
              const allowed = notification === null || (await state.allowNotifications())
              setRefused(!allowed)
              if (allowed) onSave({ notification })
            }
            void save()
          }}
        />
        <TextField
          label={i18n.t('notify.digestAt')}
          hint={i18n.t('notify.digestHint')}
          type="time"
          value={notify.digestAt ?? ''}
          onValue={(value) => onSave({ digestAt: clock(value) })}
        />
      </div>
      <h3>{i18n.t('notify.quiet')}</h3>
      <p class="soft small">{i18n.t('notify.quietHint')}</p>
      <div class="row">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            label={i18n.t(`notify.quietEnd.${end}`)}
            type="time"
            value={quiet[end] ?? ''}
            onValue={(value) => onSave({ quiet: { ...quiet, [end]: clock(value) } })}
          />
        ))}
        <fieldset class="field">
          <legend>{i18n.t('notify.quietDays')}</legend>
          <div class="row">
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Checkbox
                key={day}
                label={dayName(day)}
                checked={quiet.days.includes(day)}
                onValue={(on) => {
                  const others = quiet.days.filter((one) => one !== day)
                  onSave({ quiet: { ...quiet, days: on ? [...others, day].toSorted((a, b) => a - b) : others } })
                }}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </>
  )
}

/** 1 is Monday, as 1 January 2024 was. */
const dayName = (day: number) => new Date(2024, 0, day).toLocaleDateString(undefined, { weekday: 'short' })

function Webhooks({ state }: { state: NotifyState }) {
  const webhooks = state.webhooks.value.value
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      {webhooks && webhooks.length > 0 && (
        <ul class="list">
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} state={state} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <WebhookForm state={state} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {i18n.t('notify.add')}
          </Button>
        </div>
      )}
    </>
  )
}

function WebhookRow({ webhook, state }: { webhook: Webhook; state: NotifyState }) {
  const [test, setTest] = useState<Sending | 'busy' | null>(null)
  const host = webhookUrl(webhook.url)?.host ?? webhook.url
  return (
    <li>
      <span class="grow">
        <span class="strong theirs">{host}</span>{' '}
        <span class="soft small">
          {[
            codeWords('notify.shape', webhook.shape),
            webhook.severities.map(severityWord).join(', '),
            ...(webhook.digest ? [i18n.t('notify.withDigest')] : []),
          ].join(' · ')}
        </span>
        <output class="small">
          {test === 'busy' && <span class="soft">{i18n.t('notify.testing')}</span>}
          {test !== null && test !== 'busy' && <SendingWords sending={test} />}
        </output>
      </span>
      <Button
        icon={Send}
        disabled={test === 'busy'}
        onClick={() => {
          setTest('busy')
          void state.test(webhook).then(setTest)
        }}
      >
        {i18n.t('notify.test')}
      </Button>
      <IconButton icon={Trash2} label={i18n.t('notify.remove', [host])} onClick={() => void state.remove(webhook)} />
    </li>
  )
}

function WebhookForm({ state, onDone }: { state: NotifyState; onDone: () => void }) {
  const [input, setInput] = useState<WebhookInput>({ url: '', shape: 'slack', severities: ['high'], digest: false })
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    // The permission is asked for in the click itself: nothing is awaited before.
    const refused = await state.add(input)
    setProblem(refused)
    if (refused === null) onDone()
  }
  return (
    <form
      aria-label={i18n.t('notify.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={i18n.t('notify.url')}
        hint={i18n.t('notify.urlHint')}
        placeholder="https://hooks.slack.com/services/…"
        inputMode="url"
        maxLength={2_000}
        autofocus
        value={input.url}
        {...(problem === null ? {} : { error: codeWords('notify.problem', problem) })}
        onValue={(url) => {
          setInput({ ...input, url })
          setProblem(null)
        }}
      />
      <div class="row">
        <Select
          label={i18n.t('notify.shapeLabel')}
          value={input.shape}
          options={webhookShapes.map((value) => ({ value, label: codeWords('notify.shape', value) }))}
          onValue={(value) => {
            const shape: WebhookShape | undefined = webhookShapes.find((one) => one === value)
            if (shape) setInput({ ...input, shape })
          }}
        />
        <fieldset class="field">
          <legend>{i18n.t('notify.which')}</legend>
          <div class="row">
            {severities.map((severity) => (
              <Checkbox
                key={severity}
                label={severityWord(severity)}
                checked={input.severities.includes(severity)}
                onValue={(on) =>
                  setInput({
                    ...input,
                    severities: severities.filter((one) => (one === severity ? on : input.severities.includes(one))),
                  })
                }
              />
            ))}
            <Checkbox
              label={i18n.t('notify.withDigest')}
              checked={input.digest}
              onValue={(digest) => setInput({ ...input, digest })}
            />
          </div>
        </fieldset>
      </div>
      <div class="row">
        <Button look="primary" type="submit" disabled={input.url.trim() === '' || input.severities.length === 0}>
          {i18n.t('notify.save')}
        </Button>
        <Button onClick={onDone}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

/** Every request Rapport ever made, and why there are none where there are none. */
function LedgerCard({ state, now }: { state: NotifyState; now: number }) {
  const ledger = state.ledger.value.value
  if (!ledger) return null
  return (
    <section class="card" aria-labelledby="network">
      <h2 id="network" class="figure">
        {i18n.t('panel.requests', [ledger.requests])}
      </h2>
      <p class="soft">{i18n.t('panel.requestsWhy')}</p>
      {ledger.rows.length > 0 && (
        // A table wider than the window scrolls by itself, and by keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section class="table" aria-label={i18n.t('notify.ledger')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {(['when', 'host', 'kind', 'tries', 'bytes', 'outcome'] as const).map((column) => (
                  <th key={column} scope="col">
                    {i18n.t(`notify.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ledger.rows.slice(0, SHOWN).map((sending) => (
                <tr key={sending.id}>
                  <td>
                    <TimeAgo at={sending.tries.at(-1)?.at ?? sending.createdAt} now={now} />
                  </td>
                  <td>
                    <div class="theirs">{sending.host}</div>
                  </td>
                  <td>{codeWords('notify.kind', sending.kind)}</td>
                  <td class="number figure">{sending.tries.length}</td>
                  <td class="number figure">
                    {sending.tries.reduce((sum, { bytes }) => sum + bytes, 0).toLocaleString()}
                  </td>
                  <td>
                    <SendingWords sending={sending} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

/** How it went, in words. */
function SendingWords({ sending: { state, tries, nextAt } }: { sending: Sending }) {
  const status = tries.at(-1)?.status ?? null
  const answer =
    tries.length === 0 ? i18n.t('notify.notAsked') : status === null ? i18n.t('notify.noAnswer') : String(status)
  if (state === 'sent') return <span class="good-text">{i18n.t('notify.sent', [answer])}</span>
  if (state === 'failed') return <span class="act-text">{i18n.t('notify.failed', [answer])}</span>
  const again = nextAt === null ? '' : new Date(nextAt).toLocaleTimeString(undefined, { timeStyle: 'short' })
  return (
    <span class="soft">{tries.length === 0 ? i18n.t('notify.waiting') : i18n.t('notify.again', [answer, again])}</span>
  )
}
