/** Of negative, neutral and positive; they add up to 1. */
export type Probabilities = readonly [negative: number, neutral: number, positive: number]

export function softmax(negative: number, neutral: number, positive: number): Probabilities {
  const most = Math.max(negative, neutral, positive)
  const a = Math.exp(negative - most)
  const b = Math.exp(neutral - most)
  const c = Math.exp(positive - most)
  const sum = a + b + c
  return [a / sum, b / sum, c / sum]
}

/** `share` of the one and the rest of the other. */
export function blend(share: number, one: Probabilities, other: Probabilities): Probabilities {
  const rest = 1 - share
  return [share * one[0] + rest * other[0], share * one[1] + rest * other[1], share * one[2] + rest * other[2]]
}
