import { isReadingId, parseDay, type Pack } from '@app/shared-rules'
import { ReferenceFault } from './fields'
import type { ReferenceData } from './reference-data'

const isDay = (text: string): boolean => parseDay(text) !== undefined

/** Days of the season that do not exist, or come in the wrong order, would stop registration for everybody. */
function checkSchedule(data: ReferenceData, pack: Pack): void {
  for (const [name, day] of Object.entries(data.schedule)) {
    if (!isDay(day)) throw new ReferenceFault(`reference.schedule.${name} is no day`)
  }
  const { registrationOpensOn, registrationClosesOn, reviewClosesOn } = { ...pack.schedule, ...data.schedule }
  if (registrationOpensOn > registrationClosesOn || registrationClosesOn > reviewClosesOn) {
    throw new ReferenceFault('reference.schedule: registration opens, closes and review closes are not in this order')
  }
  const { paymentDeadline } = data
  if (paymentDeadline !== undefined && !isDay(paymentDeadline)) {
    throw new ReferenceFault('reference.paymentDeadline is no day')
  }
}

function checkPins(data: ReferenceData, pack: Pack): void {
  for (const [id, option] of Object.entries(data.pins)) {
    const known =
      isReadingId(id) && (id === 'notice-issued-on' ? isDay(option) : pack.readings[id].options.includes(option))
    if (!known) throw new ReferenceFault(`reference.pins.${id} is no reading with this option`)
  }
}

/** What the office sets must fit the pack over which it is laid. Throws ReferenceFault: the list is not used, the old one holds. */
export function checkReference(data: ReferenceData, pack: Pack): void {
  checkSchedule(data, pack)
  checkPins(data, pack)
}
