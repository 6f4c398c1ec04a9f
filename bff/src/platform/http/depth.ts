/** Nothing that a phone sends is nested deeper; what follows reads a body by recursion. */
const deepest = 32

const within = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? Object.values(value) : []

/** Level by level, so that a body made to do harm costs no stack. */
export function isTooDeep(body: unknown): boolean {
  let level = within(body)
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap(within)
  }
  return false
}
