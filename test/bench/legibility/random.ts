/** Numbers 0..1 that are the same for the same seed (mulberry32). */
export interface Random {
  number(): number
  between(least: number, most: number): number
  integer(least: number, most: number): number
  pick<T>(values: readonly [T, ...T[]]): T
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + (most - least) * number()
  return {
    number,
    between,
    integer: (least, most) => Math.floor(between(least, most + 1)),
    pick: (values) => values[Math.floor(number() * values.length)] ?? values[0],
  }
}
