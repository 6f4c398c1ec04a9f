import { createApp } from './create-app'
import { openApiOf } from './platform/http/open-api'
import { readSettings } from './platform/settings/read-settings'
import { SystemClock } from './platform/time/clock'

/** Values that only have to be well-formed: nothing is called while the document is drawn. */
function drawingSettings(): Record<string, string> {
  const key = Buffer.alloc(32).toString('base64')
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DB_URL: 'sqlite::memory:',
    WECHAT_APP_ID: 'drawing',
    WECHAT_APP_SECRET: 'drawing',
    OFFICE_BASE_URL: 'http://office.invalid',
    OFFICE_KEYS: `drawing:${key}`,
    OFFICE_DIGEST_KEY: key,
    FIELD_KEYS: `drawing:${key}`,
    INDEX_KEY: key,
  }
}

/** docs/api/openapi.json: what the phone may call, as the running code has it. */
export async function openApiText(): Promise<string> {
  const app = await createApp(readSettings(drawingSettings()), new SystemClock())
  try {
    return `${JSON.stringify(openApiOf(app), undefined, 2)}\n`
  } finally {
    await app.close()
  }
}
