import { parseDay } from '../calendar/local-date'
import type { Pins } from '../rules/reading'
import { createPack } from './create-pack'
import type { Occupation, Pack, PhotoSpecification, Schedule } from './pack'

/** What the office's reference data may lay over a pack. */
export interface OfficeSettings {
  occupations?: readonly Occupation[]
  pins?: Pins
  schedule?: Partial<Schedule>
  photo?: PhotoSpecification
}

/** The pack as the office has ruled: directory, pinned readings, moved days. A moved close moves the rules that count to it. */
export function configurePack(pack: Pack, office: OfficeSettings): Pack {
  const schedule = { ...pack.schedule, ...office.schedule }
  const pins = { ...pack.pins, ...office.pins }
  const closes = parseDay(schedule.registrationClosesOn) ?? pack.dates.registrationCloses
  const issued = pins['notice-issued-on'] === undefined ? undefined : parseDay(pins['notice-issued-on'])
  const photo = office.photo ?? pack.photo
  const dates = { ...pack.dates, registrationCloses: closes }
  return createPack({
    ...pack,
    schedule,
    dates: issued === undefined ? dates : { ...dates, issuedFirst: issued, issuedLast: issued },
    pins,
    occupations: office.occupations ?? pack.occupations,
    ...(photo && { photo }),
    sampleDirectory: office.occupations === undefined && pack.sampleDirectory,
  })
}
