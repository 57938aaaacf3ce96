import { i18n } from '#i18n'
import { Crosshair, Download, Trash2, Upload } from 'lucide'
import { useId, useRef } from 'preact/hooks'
import type { Override, Repair } from '../lib/domain/override.ts'
import type { OverridePreview, OverridesState } from '../lib/state/overrides.ts'
import { Button, IconButton } from './Button.tsx'
import { Checkbox } from './Field.tsx'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { saveFile } from './save-file.ts'
import { codeWords, fieldName } from './words.ts'

/** What people have shown Rapport by pointing: where, how it is found, since when; as a file to share. */
export function OverridesView({ state, now }: { state: OverridesState; now: number }) {
  const title = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = state.list.value.value
  const preview = state.preview.value
  return (
    <section class="card" aria-labelledby={title}>
      <div class="head">
        <h2 id={title}>{i18n.t('override.title')}</h2>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={i18n.t('override.import')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) void state.look(file)
            event.currentTarget.value = ''
          }}
        />
        <Button icon={Upload} onClick={() => input.current?.click()}>
          {i18n.t('override.import')}
        </Button>
        <Button icon={Download} disabled={!list || list.length === 0} onClick={() => saveFile(state.write())}>
          {i18n.t('override.export')}
        </Button>
      </div>
      {preview && <Preview preview={preview} state={state} />}
      {list?.length === 0 && <EmptyState icon={Crosshair}>{i18n.t('override.none')}</EmptyState>}
      {list && list.length > 0 && (
        <ul class="list">
          {list.map((override) => (
            <Item key={override.id} override={override} state={state} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ override, state, now }: { override: Override; state: OverridesState; now: number }) {
  const name = nameOf(override)
  return (
    <li>
      <div class="grow">
        <About override={override} />
        <p class="soft small">
          {i18n.t('override.made')} <TimeAgo at={override.createdAt} now={now} />
        </p>
      </div>
      <Checkbox
        label={i18n.t('override.on')}
        checked={override.enabled}
        onValue={(on) => void state.setEnabled(override, on)}
      />
      <IconButton
        icon={Trash2}
        label={i18n.t('override.removeLabel', [name])}
        onClick={() => void state.remove(override)}
      />
    </li>
  )
}

function About({ override }: { override: Repair & { platform: string } }) {
  const { select, attr, saying, page } = override
  return (
    <>
      <p class="strong">
        {nameOf(override)}{' '}
        <span class="soft">{page === null ? i18n.t('override.allPages') : codeWords('site.page', page)}</span>
      </p>
      <code class="theirs small">
        {[select, attr && `@${attr}`, saying && `“${saying}”`].filter(Boolean).join(' ')}
      </code>
    </>
  )
}

const nameOf = ({ platform, field }: { platform: string; field: string }) =>
  `${codeWords('site.name', platform)}: ${fieldName(field)}`

function Preview({ preview, state }: { preview: OverridePreview; state: OverridesState }) {
  const { fileName, items, problems } = preview
  return (
    <div class="card">
      <h3 class="theirs">{i18n.t('transfer.title', [fileName])}</h3>
      {items.length === 0 && <p class="soft">{i18n.t('transfer.nothing')}</p>}
      <ul class="list">
        {items.map(({ override, isStored }) => (
          <li key={override.id}>
            <div class="grow">
              <About override={override} />
              {isStored && <p class="soft small">{i18n.t('override.stored')}</p>}
            </div>
          </li>
        ))}
      </ul>
      {problems.length > 0 && (
        <ul class="import-problems" role="alert">
          {problems.map(({ row, code, detail }) => (
            <li key={`${row} ${code}`} class="small theirs">
              <span class="strong">{row === null ? fileName : i18n.t('override.row', [row])}</span>{' '}
              {codeWords('override.problem', code, [detail])}
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <Button look="primary" disabled={items.length === 0} onClick={() => void state.confirm()}>
          {i18n.t('override.confirm', items.length)}
        </Button>
        <Button onClick={() => state.cancel()}>{i18n.t('common.cancel')}</Button>
      </div>
    </div>
  )
}
