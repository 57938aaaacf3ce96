import { i18n } from '#i18n'
import type { SheetVersion } from '../lib/domain/realignment.ts'
import { textPieces } from '../lib/guidelines/diff.ts'
import type { SheetView } from '../lib/state/realignments.ts'
import { Diff } from './Diff.tsx'
import { dayWords, sideWord } from './plan-words.ts'
import { sheetText } from './change-sheet.ts'

/** Every version with who agreed to it, and word by word what it changed. */
export function SheetVersions({ view }: { view: SheetView }) {
  const { versions } = view.sheet
  if (versions.length < 2) return null
  return (
    <section class="card draft-part" aria-labelledby="sheet-versions">
      <h2 id="sheet-versions">{i18n.t('realign.versions')}</h2>
      {versions.toReversed().map((version) => {
        const before = versions.find(({ n }) => n === version.n - 1)
        return <Version key={version.n} version={version} before={before} view={view} />
      })}
    </section>
  )
}

function Version({
  version,
  before,
  view,
}: {
  version: SheetVersion
  before: SheetVersion | undefined
  view: SheetView
}) {
  const agreed = view.progress.acknowledged.get(version.n) ?? []
  return (
    <details open={version.n === view.progress.version.n}>
      <summary>
        {i18n.t('realign.versionBy', [version.n, version.by, new Date(version.at).toLocaleDateString()])}
      </summary>
      {agreed.map(({ side, name, on }) => (
        <p key={side} class="soft small theirs">
          {i18n.t('realign.agreedBy', [sideWord(side), name, dayWords(on)])}
        </p>
      ))}
      {before && (
        <>
          <h3>{i18n.t('realign.changedFrom', [before.n])}</h3>
          <Diff parts={textPieces(sheetText(before), sheetText(version))} />
        </>
      )}
      {!before && <p class="theirs sheet-text">{sheetText(version)}</p>}
    </details>
  )
}
