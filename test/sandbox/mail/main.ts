import { followClock } from '../clock/follow-clock'
import { setting, untilStopped } from '../server/process'
import { startMail } from './start-mail'

/** The mail server as a process. Settings: PORT (of the page), SMTP_PORT, CLOCK_URL. */
void untilStopped(async () =>
  startMail({
    port: Number(setting('PORT')),
    smtpPort: Number(setting('SMTP_PORT')),
    clock: await followClock(setting('CLOCK_URL')),
  }),
)
