import { i18n } from '#i18n'
import { CircleDashed, TriangleAlert, Upload } from 'lucide'
import { useId, useRef } from 'preact/hooks'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { ImportItem, ImportPreview } from '../lib/state/guideline-transfer.ts'
import { Button } from './Button.tsx'
import { Select } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { codeWords } from './words.ts'

/** Picks a file of guidelines; what is in it shows below before anything is stored. */
export function ImportButton({ state: { transfer } }: { state: DashboardState }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('transfer.import')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void transfer.look(file)
          // The same file can be picked again once it was mended.
          event.currentTarget.value = ''
        }}
      />
      <Button icon={Upload} onClick={() => input.current?.click()}>
        {i18n.t('transfer.import')}
      </Button>
    </>
  )
}

/** What is in the file, what each part of it would become, and what is wrong with it and where. */
export function ImportPreviewView({ state: { transfer } }: { state: DashboardState }) {
  const preview = transfer.preview.value
  const refused = transfer.refused.value
  const title = useId()
  if (refused)
    return (
      <div class="error-note" role="alert">
        <Icon icon={TriangleAlert} />
        <div>
          <p class="theirs">{codeWords('transfer.refused', refused.code, [refused.fileName])}</p>
        </div>
        <Button onClick={() => transfer.cancel()}>{i18n.t('common.close')}</Button>
      </div>
    )
  if (!preview) return null
  const chosen = preview.items.filter(({ action }) => action !== 'skip').length
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title} class="theirs">
        {i18n.t('transfer.title', [preview.fileName])}
      </h2>
      {preview.items.length === 0 && <p class="soft">{i18n.t('transfer.nothing')}</p>}
      <ul class="list">
        {preview.items.map((item, index) => (
          <Item key={index} item={item} onAction={(action) => transfer.choose(index, action)} />
        ))}
      </ul>
      <Problems preview={preview} />
      <div class="row">
        <Button look="primary" disabled={chosen === 0} onClick={() => void transfer.confirm()}>
          {i18n.t('transfer.confirm', chosen)}
        </Button>
        <Button onClick={() => transfer.cancel()}>{i18n.t('common.cancel')}</Button>
      </div>
    </section>
  )
}

function Item({ item, onAction }: { item: ImportItem; onAction: (action: ImportItem['action']) => void }) {
  const { imported, stored, actions, action, strangers } = item
  const { name, brand, rules } = imported.guideline
  return (
    <li>
      <div class="grow">
        <p class="strong theirs">{name}</p>
        <p class="soft small theirs">
          {brand !== '' && <>{brand} · </>}
          {i18n.t('guideline.rules', rules.length)}
          {stored && <> · {i18n.t('transfer.stored', [stored.name, stored.version])}</>}
        </p>
        {imported.unknownKinds.length > 0 && (
          <p class="soft small" title={imported.unknownKinds.join(', ')}>
            <Icon icon={CircleDashed} size={14} /> {i18n.t('transfer.unknownKinds', imported.unknownKinds.length)}
          </p>
        )}
        {strangers > 0 && <p class="soft small">{i18n.t('transfer.strangers', strangers)}</p>}
      </div>
      <Select
        label={i18n.t('transfer.what', [name])}
        hideLabel
        value={action}
        options={actions.map((value) => ({ value, label: i18n.t(`transfer.action.${value}`) }))}
        onValue={(value) => {
          const chosen = actions.find((one) => one === value)
          if (chosen) onAction(chosen)
        }}
      />
    </li>
  )
}

function Problems({ preview: { problems, more, fileName } }: { preview: ImportPreview }) {
  if (problems.length === 0) return null
  return (
    <div role="alert">
      <p class="act-text">{i18n.t('transfer.problems', problems.length + more)}</p>
      <ul class="import-problems">
        {problems.map(({ path, code, values }) => (
          <li key={`${path} ${code}`} class="small theirs">
            <code>{path === '' ? fileName : path}</code>: {codeWords('transfer.problem', code, values)}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft small figure">{i18n.t('trial.more', more)}</p>}
    </div>
  )
}
