import { i18n } from '#i18n'
import { ExternalLink, Undo2 } from 'lucide'
import type { Post } from '../lib/domain/post.ts'
import type { Waiver } from '../lib/domain/waiver.ts'
import type { DashboardState } from '../lib/state/dashboard.ts'
import type { RulePrecision } from '../lib/state/rule-record.ts'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { safeLink } from './safe-link.ts'
import { EmptyState } from './States.tsx'
import { TimeAgo } from './TimeAgo.tsx'
import { codeWords, findingLine, percent } from './words.ts'

/** How the open guideline's rules have done on stored posts, and the findings that people decided not to count. */
export function RuleRecordView({ state, now }: { state: DashboardState; now: number }) {
  const { guidelineEdit, ruleRecord, kinds, review } = state
  const record = ruleRecord.value.value
  const rules = guidelineEdit.draft.value?.rules
  if (!record || !rules || rules.length === 0) return null
  const waivers = record.waivers.filter(({ ruleId }) => rules.some(({ id }) => id === ruleId))
  const tested = rules.flatMap((rule) => {
    const precision = record.precision.get(rule.id)
    const value = kinds.find(({ kind }) => kind === rule.kind)?.value(rule.params) ?? null
    return precision
      ? [{ id: rule.id, words: codeWords('rule', rule.kind, value === null ? [] : [value]), precision }]
      : []
  })
  return (
    <section class="card record" aria-labelledby="record">
      <h2 id="record">{i18n.t('waive.record')}</h2>
      {tested.length === 0 && <p class="soft">{i18n.t('waive.untested')}</p>}
      <ul class="list">
        {tested.map(({ id, words, precision }) => (
          <li key={id}>
            <span class="grow theirs">{words}</span>
            <span class="soft small figure">{precisionWords(precision)}</span>
          </li>
        ))}
      </ul>
      <h3>{i18n.t('waive.list')}</h3>
      {waivers.length === 0 ? (
        <EmptyState>{i18n.t('waive.listEmpty')}</EmptyState>
      ) : (
        <ul class="list">
          {waivers.map((waiver) => (
            <WaiverItem
              key={waiver.id}
              waiver={waiver}
              post={waiver.postId === null ? null : (record.posts.get(waiver.postId) ?? null)}
              now={now}
              onTakeBack={() => void review.takeBack(waiver.id)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function WaiverItem({
  waiver,
  post,
  now,
  onTakeBack,
}: {
  waiver: Waiver
  post: Post | null
  now: number
  onTakeBack: () => void
}) {
  const { postId, quote, because, reason, createdAt } = waiver
  const line = findingLine({ ...waiver, reason: '' })
  const link = safeLink(post?.url ?? null)
  return (
    <li>
      <div class="grow">
        <p class="theirs">
          {line}
          {quote !== null && (
            <>
              {': '}
              <q>{quote}</q>
            </>
          )}
        </p>
        <p class="theirs">{i18n.t(`waive.by.${because}`, [reason])}</p>
        <p class="soft small">
          {postId === null ? i18n.t('waive.onEvery') : i18n.t('waive.onOne')} · <TimeAgo at={createdAt} now={now} />
        </p>
      </div>
      {link !== null && (
        <a class="icon-button" href={link} target="_blank" rel="noreferrer" aria-label={i18n.t('common.openPost')}>
          <Icon icon={ExternalLink} />
        </a>
      )}
      <IconButton icon={Undo2} label={i18n.t('waive.takeBackLabel', [line])} onClick={onTakeBack} />
    </li>
  )
}

function precisionWords({ found, wrong, right, needs }: RulePrecision): string {
  return right === null
    ? i18n.t('waive.needs', needs)
    : i18n.t('waive.precision', [percent(right), String(wrong), String(found)])
}
