import { i18n } from '#i18n'
import { Download, Trash2, TriangleAlert, Upload } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { RecordPreview, RecordTransfer } from '../lib/state/record-transfer.ts'
import { Button } from './Button.tsx'
import { Select, TextField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { saveFile } from './save-file.ts'
import { codeWords } from './words.ts'

const ways = ['merge', 'replace'] as const

/** The whole record as a file, out and in again, and erasing it. */
export function RecordView({ transfer }: { transfer: RecordTransfer }) {
  const busy = transfer.busy.value
  const preview = transfer.preview.value
  const refused = transfer.refused.value
  const input = useRef<HTMLInputElement>(null)
  return (
    <section class="card" aria-labelledby="record">
      <h2 id="record">{i18n.t('record.title')}</h2>
      <p class="soft">{i18n.t('record.intro')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('record.import')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void transfer.look(file)
          // The same file can be picked again once it was mended.
          event.currentTarget.value = ''
        }}
      />
      <div class="row">
        <Button icon={Download} disabled={busy !== null} onClick={() => void keep(transfer)}>
          {i18n.t('record.export')}
        </Button>
        <Button icon={Upload} disabled={busy !== null} onClick={() => input.current?.click()}>
          {i18n.t('record.import')}
        </Button>
      </div>
      <p class="soft small" aria-live="polite">
        {busy !== null && i18n.t(`record.busy.${busy}`)}
      </p>
      {refused && (
        <div class="error-note" role="alert">
          <Icon icon={TriangleAlert} />
          <div>
            <p class="theirs">{i18n.t('record.refused', [refused.fileName])}</p>
            <p class="theirs small">{codeWords('record.problem', refused.problem.code, [refused.problem.detail])}</p>
          </div>
          <Button onClick={() => transfer.cancel()}>{i18n.t('common.close')}</Button>
        </div>
      )}
      {preview && <Preview preview={preview} transfer={transfer} />}
      <Erase transfer={transfer} />
    </section>
  )
}

function Preview({ preview: { fileName, way, plan }, transfer }: { preview: RecordPreview; transfer: RecordTransfer }) {
  const busy = transfer.busy.value !== null
  return (
    <div class="record-preview">
      <h3 class="theirs">{i18n.t('record.from', [fileName])}</h3>
      <Select
        label={i18n.t('record.way')}
        value={way}
        options={ways.map((value) => ({ value, label: i18n.t(`record.ways.${value}`) }))}
        onValue={(value) => void transfer.choose(ways.find((one) => one === value) ?? 'merge')}
      />
      {plan.tables.length === 0 ? (
        <p class="soft">{i18n.t('record.nothing')}</p>
      ) : (
        <div class="table">
          <table class="figure">
            <thead>
              <tr>
                {(['table', 'added', 'changed', 'removed'] as const).map((column) => (
                  <th key={column} scope="col">
                    {i18n.t(`record.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {plan.tables.map(({ name, added, changed, removed }) => (
                <tr key={name}>
                  <th scope="row">{i18n.t(`record.table.${name}`)}</th>
                  {[added, changed, removed].map((count, i) => (
                    <td key={i}>{count.toLocaleString()}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {plan.conflicts.length > 0 && (
        <p class="watch-text theirs">{i18n.t('record.conflicts', [plan.conflicts.join(', ')])}</p>
      )}
      <div class="row">
        <Button look="primary" disabled={busy || plan.tables.length === 0} onClick={() => void transfer.confirm()}>
          {i18n.t(`record.confirm.${way}`)}
        </Button>
        <Button disabled={busy} onClick={() => transfer.cancel()}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

async function keep(transfer: RecordTransfer): Promise<void> {
  const file = await transfer.write()
  if (file) saveFile(file)
}

/** Cannot be undone, so it wants a word typed. */
function Erase({ transfer }: { transfer: RecordTransfer }) {
  const [typed, setTyped] = useState<string | null>(null)
  const word = i18n.t('record.eraseWord')
  if (typed === null)
    return (
      <div>
        <Button look="danger" icon={Trash2} onClick={() => setTyped('')}>
          {i18n.t('record.erase')}
        </Button>
      </div>
    )
  return (
    <form
      class="record-preview"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim().toLocaleLowerCase() !== word) return
        setTyped(null)
        void transfer.erase()
      }}
    >
      <p>{i18n.t('record.eraseWhat')}</p>
      <TextField label={i18n.t('record.eraseType', [word])} value={typed} autofocus onValue={setTyped} />
      <div class="row">
        <Button look="danger" type="submit" disabled={typed.trim().toLocaleLowerCase() !== word}>
          {i18n.t('record.erase')}
        </Button>
        <Button onClick={() => setTyped(null)}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  )
}
