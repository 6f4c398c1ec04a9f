/** ¥80.00, of cents (CNY); by whole numbers, since a float is not a cent. */
export const yuanText = (cents: number) => `¥${Math.trunc(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`
