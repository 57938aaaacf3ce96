import { i18n } from '#i18n'
import { useSignal } from '@preact/signals'
import { ArrowDown, ArrowUp, Plus, Sparkles, Users } from 'lucide'
import { useState } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { arrangePartners, isSortKey, type PartnerRow, type SortKey } from '../lib/state/partner-rows.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { CsvPreview } from './CsvPreview.tsx'
import { TextField } from './Field.tsx'
import { HealthMark } from './HealthScore.tsx'
import { Icon } from './Icon.tsx'
import { verdictLooks } from './meanings.ts'
import { BulkTag, CsvButtons, PartnerFilters, SavedViews } from './PartnerFilters.tsx'
import { EmptyState, Updating } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords } from './words.ts'

/** Rows drawn at first, and with each press of "more": a thousand at once would make typing wait. */
const PAGE = 100

/** Everyone the brand works with, who needs attention first. */
export function PartnersView({ state, now }: { state: DashboardState; now: number }) {
  const { router } = state
  const { query, id } = router.route.value
  const list = state.partners.value.value
  const rows = list?.rows
  const sort = isSortKey(query['sort']) ? query['sort'] : 'health'
  const descending = query['order'] === 'down'
  const { q: words, band, tag, site } = query
  const shown = rows ? arrangePartners(rows, { words, band, tag, site, sort, descending }) : []
  const [drawn, setDrawn] = useState(PAGE)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  // What a filter hides is not touched by what is done to the ticked ones.
  const chosen = shown.filter(({ partner }) => picked.has(partner.id)).map(({ partner }) => partner)
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.partners')}</h1>
        <CsvButtons state={state} rows={shown} />
        <Button look="primary" icon={Plus} onClick={() => router.go('partners', 'new')}>
          {i18n.t('partner.add')}
        </Button>
      </div>
      <CsvPreview state={state} />
      {id === 'new' && <AddPartner state={state} />}
      {!rows && !state.partners.problem.value && <p class="soft">{i18n.t('partner.loading')}</p>}
      {list && <Updating n={list.updating} />}
      {rows?.length === 0 && list?.updating === 0 && id !== 'new' && <NoPartners state={state} />}
      {rows && rows.length > 0 && (
        <>
          <PartnerFilters state={state} rows={rows} />
          <SavedViews state={state} />
          {chosen.length > 0 && <BulkTag state={state} partners={chosen} onDone={() => setPicked(new Set())} />}
          {shown.length === 0 ? (
            <EmptyState
              action={
                <Button onClick={() => router.filter({ q: '', band: '', tag: '', site: '' })}>
                  {i18n.t('common.clear')}
                </Button>
              }
            >
              {i18n.t('partner.noneFound')}
            </EmptyState>
          ) : (
            <Table
              rows={shown.slice(0, drawn)}
              now={now}
              sort={sort}
              descending={descending}
              onSort={(key) => router.filter({ sort: key, order: key === sort && !descending ? 'down' : '' })}
              picked={picked}
              allPicked={chosen.length === shown.length}
              onPick={(partnerId) => setPicked((before) => before.symmetricDifference(new Set([partnerId])))}
              onPickAll={(all) => setPicked(new Set(all ? shown.map(({ partner }) => partner.id) : []))}
            />
          )}
          {shown.length > 0 && (
            <p class="row soft small figure">
              {i18n.t('partner.shown', [Math.min(drawn, shown.length), shown.length])}
              {shown.length > drawn && (
                <Button look="quiet" onClick={() => setDrawn(drawn + PAGE)}>
                  {i18n.t('partner.more')}
                </Button>
              )}
            </p>
          )}
        </>
      )}
    </>
  )
}

const columns: readonly { key: SortKey | null; id: string; number?: true }[] = [
  { key: 'name', id: 'name' },
  { key: null, id: 'accounts' },
  { key: 'health', id: 'health' },
  { key: 'findings', id: 'findings' },
  { key: 'posts', id: 'posts', number: true },
  { key: 'seen', id: 'seen' },
]

