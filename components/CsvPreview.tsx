import { i18n } from '#i18n'
import { useId } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { CsvProblem } from '../lib/state/partner-csv.ts'
import { Button } from './Button.tsx'
import { codeWords } from './words.ts'

/** Rows shown of what a file would bring; all are counted. */
const SHOWN = 20

/** What a file of partners would bring, and which of its rows cannot be taken, and why. */
export function CsvPreview({ state: { partnerTransfer } }: { state: DashboardState }) {
  const preview = partnerTransfer.preview.value
  const title = useId()
  if (!preview) return null
  const { fileName, partners, problems, more } = preview
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title} class="theirs">
        {i18n.t('transfer.title', [fileName])}
      </h2>
      {problems.length > 0 && (
        <div role="alert">
          <p class="act-text">{i18n.t('partner.csv.problems', problems.length + more)}</p>
          <ul class="import-problems">
            {problems.map((problem, index) => (
              <li key={index} class="small theirs">
                {problem.row !== null && `${i18n.t('partner.csv.row', [problem.row])}: `}
                {problemWords(problem)}
              </li>
            ))}
          </ul>
          {more > 0 && <p class="soft small figure">{i18n.t('trial.more', more)}</p>}
        </div>
      )}
      {partners.length > 0 && (
        <ul class="list">
          {partners.slice(0, SHOWN).map(({ name, accounts, tags }, index) => (
            <li key={index}>
              <span class="grow strong theirs">{name}</span>
              <span class="soft small theirs">
                {accounts
                  .map(({ handle, platform }) => i18n.t('partner.account', [handle, codeWords('site.name', platform)]))
                  .join(', ')}
              </span>
              <span class="soft small theirs">{tags.join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
      {partners.length > SHOWN && <p class="soft small figure">{i18n.t('trial.more', partners.length - SHOWN)}</p>}
      <div class="row">
        <Button look="primary" disabled={partners.length === 0} onClick={() => void partnerTransfer.confirm()}>
          {i18n.t('partner.csv.confirm', partners.length)}
        </Button>
        <Button onClick={() => partnerTransfer.cancel()}>{i18n.t('common.cancel')}</Button>
      </div>
    </section>
  )
}

const own: ReadonlySet<string> = new Set<CsvProblem['code']>([
  'notCsv',
  'noHeader',
  'tooMany',
  'tooLong',
  'noAccount',
  'taken',
  'repeated',
  'relationship',
  'longTag',
])

function problemWords({ code, detail }: CsvProblem): string {
  if (own.has(code)) return codeWords('partner.csv.problem', code, detail === '' ? [] : [detail])
  return detail === '' ? codeWords('site.problem', code) : `${detail}: ${codeWords('site.problem', code)}`
}
