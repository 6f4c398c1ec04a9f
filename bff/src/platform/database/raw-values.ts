/** Raw rows (`manager.query`, hot paths) bring an instant as text from SQLite and as a Date from a server. */
export function instantOf(value: unknown): Date {
  if (value instanceof Date) return value
  return new Date(`${String(value).replace(' ', 'T')}Z`)
}
