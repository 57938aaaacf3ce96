import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { needsForBand } from '../lib/health/series.ts'
import type { AccountTrend, Trends as Shown } from '../lib/state/trends.ts'
import { Chart } from './Chart.tsx'
import { Engagement } from './Engagement.tsx'
import { Select } from './Field.tsx'
import { codeWords, fieldName, percent } from './words.ts'

/** How followers, engagement and the mood of comments went; one account at a time, its figures are not another's. */
export function Trends({ trends, small = false }: { trends: Shown; small?: boolean }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const { accounts, happenings } = trends
  const trend = accounts.find(({ account }) => account === chosen) ?? mostSeen(accounts)
  const height = small ? 96 : 150
  return (
    <div class="trends">
      {accounts.length > 1 && trend && (
        <Select
          label={i18n.t('chart.account')}
          value={trend.account}
          options={accounts.map(({ account, handle, platform }) => ({
            value: account,
            label: i18n.t('partner.account', [handle, codeWords('site.name', platform)]),
          }))}
          onValue={setChosen}
        />
      )}
      {trend ? (
        <>
          <Engagement figure={trend.rate} platform={trend.platform} />
          <EngagementChart trend={trend} trends={trends} height={height} />
          <Chart
            title={i18n.t('chart.followers')}
            series={trend.followers}
            happenings={happenings}
            format={number}
            basis={looks}
            needs={needsLooks}
            height={height}
          />
        </>
      ) : (
        <p class="soft">{i18n.t('chart.none')}</p>
      )}
      <MoodChart trends={trends} height={height} />
    </div>
  )
}

/** The account that shows most is the one to begin with. */
const mostSeen = (accounts: readonly AccountTrend[]) =>
  accounts.toSorted((a, b) => b.engagement.points.length - a.engagement.points.length)[0]

function EngagementChart({ trend, trends, height }: { trend: AccountTrend; trends: Shown; height: number }) {
  const { engagement, isShare } = trend
  const format = isShare ? fine : number
  const parts = trend.parts.map((part) => fieldName(`post.${part}`).toLocaleLowerCase()).join(' + ')
  const { band } = engagement
  return (
    <div>
      <Chart
        title={i18n.t('chart.engagement')}
        series={engagement}
        happenings={trends.happenings}
        format={format}
        basis={posts}
        needs={needsPosts}
        height={height}
      />
      <p class="soft small figure">
        {i18n.t('chart.counted', [isShare ? i18n.t('chart.ofViews', [parts]) : parts])}
        {engagement.needs === 0 && ' · '}
        {engagement.needs === 0 &&
          (band
            ? i18n.t('chart.band', [format(band.low), format(band.high), band.n])
            : i18n.t('chart.bandNeeds', needsForBand(engagement)))}
      </p>
    </div>
  )
}

function MoodChart({ trends: { mood, themes, happenings }, height }: { trends: Shown; height: number }) {
  return (
    <div>
      <Chart
        title={i18n.t('chart.mood')}
        series={mood.negative}
        happenings={happenings}
        format={percent}
        basis={comments}
        needs={needsDays}
        isShare
        height={height}
      />
      {mood.n > 0 && (
        <p class="soft small figure">
          {i18n.t('chart.sample', mood.n)}
          {mood.spam > 0 && ` · ${i18n.t('common.moodSpam', mood.spam)}`}
          {mood.negative.needs === 0 && ` · ${i18n.t('chart.interval')}`}
        </p>
      )}
      {themes.length > 0 && (
        <>
          <h3 class="small soft">{i18n.t('chart.themes')}</h3>
          <ul class="chips">
            {themes.map(({ words, count }) => (
              <li key={words} class="chip small theirs figure">
                {i18n.t('chart.theme', [words, count])}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

// Outside the components: a chart is drawn anew when its functions are new ones.
const number = (value: number) =>
  new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
const fine = (share: number) =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(share)
const looks = (n: number) => i18n.t('chart.basisLooks', n)
const posts = (n: number) => i18n.t('chart.basisPosts', n)
const comments = (n: number) => i18n.t('chart.basisComments', n)
const needsLooks = (n: number) => i18n.t('chart.needsLooks', n)
const needsPosts = (n: number) => i18n.t('chart.needsPosts', n)
const needsDays = (n: number) => i18n.t('chart.needsDays', n)
