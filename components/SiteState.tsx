import { i18n } from '#i18n'
import { Crosshair, KeyRound, RefreshCw, SearchCheck } from 'lucide'
import { MAX_COMMENTS } from '../lib/domain/limits.ts'
import type { ReadShare } from '../lib/domain/read-share.ts'
import type { RepairableField } from '../lib/domain/repairable.ts'
import type { TabContext } from '../lib/messages/protocol.ts'
import type { CheckResult, TabState } from '../lib/state/tab-state.ts'
import { Badge } from './Badge.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { verdictLooks } from './meanings.ts'
import type { Help } from './Drift.tsx'
import { MissesSeen, PointButton } from './Misses.tsx'
import { codeWords } from './words.ts'

/**
 * What Rapport can do with the current tab, in words, with the one button that helps. `once`: the surface was
 * opened by the toolbar button, which lets Rapport into this one page without a lasting permission.
 */
export function SiteState({ tab, once = false }: { tab: TabState; once?: boolean }) {
  const context = tab.context.value
  if (!context) return null
  switch (context.state) {
    case 'unsupported':
      return <Unread tab={tab} context={context} once={once} />
    case 'no-permission':
      return <Allow tab={tab} context={context} once={once} />
    case 'reload':
      return (
        <div class="site-state">
          <p>{i18n.t('site.reload')}</p>
          <Button look="primary" icon={RefreshCw} onClick={() => void tab.reloadPage()}>
            {i18n.t('site.reloadPage')}
          </Button>
        </div>
      )
    case 'ready':
      return <Ready tab={tab} context={context} once={once} />
    default:
      return null
  }
}

/** A page that no adapter reads: any post on it can be pointed at, once the toolbar button has let Rapport in. */
function Unread({ tab, context, once }: { tab: TabState; context: TabContext; once: boolean }) {
  const isPage = /^https?:/.test(context.url ?? '')
  const capture = async () => {
    // The popup would lie over what is to be pointed at.
    if (await tab.capture()) window.close()
  }
  return (
    <div class="site-state">
      <p class="soft">{i18n.t(context.url === null ? 'site.unknown' : 'site.unsupported')}</p>
      {isPage && once && (
        <Button icon={Crosshair} onClick={() => void capture()}>
          {i18n.t('capture.start')}
        </Button>
      )}
      {tab.pointRefused.value && <output class="act-text small">{i18n.t('point.refused')}</output>}
    </div>
  )
}

function Allow({ tab, context, once }: { tab: TabState; context: TabContext; once: boolean }) {
  const name = context.site?.name ?? ''
  return (
    <div class="site-state">
      <p>{i18n.t('site.why', [name])}</p>
      <div class="site-ready">
        <Button look="primary" icon={KeyRound} onClick={() => void tab.allowSite()}>
          {i18n.t('site.allow', [name])}
        </Button>
        {once && <CheckPage tab={tab}>{i18n.t('site.checkOnce')}</CheckPage>}
      </div>
      {tab.refused.value && <output class="soft small">{i18n.t('site.refused')}</output>}
    </div>
  )
}

function Ready({ tab, context, once }: { tab: TabState; context: TabContext; once: boolean }) {
  return (
    <div class="site-ready">
      <CheckPage tab={tab}>{i18n.t('site.check')}</CheckPage>
      {!tab.check.value && context.read && <span class="soft small figure">{readWords(context.read)}</span>}
      {context.misses.some(({ field }) => field === 'page.software') && (
        <p class="watch-text">{i18n.t('site.otherSoftware', [context.site?.name ?? ''])}</p>
      )}
      {context.misses.length > 0 && (
        <MissesSeen misses={context.misses} onPoint={(field) => void point(tab, field, once)} />
      )}
      {tab.pointRefused.value && <output class="act-text small">{i18n.t('point.refused')}</output>}
    </div>
  )
}

/** "Show Rapport where it is", beside an alarm about the kind of page that is open. */
export const pointHere =
  (tab: TabState, isPopup = false): Help =>
  ({ page, field }) =>
    page === tab.context.value?.page && (
      <PointButton field={field} onPoint={(repaired) => void point(tab, repaired, isPopup)} />
    )

/** The popup would lie over what is to be pointed at. */
async function point(tab: TabState, field: RepairableField, isPopup: boolean) {
  if ((await tab.point(field)) && isPopup) window.close()
}

function CheckPage({ tab, children }: { tab: TabState; children: string }) {
  const check = tab.check.value
  return (
    <>
      <Button icon={SearchCheck} disabled={check?.state === 'checking'} onClick={() => void tab.checkPage()}>
        {children}
      </Button>
      <output class="soft small figure">{check && <CheckWords check={check} />}</output>
    </>
  )
}

function CheckWords({ check }: { check: CheckResult }) {
  if (check.state === 'checking') return <>{i18n.t('site.checking')}</>
  if (check.state === 'problem')
    return (
      <span class="act-text">
        <Icon icon={RefreshCw} size={14} /> {codeWords('site.checkProblem', check.code)}
      </span>
    )
  if (check.read.posts === 0) return <>{i18n.t('site.checkNothing')}</>
  return (
    <>
      {readWords(check.read)}{' '}
      {(['fail', 'review', 'pass', 'unknown'] as const).map((verdict) =>
        check.verdicts[verdict] > 0 ? (
          <Badge key={verdict} {...verdictLooks[verdict]}>
            {check.verdicts[verdict]} {i18n.t(`common.verdict.${verdict}`)}
          </Badge>
        ) : null,
      )}
    </>
  )
}

function readWords(read: ReadShare): string {
  const words = i18n.t('site.read', [i18n.t('common.posts', read.posts), commentWords(read)])
  return read.isBounded ? `${words}. ${i18n.t('site.commentsBounded', [MAX_COMMENTS.toLocaleString()])}` : words
}

/** Nobody should take a part of the comments for all of them. */
function commentWords({ comments, commentsOf, isAbout }: ReadShare): string {
  if (commentsOf === null) return i18n.t('common.comments', comments)
  return i18n.t(isAbout ? 'site.commentsOfAbout' : 'site.commentsOf', [
    comments.toLocaleString(),
    commentsOf.toLocaleString(),
  ])
}
