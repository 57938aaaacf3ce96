import { i18n } from '#i18n'
import { useEffect, useState } from 'preact/hooks'
import { severitySchema } from '../lib/domain/guideline.ts'
import { MOST_TERMS, type Watch } from '../lib/domain/watch.ts'
import type { WatchDraft, Watches } from '../lib/state/watches.ts'
import { formatWatchWords, parseWatchWords } from '../lib/watch/watch-terms.ts'
import { Button } from './Button.tsx'
import { Select, TextArea, TextField } from './Field.tsx'
import { inItsSentence } from './quote.ts'
import { codeWords, severityWord } from './words.ts'

const ANY = ''
const LONGEST_TERM = 200

/** The words of a watch as lines, where it looks, and what it would find in the posts that are stored. */
export function WatchForm({
  id,
  stored,
  watches,
  names,
  onDone,
}: {
  id: string
  stored: Watch | null
  watches: Watches
  /** Partners by id. */
  names: ReadonlyMap<string, string>
  onDone: () => void
}) {
  const [name, setName] = useState(stored?.name ?? '')
  const [text, setText] = useState(stored ? formatWatchWords(stored) : '')
  const [platform, setPlatform] = useState(stored?.platform ?? ANY)
  const [partnerId, setPartnerId] = useState(stored?.partnerId ?? ANY)
  const [severity, setSeverity] = useState<Watch['severity']>(stored?.severity ?? 'medium')
  /** Nothing is called wrong before the person has tried to save. */
  const [tried, setTried] = useState(false)
  const words = parseWatchWords(text)
  const scope = { platform: platform === ANY ? null : platform, partnerId: partnerId === ANY ? null : partnerId }
  const problems = {
    name: name.trim() === '' ? i18n.t('watch.nameMissing') : undefined,
    words: problemOf(words),
  }
  useEffect(() => {
    watches.tryOut({ ...words, ...scope })
    // What is typed decides what is tried; both are made of these.
  }, [watches, text, platform, partnerId])
  useEffect(() => () => watches.tryOut(null), [watches])

  const submit = async () => {
    setTried(true)
    if (Object.values(problems).some((problem) => problem !== undefined)) return
    const draft: WatchDraft = { id, name: name.trim(), ...words, ...scope, severity }
    if (await watches.save(draft)) onDone()
  }
  return (
    <form
      class="card"
      aria-label={stored ? i18n.t('watch.edit', [stored.name]) : i18n.t('watch.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={i18n.t('watch.name')}
        placeholder={i18n.t('watch.nameHint')}
        value={name}
        maxLength={100}
        autofocus
        error={tried ? problems.name : undefined}
        onValue={setName}
      />
      <TextArea
        label={i18n.t('watch.words')}
        hint={i18n.t('watch.wordsHint')}
        rows={5}
        value={text}
        error={tried ? problems.words : undefined}
        onValue={setText}
      />
      <div class="row">
        <Select
          label={i18n.t('watch.site')}
          value={platform}
          options={[
            { value: ANY, label: i18n.t('watch.everySite') },
            ...watches.platforms.map((value) => ({ value, label: codeWords('site.name', value) })),
          ]}
          onValue={setPlatform}
        />
        <Select
          label={i18n.t('watch.partner')}
          value={partnerId}
          options={[
            { value: ANY, label: i18n.t('watch.everyPartner') },
            ...[...names]
              .map(([value, label]) => ({ value, label }))
              .toSorted((a, b) => a.label.localeCompare(b.label)),
          ]}
          onValue={setPartnerId}
        />
        <Select
          label={i18n.t('watch.severity')}
          value={severity}
          options={severitySchema.options.map((value) => ({ value, label: severityWord(value) }))}
          onValue={(value) => setSeverity(severitySchema.options.find((one) => one === value) ?? 'medium')}
        />
      </div>
      <Trial watches={watches} />
      <div class="row">
        <Button look="primary" type="submit">
          {i18n.t('common.save')}
        </Button>
        <Button onClick={onDone}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}

function problemOf({ terms, except }: Pick<Watch, 'terms' | 'except'>): string | undefined {
  if (terms.length === 0) return i18n.t(except.length === 0 ? 'watch.wordsMissing' : 'watch.onlyExcept')
  if (Math.max(terms.length, except.length) > MOST_TERMS) return i18n.t('watch.tooMany', [MOST_TERMS.toLocaleString()])
  const long = [...terms, ...except].find((term) => term.length > LONGEST_TERM)
  return long === undefined ? undefined : i18n.t('watch.tooLong', [`${long.slice(0, 30)}…`, LONGEST_TERM])
}

function Trial({ watches }: { watches: Watches }) {
  const trial = watches.trial.value
  return (
    <output class="watch-trial">
      {trial && (
        <>
          <p class="figure">
            {trial.of === 0
              ? i18n.t('watch.nothingStored')
              : i18n.t('watch.wouldMatch', [trial.hits.toLocaleString(), trial.done.toLocaleString()])}
          </p>
          <ul class="small">
            {trial.quoted.map(({ post, found }) => {
              const { before, after } = inItsSentence(post.text, found)
              return (
                <li key={post.id} class="theirs" dir="auto">
                  {before}
                  <mark>{found.quote}</mark>
                  {after}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </output>
  )
}
