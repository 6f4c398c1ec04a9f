import { isReadingId, parseDay, type Pack } from '@app/shared-rules'
import { ReferenceFault } from './fields'
import type { ReferenceData } from './reference-data'

/** Pixels of a side, and bytes: far outside of what any office asks for (25 × 35 mm is 295 × 413). */
const [leastSide, mostSide, leastBytes] = [50, 5000, 5000]

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

/** A photo that no file can be would keep everybody from submitting. */
function checkPhoto({ photo }: ReferenceData): void {
  if (!photo) return
  const { widthPx, heightPx, maxBytes } = photo
  const sides = [widthPx, heightPx]
  if (sides.some((side) => side < leastSide || side > mostSide) || maxBytes < leastBytes)
    throw new ReferenceFault('reference.photo is no size that a photo can have')
}

/** What the office sets must fit the pack over which it is laid. Throws ReferenceFault: the list is not used, the old one holds. */
export function checkReference(data: ReferenceData, pack: Pack): void {
  checkSchedule(data, pack)
  checkPins(data, pack)
  checkPhoto(data)
}
