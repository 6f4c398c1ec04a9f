import { followClock } from '../clock/follow-clock'
import { setting, untilStopped } from '../server/process'
import { type OfficeKey } from './signing/signature'
import { startExamOffice } from './start-exam-office'

/** The exam office as a process. Settings: PORT, CLOCK_URL, OFFICE_KEYS (`id:base64,…`), OFFICE_DIGEST_KEY, BFF_URL, OFFICE_FILE. */
void untilStopped(async () =>
  startExamOffice({
    port: Number(setting('PORT')),
    clock: await followClock(setting('CLOCK_URL')),
    keys: setting('OFFICE_KEYS').split(',').map(keyOf),
    digestKey: Buffer.from(setting('OFFICE_DIGEST_KEY'), 'base64'),
    bffUrl: setting('BFF_URL'),
    file: setting('OFFICE_FILE'),
  }),
)

function keyOf(text: string): OfficeKey {
  const [id = '', key = ''] = text.split(':')
  return { id, key: Buffer.from(key, 'base64') }
}
