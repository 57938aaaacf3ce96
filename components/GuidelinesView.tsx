import { i18n } from '#i18n'
import { ClipboardCheck, Download, Pause, Play, Plus, Sparkles, Trash2 } from 'lucide'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button, IconButton } from './Button.tsx'
import { EmptyState } from './States.tsx'
import { TemplateButton } from './TemplatePicker.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { saveFile } from './save-file.ts'
import { ImportButton, ImportPreviewView } from './TransferView.tsx'

/** The brand's guidelines: what posts are checked against. */
export function GuidelinesView({ state, now }: { state: DashboardState; now: number }) {
  const { router, guidelineEdit, transfer } = state
  const all = state.guidelines.value.value
  const add = (
    <Button look="primary" icon={Plus} onClick={() => router.go('guidelines', 'new')}>
      {i18n.t('guideline.add')}
    </Button>
  )
  return (
    <>
      <div class="head">
        <h1>{i18n.t('dash.view.guidelines')}</h1>
        {all && all.length > 0 && (
          <>
            <TemplateButton state={state} />
            <ImportButton state={state} />
            <Button icon={Download} onClick={() => saveFile(transfer.write(all))}>
              {i18n.t('transfer.exportAll')}
            </Button>
            {add}
          </>
        )}
      </div>
      <ImportPreviewView state={state} />
      {all?.length === 0 && (
        <EmptyState
          icon={ClipboardCheck}
          action={
            <div class="row">
              {add}
              <TemplateButton state={state} />
              <ImportButton state={state} />
              {state.names.value.size === 0 && (
                <Button icon={Sparkles} onClick={() => void state.loadSample()}>
                  {i18n.t('dash.sample')}
                </Button>
              )}
            </div>
          }
        >
          {i18n.t('guideline.none')}
        </EmptyState>
      )}
      <ul class="list">
        {all?.map((guideline) => (
          <li key={guideline.id}>
            <div class="grow">
              <a class="strong theirs" href={formatRoute({ view: 'guidelines', id: guideline.id, query: {} })}>
                {guideline.name}
              </a>
              <p class="soft small theirs">
                {guideline.brand !== '' && <>{guideline.brand} · </>}
                {i18n.t('guideline.rules', guideline.rules.length)} ·{' '}
                {guideline.partnerIds === null
                  ? i18n.t('guideline.everyone')
                  : i18n.t('guideline.some', guideline.partnerIds.length)}{' '}
                ·{' '}
                <a
                  href={formatRoute({
                    view: 'guidelines',
                    id: guideline.id,
                    query: { version: String(guideline.version) },
                  })}
                >
                  {i18n.t('guideline.version', [guideline.version])}
                </a>
                , <TimeAgo at={guideline.updatedAt} now={now} />
              </p>
            </div>
            <div class="chips">
              {guideline.active ? (
                <Badge meaning="good" icon={Play}>
                  {i18n.t('guideline.active')}
                </Badge>
              ) : (
                <Badge meaning="unknown" icon={Pause}>
                  {i18n.t('guideline.inactive')}
                </Badge>
              )}
              <IconButton
                icon={Download}
                label={i18n.t('transfer.exportLabel', [guideline.name])}
                onClick={() => saveFile(transfer.write([guideline]))}
              />
              <IconButton
                icon={Trash2}
                label={i18n.t('guideline.deleteLabel', [guideline.name])}
                onClick={() => void guidelineEdit.remove(guideline)}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
