/**
 * Edits (insert, delete, replace, swap of neighbours) between two strings, counted no further than
 * `limit + 1`. Optimal string alignment distance; cost is length x (2 limit + 1).
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = Array.from({ length: b.length + 1 }, () => limit + 1)
    row[0] = i
    let smallest = i
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
        (previous[j] ?? limit + 1) + 1,
        (row[j - 1] ?? limit + 1) + 1,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? limit + 1) + 1)
      }
      row[j] = cost
      smallest = Math.min(smallest, cost)
    }
    if (smallest > limit) return limit + 1
    before = previous
    previous = row
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1)
}
