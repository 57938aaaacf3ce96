import { axes, cells, incidentLevels, matrix } from '../domain/incident.ts'
import type { Axis, Cell, IncidentLevel, Rating } from '../domain/incident.ts'

/** A cell as it stands. `counted`: the last known value, which still counts where it became unknown. */
export interface CellState {
  readonly rating: Rating | null
  readonly counted: number | null
}
export type Matrix = ReadonlyMap<Cell, CellState>

/** How grave an incident is, and by what. */
export interface Assessment {
  /** Null while no cell is known. */
  readonly level: IncidentLevel | null
  /** The cells that decided it, gravest axis first. */
  readonly deciding: readonly Cell[]
  /** Words under `incident.reason.<code>`; `tie` where the axes name different levels: the higher is taken. */
  readonly reason: { readonly code: 'agree' | 'tie' | 'both' | 'nothing'; readonly axes: readonly Axis[] }
  readonly confidence: 'high' | 'medium' | 'low'
  /** Axes of which nothing is known ("reach not captured"). */
  readonly notCaptured: readonly Axis[]
  readonly unknown: readonly Cell[]
}

/** The level an axis names by its gravest cell: 0-1 low, 2 medium, 3-4 high (default of our own). */
const levelOf = (value: number): IncidentLevel => (value >= 3 ? 'high' : value === 2 ? 'medium' : 'low')
export const gravityOf = (level: IncidentLevel | null): number => (level === null ? -1 : incidentLevels.indexOf(level))

/**
 * The level by the matrix (relationship.md B3). Each axis counts by its gravest known cell and names a level; where they
 * differ the higher is taken (PagerDuty: if unsure, the higher). Critical: an axis at 4 and another at 3 or more, a
 * default of our own. What is unknown takes nothing away from severity, only from confidence: high from three quarters
 * of the cells, medium from half, a step lower where an axis is not captured at all.
 */
export function assessMatrix(state: Matrix): Assessment {
  const countedOf = (cell: Cell) => state.get(cell)?.counted ?? null
  const isUnknown = (cell: Cell) => (state.get(cell)?.rating?.value ?? null) === null
  const scored = axes
    .map((axis) => ({ axis, worst: Math.max(-1, ...matrix[axis].map((cell) => countedOf(cell) ?? -1)) }))
    .filter(({ worst }) => worst >= 0)
    .toSorted((a, b) => b.worst - a.worst)
  const notCaptured = axes.filter((axis) => matrix[axis].every((cell) => isUnknown(cell)))
  const unknown = cells.filter((cell) => isUnknown(cell))
  const confidence = confidenceOf(cells.length - unknown.length, notCaptured.length)
  const [first, second] = scored
  if (!first)
    return { level: null, deciding: [], reason: { code: 'nothing', axes: [] }, confidence, notCaptured, unknown }
  const isCritical = first.worst === 4 && second !== undefined && second.worst >= 3
  const level = isCritical ? 'critical' : levelOf(first.worst)
  const decides = scored.filter(({ worst }) => (isCritical ? worst >= 3 : worst === first.worst))
  const deciding = decides.flatMap(({ axis, worst }) => matrix[axis].filter((cell) => countedOf(cell) === worst))
  const isTie = scored.some(({ worst }) => levelOf(worst) !== levelOf(first.worst))
  const code = isCritical ? 'both' : isTie ? 'tie' : 'agree'
  return {
    level,
    deciding,
    reason: { code, axes: decides.map(({ axis }) => axis) },
    confidence,
    notCaptured,
    unknown,
  }
}

function confidenceOf(known: number, axesLost: number): Assessment['confidence'] {
  const step = known / cells.length >= 0.75 ? 2 : known / cells.length >= 0.5 ? 1 : 0
  const lowered = axesLost > 0 ? step - 1 : step
  return lowered >= 2 ? 'high' : lowered === 1 ? 'medium' : 'low'
}
