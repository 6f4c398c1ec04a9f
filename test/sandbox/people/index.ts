import { applicants } from './applicants'
import { contacts } from './contacts'
import { type SamplePerson } from './person'

export { applicants, contacts }
export { openidOf, unionidOf, type SamplePerson } from './person'
export { sampleIdNumber } from './id-number'

export const people: SamplePerson[] = [...applicants, ...contacts]

/** Throws where nobody has that id: it is a mistake in a test or in a form of ours. */
export function personOf(id: string): SamplePerson {
  const person = people.find((one) => one.id === id)
  if (!person) throw new Error(`No sample person is called "${id}".`)
  return person
}
