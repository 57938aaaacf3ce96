import { i18n } from '#i18n'
import { ArrowLeft, Download, Printer, Trash2 } from 'lucide'
import { type Figure, type Line, type Report, reportFormats, type ReportSource } from '../lib/domain/report.ts'
import { mediaTypes, renderReport, reportFileName } from '../lib/reports/render.ts'
import {
  dayText,
  factLines,
  figureBasis,
  figureHow,
  figureLabel,
  figureRange,
  figureSure,
  figureValue,
  lineText,
  sectionTitle,
  sourceSeen,
  sourceText,
  titleOf,
} from '../lib/reports/wording.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import { formatRoute } from '../lib/state/route.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { severityLooks } from './meanings.ts'
import { NotCaptured } from './NotCaptured.tsx'
import { safeLink } from './safe-link.ts'
import { saveFile } from './save-file.ts'
import { Gone } from './States.tsx'
import { codeWords, severityWord } from './words.ts'

type Sources = ReadonlyMap<string, ReportSource>

/** One report that was kept: to read, to print, to keep as a file. */
export function ReportPage({ state }: { state: DashboardState }) {
  const kept = state.keptReports.value.value?.find(({ id }) => id === state.router.route.value.id)
  return (
    <>
      <a class="back no-print" href={formatRoute({ view: 'reports', id: null, query: {} })}>
        <Icon icon={ArrowLeft} /> {i18n.t('dash.view.reports')}
      </a>
      {kept ? (
        <>
          <div class="head">
            <h1 class="theirs">{titleOf(kept.report, codeWords)}</h1>
            <Button icon={Printer} class="no-print" onClick={() => print()}>
              {i18n.t('report.print')}
            </Button>
            <Button
              look="danger"
              class="no-print"
              icon={Trash2}
              onClick={() => {
                state.router.go('reports')
                void state.reports.remove(kept)
              }}
            >
              {i18n.t('report.remove')}
            </Button>
          </div>
          <Downloads report={kept.report} />
          <ReportBody report={kept.report} />
        </>
      ) : (
        state.keptReports.loaded.value && <Gone>{i18n.t('report.gone')}</Gone>
      )}
    </>
  )
}

export function Downloads({ report }: { report: Report }) {
  return (
    <fieldset class="row report-files no-print">
      <legend class="sr-only">{i18n.t('report.files')}</legend>
      {reportFormats.map((format) => (
        <Button
          key={format}
          look="quiet"
          icon={Download}
          onClick={() =>
            saveFile({
              name: reportFileName(report, format),
              text: renderReport(report, format, codeWords),
              type: mediaTypes[format],
            })
          }
        >
          {i18n.t(`report.format.${format}`)}
        </Button>
      ))}
    </fieldset>
  )
}

export function ReportBody({ report }: { report: Report }) {
  const sources: Sources = new Map(report.sources.map((source) => [source.id, source]))
  return (
    <>
      <ul class="soft small figure">
        {factLines(report, codeWords).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {report.sections.map((section) => {
        const title = sectionTitle(section, codeWords)
        const key = `${section.code} ${section.partnerId}`
        return (
          <section key={key} class="card report-section" aria-label={title}>
            <h2 class="theirs">
              {section.partnerId === null ? (
                title
              ) : (
                <a href={formatRoute({ view: 'partners', id: section.partnerId, query: {} })}>{title}</a>
              )}
            </h2>
            {section.figures.length > 0 && <Figures figures={section.figures} sources={sources} />}
            {section.lines.length > 0 && <Lines lines={section.lines} sources={sources} />}
            {section.figures.length + section.lines.length === 0 && <p class="soft">{i18n.t('report.nothing')}</p>}
          </section>
        )
      })}
    </>
  )
}

function Figures({ figures, sources }: { figures: readonly Figure[]; sources: Sources }) {
  return (
    <div class="table">
      <table class="report-figures">
        <thead class="soft small">
          <tr>
            {(['what', 'value', 'basis', 'how'] as const).map((column) => (
              <th key={column} scope="col">
                {i18n.t(`report.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const more = [figureRange(figure, codeWords), figureSure(figure, codeWords)].filter(Boolean).join(', ')
            return (
              <tr key={`${figure.code} ${figure.values.join(' ')}`}>
                <th scope="row" class="theirs">
                  {figureLabel(figure, codeWords)}
                </th>
                <td class="figure">
                  {figure.value === null ? (
                    <NotCaptured>{figureValue(figure, codeWords)}</NotCaptured>
                  ) : (
                    <strong>{figureValue(figure, codeWords)}</strong>
                  )}
                  {more !== '' && <div class="soft small">{more}</div>}
                </td>
                <td class="figure small">
                  {figureBasis(figure, codeWords)}
                  <Evidence ids={figure.evidence} sources={sources} />
                </td>
                <td class="soft small">{figureHow(figure, codeWords)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Lines({ lines, sources }: { lines: readonly Line[]; sources: Sources }) {
  return (
    <ul class="report-lines">
      {lines.map((line, i) => (
        // A report never changes: its place is what tells a line apart.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          {line.severity !== null && <Badge {...severityLooks[line.severity]}>{severityWord(line.severity)}</Badge>}{' '}
          <span class="theirs">{lineText(line, codeWords)}</span>
          {line.quote !== null && (
            <>
              {' '}
              <mark class="theirs">{line.quote}</mark>
            </>
          )}
          {line.at !== null && <span class="soft small figure"> {dayText(line.at, codeWords)}</span>}
          <Evidence ids={line.evidence} sources={sources} />
        </li>
      ))}
    </ul>
  )
}

/** What it rests on: each with its own page, its partner, and when it was captured. */
function Evidence({ ids, sources }: { ids: readonly string[]; sources: Sources }) {
  const found = ids.flatMap((id) => sources.get(id) ?? [])
  if (found.length === 0) return null
  return (
    <details class="report-evidence no-print">
      <summary class="small">{i18n.t('report.evidence', found.length)}</summary>
      <ul class="small">
        {found.map((source) => {
          const link = safeLink(source.url)
          const words = sourceText(source, codeWords) || i18n.t('common.noCaption')
          return (
            <li key={source.id}>
              {i18n.t(`report.source.${source.kind}`)}:{' '}
              {link === null ? (
                <span class="theirs">{words}</span>
              ) : (
                <a class="theirs" href={link} target="_blank" rel="noreferrer">
                  {words}
                </a>
              )}{' '}
              <span class="soft figure">{sourceSeen(source)}</span>
              {source.partnerId !== null && (
                <>
                  {' · '}
                  <a href={formatRoute({ view: 'partners', id: source.partnerId, query: {} })}>
                    {i18n.t('report.toPartner')}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
