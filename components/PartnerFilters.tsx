import { i18n } from '#i18n'
import { Bookmark, Download, Tag, Upload, X } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { Partner } from '../lib/domain/partner.ts'
import type { SavedView } from '../lib/domain/settings.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { PartnerRow } from '../lib/state/partner-rows.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Button, IconButton } from './Button.tsx'
import { Select, TextField } from './Field.tsx'
import { saveFile } from './save-file.ts'
import { bandWord, codeWords } from './words.ts'

const bands = ['critical', 'act', 'watch', 'good', 'unknown'] as const

/** Search and filters; each is in the address, so that a link leads to the same list. */
export function PartnerFilters({ state, rows }: { state: DashboardState; rows: readonly PartnerRow[] }) {
  const { router } = state
  const { query } = router.route.value
  const tags = [...new Set(rows.flatMap(({ partner }) => partner.tags))].toSorted((a, b) => a.localeCompare(b))
  const sites = [...new Set(rows.flatMap(({ partner }) => partner.accounts.map(({ platform }) => platform)))].toSorted()
  return (
    <div class="row filters">
      <TextField
        label={i18n.t('partner.search')}
        hideLabel
        type="search"
        placeholder={i18n.t('partner.search')}
        value={query['q'] ?? ''}
        onValue={(q) => router.filter({ q })}
      />
      <Filter
        label={i18n.t('partner.column.health')}
        any={i18n.t('partner.anyHealth')}
        value={query['band'] ?? ''}
        options={bands.map((band) => ({ value: band, label: bandWord(band) }))}
        onValue={(band) => router.filter({ band })}
      />
      <Filter
        label={i18n.t('partner.site')}
        any={i18n.t('partner.anySite')}
        value={query['site'] ?? ''}
        options={sites.map((site) => ({ value: site, label: codeWords('site.name', site) }))}
        onValue={(site) => router.filter({ site })}
      />
      {(tags.length > 0 || query['tag']) && (
        <Filter
          label={i18n.t('partner.tags')}
          any={i18n.t('partner.anyTag')}
          value={query['tag'] ?? ''}
          options={tags.map((tag) => ({ value: tag, label: tag }))}
          onValue={(tag) => router.filter({ tag })}
        />
      )}
    </div>
  )
}

function Filter({
  label,
  any,
  value,
  options,
  onValue,
}: {
  label: string
  any: string
  value: string
  options: { value: string; label: string }[]
  onValue: (value: string) => void
}) {
  // What the address asks for is shown even where no row has it: the list is empty because of it.
  const known = value === '' || options.some((option) => option.value === value)
  const all = [{ value: '', label: any }, ...options, ...(known ? [] : [{ value, label: value }])]
  return <Select label={label} hideLabel value={value} options={all} onValue={onValue} />
}

/** Lists that a person comes back to, and a way to keep the present one. */
export function SavedViews({ state }: { state: DashboardState }) {
  const { router } = state
  const { query } = router.route.value
  const [name, setName] = useState<string | null>(null)
  const saved = state.settings.value.value?.savedViews ?? []
  const shown = saved.find((view) => isSame(view.query, query))
  const keep = () => {
    const trimmed = (name ?? '').trim()
    if (trimmed === '') return
    setName(null)
    void state.saveView({ name: trimmed, query: { ...query } })
  }
  if (saved.length === 0 && Object.keys(query).length === 0) return null
  return (
    <div class="row saved-views">
      {saved.map((view) => (
        <span key={view.name} class="saved-view">
          <a
            class="theirs"
            href={formatRoute({ view: 'partners', id: null, query: view.query })}
            {...(view === shown ? { 'aria-current': 'true' as const } : {})}
          >
            {view.name}
          </a>
          <IconButton
            icon={X}
            label={i18n.t('partner.removeView', [view.name])}
            onClick={() => void state.removeView(view)}
          />
        </span>
      ))}
      {!shown && Object.keys(query).length > 0 && name === null && (
        <Button look="quiet" icon={Bookmark} onClick={() => setName('')}>
          {i18n.t('partner.saveView')}
        </Button>
      )}
      {name !== null && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault()
            keep()
          }}
        >
          <TextField
            label={i18n.t('partner.viewName')}
            hideLabel
            placeholder={i18n.t('partner.viewName')}
            autofocus
            maxLength={60}
            value={name}
            onValue={setName}
          />
          <Button type="submit">{i18n.t('partner.saveView')}</Button>
          <Button look="quiet" onClick={() => setName(null)}>
            {i18n.t('common.cancel')}
          </Button>
        </form>
      )}
    </div>
  )
}

function isSame(a: SavedView['query'], b: SavedView['query']): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => a[key] === b[key])
}

/** What can be done to all that are ticked. */
export function BulkTag({
  state,
  partners,
  onDone,
}: {
  state: DashboardState
  partners: readonly Partner[]
  onDone: () => void
}) {
  const [tag, setTag] = useState('')
  const run = async (on: boolean) => {
    if (tag.trim() === '') return
    await state.partnerEdit.tag(partners, tag, on)
    setTag('')
  }
  return (
    <form
      class="row bulk"
      aria-label={i18n.t('partner.selected', partners.length)}
      onSubmit={(event) => {
        event.preventDefault()
        void run(true)
      }}
    >
      <output class="strong figure">{i18n.t('partner.selected', partners.length)}</output>
      <TextField
        label={i18n.t('partner.tag')}
        hideLabel
        placeholder={i18n.t('partner.tag')}
        maxLength={60}
        value={tag}
        onValue={setTag}
      />
      <Button type="submit" icon={Tag}>
        {i18n.t('partner.addTag')}
      </Button>
      <Button onClick={() => void run(false)}>{i18n.t('partner.removeTag')}</Button>
      <Button look="quiet" onClick={onDone}>
        {i18n.t('partner.selectNone')}
      </Button>
    </form>
  )
}

/** The list as a file for spreadsheets, and partners from one. */
export function CsvButtons({ state, rows }: { state: DashboardState; rows: readonly PartnerRow[] }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={i18n.t('partner.csv.import')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void state.partnerTransfer.look(file)
          // The same file can be picked again once it was mended.
          event.currentTarget.value = ''
        }}
      />
      <Button icon={Upload} onClick={() => input.current?.click()}>
        {i18n.t('partner.csv.import')}
      </Button>
      {rows.length > 0 && (
        <Button icon={Download} onClick={() => saveFile(state.partnerTransfer.file(rows))}>
          {i18n.t('partner.csv.export')}
        </Button>
      )}
    </>
  )
}
