import { strictDate } from '../host/strict-date'

// First import of the probe: from here on this process reads dates as an iPhone does, and has no Intl.
globalThis.Date = strictDate(Date)
Reflect.deleteProperty(globalThis, 'Intl')
