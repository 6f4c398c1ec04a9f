/** 419999 is assigned to no place: such a number belongs to nobody. */
const sampleArea = '419999'
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A sample ID number (GB 11643: area, birth date, order, check character). An odd order is a man's, an even one a woman's. */
export function sampleIdNumber(birthDate: string, order: number): string {
  const body = sampleArea + birthDate.replaceAll('-', '') + String(order).padStart(3, '0')
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
