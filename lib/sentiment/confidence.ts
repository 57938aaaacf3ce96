/** How sure the model is beside how often it was right, on the halves of the validation sets that tune. */
export interface Calibration {
  /** By language, `other` for the rest: logit of being right as slope x logit of the greatest probability + shift. */
  readonly languages: Readonly<Record<string, { readonly slope: number; readonly shift: number }>>
  /** `en` and `other`: the share of right ones against that, as points of a rising line. */
  readonly curves: Readonly<Record<string, readonly (readonly [number, number])[]>>
}

/** Chance that the most probable label is right (Platt 1999, then a rising line through bins of the rest). */
export function confidenceOf(most: number, lang: string | null, { languages, curves }: Calibration): number {
  const { slope, shift } = languages[lang ?? ''] ?? languages['other'] ?? { slope: 1, shift: 0 }
  const logit = Math.log(most / (1 - most + 1e-9))
  const sure = 1 / (1 + Math.exp(-(slope * logit + shift)))
  return along(curves[lang === 'en' ? 'en' : 'other'] ?? [], sure)
}

/** The line through the points at `x`, level beyond its ends; `x` itself where there are none. */
function along(points: readonly (readonly [number, number])[], x: number): number {
  const next = points.findIndex(([at]) => at >= x)
  const above = points[next]
  const below = next === -1 ? points.at(-1) : points[next - 1]
  if (!above || !below) return (above ?? below)?.[1] ?? x
  const share = (x - below[0]) / Math.max(1e-9, above[0] - below[0])
  return below[1] + share * (above[1] - below[1])
}