function Table({
  rows,
  now,
  sort,
  descending,
  onSort,
  picked,
  allPicked,
  onPick,
  onPickAll,
}: {
  rows: readonly PartnerRow[]
  now: number
  sort: SortKey
  descending: boolean
  onSort: (key: SortKey) => void
  picked: ReadonlySet<string>
  allPicked: boolean
  onPick: (partnerId: string) => void
  onPickAll: (all: boolean) => void
}) {
  return (
    // A table wider than the window scrolls by itself, and by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table" aria-label={i18n.t('dash.view.partners')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="pick">
              <input
                type="checkbox"
                aria-label={i18n.t('partner.pickAll')}
                checked={allPicked}
                onChange={(event) => onPickAll(event.currentTarget.checked)}
              />
            </th>
            {columns.map(({ key, id, number }) => (
              <th
                key={id}
                scope="col"
                class={number ? 'number' : ''}
                {...(key === sort
                  ? { 'aria-sort': descending ? ('descending' as const) : ('ascending' as const) }
                  : {})}
              >
                {key === null ? (
                  codeWords('partner.column', id)
                ) : (
                  <button type="button" class="sort" onClick={() => onSort(key)}>
                    {codeWords('partner.column', id)}
                    {key === sort && <Icon icon={descending ? ArrowDown : ArrowUp} size={14} />}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.partner.id}>
              <td class="pick">
                <input
                  type="checkbox"
                  aria-label={i18n.t('partner.pick', [row.partner.name])}
                  checked={picked.has(row.partner.id)}
                  onChange={() => onPick(row.partner.id)}
                />
              </td>
              <th scope="row">
                <a class="theirs" href={formatRoute({ view: 'partners', id: row.partner.id, query: {} })}>
                  {row.partner.name}
                </a>
                {row.partner.tags.length > 0 && <div class="soft small tags theirs">{row.partner.tags.join(', ')}</div>}
              </th>
              <td class="soft">
                {row.partner.accounts.map((account) => (
                  <div key={`${account.platform}${account.handle}`} class="theirs">
                    {i18n.t('partner.account', [account.handle, codeWords('site.name', account.platform)])}
                  </div>
                ))}
              </td>
              <td>
                <HealthMark health={row.health} />
              </td>
              <td>
                <span class="chips">
                  {row.fail > 0 && <Badge {...verdictLooks.fail}>{i18n.t('partner.fail', [row.fail])}</Badge>}
                  {row.review > 0 && <Badge {...verdictLooks.review}>{i18n.t('partner.review', [row.review])}</Badge>}
                  {row.fail + row.review === 0 && <span class="soft">{i18n.t('common.none')}</span>}
                </span>
              </td>
              <td class="number figure">{row.posts.toLocaleString()}</td>
              <td>
                {row.lastSeenAt === null ? (
                  <span class="soft">{i18n.t('common.notYet')}</span>
                ) : (
                  <TimeAgo at={row.lastSeenAt} now={now} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function NoPartners({ state }: { state: DashboardState }) {
  return (
    <EmptyState
      icon={Users}
      action={
        <div class="row">
          <Button look="primary" icon={Plus} onClick={() => state.router.go('partners', 'new')}>
            {i18n.t('partner.addFirst')}
          </Button>
          <Button icon={Sparkles} onClick={() => void state.loadSample()}>
            {i18n.t('dash.sample')}
          </Button>
        </div>
      }
    >
      {i18n.t('partner.none')}
    </EmptyState>
  )
}

function AddPartner({ state }: { state: DashboardState }) {
  const name = useSignal('')
  const address = useSignal('')
  const problem = useSignal<string | null>(null)
  const add = async () => {
    const result = await state.partnerEdit.add(name.value, address.value)
    if ('id' in result) state.router.go('partners', result.id)
    else problem.value = result.problem
  }
  return (
    <form
      class="card"
      aria-label={i18n.t('partner.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label={i18n.t('partner.address')}
        hint={i18n.t('partner.addressHint')}
        value={address.value}
        autofocus
        inputMode="url"
        {...(problem.value === null ? {} : { error: codeWords('site.problem', problem.value) })}
        onValue={(value) => {
          address.value = value
          problem.value = null
        }}
      />
      <TextField
        label={i18n.t('partner.name')}
        hint={i18n.t('partner.nameHint')}
        value={name.value}
        onValue={(value) => (name.value = value)}
      />
      <div class="row">
        <Button look="primary" type="submit">
          {i18n.t('partner.add')}
        </Button>
        <Button onClick={() => state.router.go('partners')}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}
