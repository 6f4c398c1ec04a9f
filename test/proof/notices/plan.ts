import { randomUUID } from 'node:crypto'
import { type Random } from '../payments/random'

/** Somebody with an account. `person`: of the sample people, whom WeChat knows; absent: nobody whom WeChat could reach. */
export interface Reader {
  name: string
  person?: string
  phone?: string
  address?: string
  /** Consents to messages that WeChat and we know of. */
  grants: number
}

/** What happens and has to be told. `readers`: whose inboxes; of a place, the one of all its contacts. */
export type Occasion = { key: string } & (
  | { kind: 'application'; name: AnnouncementName; application: string; readers: string[] }
  | { kind: 'place'; placeKey: string; count: number }
)

export const announcementNames = ['refund-asked', 'refund-done', 'refund-stuck', 'payment-held'] as const
export type AnnouncementName = (typeof announcementNames)[number]

export interface Plan {
  readers: Reader[]
  /** Each with the names of the one who made it and of the person's own account. */
  applications: { id: string; readers: string[] }[]
  occasions: Occasion[]
}

const many = 1_000_000
/** With contacts on the office's sample list: one with e-mail, one without, one of a 主管部门. */
const places = [
  'unit-contact:sample-city-service',
  'unit-contact:sample-city-hospital',
  'department-contact:sample-health-department',
]

/** So many inbox rows, about; one in eight is a place's. */
export function planOf(size: number, random: Random): Plan {
  const few = Math.ceil(size / 40)
  const readers: Reader[] = [
    ...['li', 'wang', 'zhao'].map((person) => ({ name: person, person, grants: many })),
    ...['chen', 'liu'].map((person) => ({ name: person, person, grants: many, address: `${person}@example.invalid` })),
    // Their consents end on the way: what is left goes by mail, or stays in the inbox.
    { name: 'zhou', person: 'zhou', grants: few, address: 'zhou@example.invalid' },
    { name: 'sun', person: 'sun', grants: few },
    ...[1, 2, 3].map((number) => ({ name: `mail-${number}`, grants: 0, address: `mail-${number}@example.invalid` })),
    ...[1, 2].map((number) => ({ name: `nothing-${number}`, grants: 0 })),
    // Contacts of the office's list, who have signed in as well.
    { name: 'zhang', person: 'zhang', phone: '12000002001', grants: many },
    { name: 'ma', person: 'ma', phone: '12000002002', grants: many },
  ]
  const told = readers.filter(({ phone }) => phone === undefined)
  const applications = Array.from({ length: Math.ceil((size * 7) / 8 / 8) }, () => {
    const [first, second] = [random.one(told), random.one(told)]
    return { id: randomUUID(), readers: [...new Set([first.name, second.name])] }
  })
  const occasions: Occasion[] = applications.flatMap(({ id, readers: own }) =>
    announcementNames.map((name): Occasion => ({
      kind: 'application',
      name,
      application: id,
      readers: own,
      key: `${name}:${id}`,
    })),
  )
  for (let count = 1; count <= Math.ceil(size / 8); count += 1)
    occasions.push({ kind: 'place', placeKey: random.one(places), count, key: `place:${count}` })
  return { readers, applications, occasions: shuffled(occasions, random) }
}

const shuffled = <T>(all: readonly T[], random: Random): T[] =>
  all
    .map((one) => ({ one, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)

/** How each reader's inbox has to look: keys of its rows. */
export const inboxesOf = ({ occasions }: Plan, accountOf: ReadonlyMap<string, string>): string[] =>
  occasions.flatMap((one) =>
    one.kind === 'place'
      ? [`${one.key}:${one.placeKey}`]
      : one.readers.map((name) => `${one.key}:account:${accountOf.get(name)}`),
  )
