import { setting, untilStopped } from '../server/process'
import { startClock } from './start-clock'

/** The clock as a process. Settings: PORT, CLOCK_FILE. */
void untilStopped(() => startClock({ port: Number(setting('PORT')), file: setting('CLOCK_FILE') }))
