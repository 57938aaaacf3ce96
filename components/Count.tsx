import { i18n } from '#i18n'
import { Braces } from 'lucide'
import type { Count as Counted } from '../lib/domain/count.ts'
import { Icon } from './Icon.tsx'
import { NotCaptured } from './NotCaptured.tsx'

/**
 * A figure as the page showed it: `1.2K` stays `1.2K`, with the range it stands for on hover; an exact one of which
 * the page shows less says where it is from. Null is not zero. `lost` says in words why none can be shown.
 */
export function Count({ count, lost }: { count: Counted | null; lost?: string | null }) {
  if (lost) return <NotCaptured>{i18n.t('drift.notCaptured', [lost])}</NotCaptured>
  if (count === null) return <NotCaptured />
  const { value, step, source } = count
  if (source)
    return (
      <span class="figure" title={i18n.t('common.fromData')}>
        {value.toLocaleString()} <Icon icon={Braces} size={14} label={i18n.t('common.fromData')} />
      </span>
    )
  if (step === 1) return <span class="figure">{value.toLocaleString()}</span>
  const last = value + step - 1
  return (
    <span class="figure" title={i18n.t('common.countRange', [value.toLocaleString(), last.toLocaleString()])}>
      {short(value, step)}
    </span>
  )
}

/** As many digits as the step leaves: {1200, 100} is 1.2K, {1000000, 100000} is 1.0M. */
function short(value: number, step: number): string {
  const unit = value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3
  const digits = Math.max(0, Math.round(Math.log10(unit / step)))
  return new Intl.NumberFormat(undefined, {
    notation: 'compact',
    minimumFractionDigits: value < 1e3 ? 0 : digits,
    maximumFractionDigits: digits,
    roundingMode: 'trunc',
  }).format(value)
}
