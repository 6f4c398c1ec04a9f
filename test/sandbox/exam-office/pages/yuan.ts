/** Yuan as typed → cents, through the text: 80.10 × 100 is no whole number for a computer. undefined: no amount. */
export function centsOf(text: string): number | undefined {
  const [, yuan, fraction = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
}

/** 8010 → `80.10`. */
export const yuanOf = (cents: number): string => (cents / 100).toFixed(2)

/** For `pattern` of a field. */
export const yuanPattern = '\\d{1,6}(\\.\\d{1,2})?'
