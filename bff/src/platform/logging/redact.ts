/** What must never stand in a log, wherever it turns up in a text: ID numbers, phones, and secrets in addresses. */
const patterns: readonly [RegExp, string][] = [
  [/\b[1-9]\d{16}[\dXx]\b/g, '[id-number]'],
  [/\b1\d{10}\b/g, '[phone]'],
  [/\b(secret|access_token|js_code|refreshToken|accessToken|session_key)=[^&\s"']+/gi, '$1=[hidden]'],
  [/\bBearer [A-Za-z0-9_-]+/g, 'Bearer [hidden]'],
  [/\b(mysql|mariadb|smtps?):\/\/[^\s@]+@/g, '$1://[hidden]@'],
]

export const redactText = (text: string): string =>
  patterns.reduce((cleaned, [pattern, mark]) => cleaned.replace(pattern, mark), text)

/** Keys whose values are dropped from every logged object. */
export const hiddenKeys = [
  'password',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'session_key',
  'idNumber',
  'phone',
  'name',
  'body',
  'payload',
  'headers',
  'parameters',
]

/** An error for the log: no parameters of a query, no request, and its texts cleaned. */
export function redactError(error: unknown): object {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: redactText(String(error)) }
  const { name, message, stack, code, driverError }: ErrorParts = error
  const driverCode =
    typeof driverError === 'object' && driverError !== null && 'code' in driverError ? driverError.code : undefined
  return {
    type: String(name ?? 'unknown'),
    message: redactText(String(message ?? '')),
    ...((code ?? driverCode) !== undefined && { code: String(code ?? driverCode) }),
    stack: redactText(String(stack ?? '')),
  }
}

/** Not `instanceof Error`: an error may come from another realm (a worker, a test's sandbox). */
interface ErrorParts {
  name?: unknown
  message?: unknown
  stack?: unknown
  code?: unknown
  driverError?: unknown
}
