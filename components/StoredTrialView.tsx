import { i18n } from '#i18n'
import { ArrowRight, Check, RotateCw, Trash2 } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Guideline } from '../lib/domain/guideline.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { TrialChange, TrialResult } from '../lib/state/stored-trial.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Select } from './Field.tsx'
import { FindingCard } from './FindingCard.tsx'
import { Icon } from './Icon.tsx'
import { severityLooks } from './meanings.ts'
import { useSettled } from './settled.ts'
import { ErrorNote } from './States.tsx'
import { VerdictMark } from './Verdict.tsx'
import { codeWords, findingKey, findingLine, severityWord, sourceWords } from './words.ts'

const LIMITS = [50, 200, 1_000, 10_000] as const
/** Posts listed of each group; the others are counted. */
const SHOWN = 20

/** What saving the draft would change on the newest stored posts, before it is saved. */
export function StoredTrialView({ state, draft }: { state: DashboardState; draft: Guideline }) {
  const { storedTrial, guidelineEdit, names } = state
  const [partnerId, setPartnerId] = useState('')
  const [limit, setLimit] = useState<number>(LIMITS[0])
  const settled = useSettled(draft, 500)
  const stored = guidelineEdit.stored.value
  const again = () => void storedTrial.run(stored, draft, { partnerId: partnerId || null, limit })
  useEffect(() => {
    void storedTrial.run(stored, settled, { partnerId: partnerId || null, limit })
    return () => storedTrial.cancel()
  }, [stored, settled, partnerId, limit, storedTrial])
  const result = storedTrial.result.value
  const isRunning = storedTrial.running.value
  return (
    <div class="try">
      <p class="soft small">{i18n.t('trial.about')}</p>
      <div class="row">
        <Select
          label={i18n.t('trial.whose')}
          value={partnerId}
          options={[
            { value: '', label: i18n.t('trial.everyone') },
            ...[...names.value].map(([value, label]) => ({ value, label })),
          ]}
          onValue={setPartnerId}
        />
        <Select
          label={i18n.t('trial.howMany')}
          value={String(limit)}
          options={LIMITS.map((value) => ({ value: String(value), label: i18n.t('trial.newest', value) }))}
          onValue={(value) => setLimit(Number(value))}
        />
      </div>
      {storedTrial.problem.value && <ErrorNote problem={storedTrial.problem.value} onRetry={again} />}
      <div class="chips trial-state">
        {isRunning && (
          <>
            <progress aria-hidden="true" value={result?.done ?? 0} max={result?.total ?? limit} />
            <Button look="quiet" onClick={() => storedTrial.cancel()}>
              {i18n.t('common.cancel')}
            </Button>
          </>
        )}
        {!isRunning && result && result.done < result.total && (
          <Button look="quiet" icon={RotateCw} onClick={again}>
            {i18n.t('trial.goOn')}
          </Button>
        )}
      </div>
      {result && <Result result={result} isRunning={isRunning} />}
      {result && !isRunning && (guidelineEdit.dirty.value || !draft.active) && (
        <div class="draft-actions">
          <Button
            look="primary"
            icon={Check}
            onClick={() => {
              guidelineEdit.change({ active: true })
              void guidelineEdit
                .save()
                .then((id) => id !== null && state.router.go('guidelines', id, { try: 'stored' }))
            }}
          >
            {i18n.t('trial.promote')}
          </Button>
          {guidelineEdit.dirty.value && (
            <Button look="danger" icon={Trash2} onClick={() => void guidelineEdit.discard()}>
              {i18n.t('trial.discard')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Result({ result, isRunning }: { result: TrialResult; isRunning: boolean }) {
  const { failing, passing, other, done, total } = result
  const same = done - failing.length - passing.length - other.length
  const groups = [
    { code: 'failing', changes: failing },
    { code: 'passing', changes: passing },
    { code: 'other', changes: other },
  ] as const
  return (
    <>
      <output class="figure" aria-busy={isRunning}>
        {total === 0 && i18n.t('trial.noPosts')}
        {total > 0 && !isRunning && (
          <>
            {i18n.t('trial.checked', done)} {i18n.t('trial.same', same)}
          </>
        )}
      </output>
      {done > 0 && <Sums result={result} />}
      {groups.map(
        ({ code, changes }) =>
          changes.length > 0 && (
            <section key={code} aria-label={codeWords('trial.group', code)}>
              <h3>
                {codeWords('trial.group', code)} <span class="soft figure">{changes.length.toLocaleString()}</span>
              </h3>
              <ul class="trial-list">
                {changes.slice(0, SHOWN).map((change) => (
                  <Change key={change.post.id} change={change} />
                ))}
              </ul>
              {changes.length > SHOWN && (
                <p class="soft small figure">{i18n.t('trial.more', changes.length - SHOWN)}</p>
              )}
            </section>
          ),
      )}
    </>
  )
}

/** The draft in figures: what it finds, what would change, what is likely wrong, what other rules find already. */
function Sums({ result }: { result: TrialResult }) {
  const { hits, gained, lost, shifted, wrongWords, wrongKind, overlaps } = result
  return (
    <>
      <dl class="figures">
        {(
          [
            ['hits', hits],
            ['gained', gained],
            ['lost', lost],
            ['shifted', shifted],
            ['wrongWords', wrongWords],
            ['wrongKind', wrongKind],
          ] as const
        ).map(([code, count]) => (
          <div key={code}>
            <dt class="soft small">{i18n.t(`trial.sum.${code}`)}</dt>
            <dd class="figure">{count.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {overlaps.length > 0 && (
        <section aria-label={i18n.t('trial.overlaps')}>
          <h3>{i18n.t('trial.overlaps')}</h3>
          <ul>
            {overlaps.slice(0, SHOWN).map(({ finding, other, posts }) => (
              <li key={`${finding.ruleId} ${other.ruleId}`} class="theirs">
                {i18n.t('trial.overlap', posts, [
                  String(posts),
                  findingLine(finding),
                  findingLine(other),
                  sourceWords(other.source),
                ])}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Change({ change: { post, partner, before, after, gained, lost, shifted, alarms } }: { change: TrialChange }) {
  return (
    <li>
      <p class="trial-change">
        <VerdictMark verdict={before} />
        <Icon icon={ArrowRight} size={14} label={i18n.t('trial.becomes')} />
        <VerdictMark verdict={after} />
        <span class="soft small theirs">
          {partner} · {codeWords('site.name', post.platform)}
        </span>
      </p>
      <p class="post-text theirs" dir="auto">
        {post.text.trim() === '' ? i18n.t('common.noCaption') : post.text}
      </p>
      {gained.map((finding, i) => (
        <div key={findingKey(finding)}>
          <FindingCard finding={finding} text={post.text} open={gained.length === 1} />
          {alarms[i] && (
            <p class="soft small">
              <Badge {...severityLooks.medium}>{i18n.t('trial.likelyWrong')}</Badge> {codeWords('trial.why', alarms[i])}
            </p>
          )}
        </div>
      ))}
      {shifted.map(({ finding, from }) => (
        <p key={findingKey(finding)} class="small theirs">
          {i18n.t('trial.shifted', [
            findingLine(finding),
            `${severityWord(from.severity)}, ${i18n.t(`guideline.weights.${from.weight}`)}`,
            `${severityWord(finding.severity)}, ${i18n.t(`guideline.weights.${finding.weight}`)}`,
          ])}
        </p>
      ))}
      {lost.length > 0 && (
        <div>
          <p class="soft small">{i18n.t('trial.gone')}</p>
          {lost.map((finding) => (
            <FindingCard key={findingKey(finding)} finding={finding} text={post.text} />
          ))}
        </div>
      )}
    </li>
  )
}
