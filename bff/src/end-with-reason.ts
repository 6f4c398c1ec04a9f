import { redactText } from './platform/logging/redact'
import { SettingsError } from './platform/settings/read-settings'

/** A start that failed says why on stderr and ends with 1. */
export function endWithReason(error: unknown): void {
  const reason = error instanceof SettingsError ? error.message : String(error)
  process.stderr.write(`${redactText(reason)}\n`)
  process.exit(1)
}
