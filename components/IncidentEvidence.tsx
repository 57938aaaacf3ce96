import { i18n } from '#i18n'
import { FileOutput } from 'lucide'
import { chainFile } from '../lib/partnership/evidence-chain.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { IncidentView } from '../lib/state/incidents.ts'
import { sha256Of } from '../lib/text/sha256.ts'
import { Button } from './Button.tsx'
import { dossierHtml, dossierJson, dossierMarkdown } from './incident-dossier.ts'
import { verifierPage } from './incident-verifier.ts'
import { Card } from './IncidentCard.tsx'
import { saveFile } from './save-file.ts'

const at = () => new Date().toISOString()

/** The incident's chain of evidence, and what can be given away of it. */
export function IncidentEvidence({ state, view }: { state: DashboardState; view: IncidentView }) {
  const { incident, chain, broken } = view
  const name = `incident-${incident.id.slice(-8).toLowerCase()}`
  const report = (file: string, text: string, type: string) => {
    saveFile({ name: file, text, type })
    void state.incidentEdit.reported(incident, file, sha256Of(text))
  }
  return (
    <Card id="locker" title={i18n.t('incident.lockerTitle')}>
      <p class="soft">{i18n.t('incident.lockerHint')}</p>
      <p class={broken ? 'act-text strong' : ''}>
        {i18n.t('incident.links', chain.length)}:{' '}
        {broken ? i18n.t('incident.brokenAt', [broken.seq]) : i18n.t('incident.intact')}
      </p>
      <div class="draft-actions">
        <Button icon={FileOutput} onClick={() => report(`${name}.html`, dossierHtml(view, at()), 'text/html')}>
          {i18n.t('incident.report')}
        </Button>
        <Button onClick={() => report(`${name}.md`, dossierMarkdown(view, at()), 'text/markdown')}>
          {i18n.t('incident.reportMd')}
        </Button>
        <Button onClick={() => report(`${name}.json`, dossierJson(view, at()), 'application/json')}>
          {i18n.t('incident.reportJson')}
        </Button>
        <Button
          icon={FileOutput}
          onClick={() => saveFile({ name: `${name}-evidence.json`, text: chainFile(chain, incident.id, at()) })}
        >
          {i18n.t('incident.chain')}
        </Button>
        <Button onClick={() => saveFile({ name: 'verify-evidence.html', text: verifierPage(), type: 'text/html' })}>
          {i18n.t('incident.verifier')}
        </Button>
      </div>
    </Card>
  )
}
