import type { EntityManager } from 'typeorm'
import type { ApplicationState, ContactRole, DeskGroup } from '../../contract'
import { applicationStates } from '../../contract'
import type { Principal } from '../../platform/http/principal'
import type { Place } from '../place'
import { refuse } from '../refuse'
import type { ApplicationRow } from '../rows/application-row'
import { PersonAccountRow } from '../rows/person-rows'

export type Contact = Pick<Principal, 'unitCodes' | 'departmentCodes'>

/** As what this contact sees the application. @throws AppError `not-your-unit` */
export function deskRole(place: Place, contact: Contact, state: ApplicationState): ContactRole {
  const roles = rolesOf(place, contact)
  const first = turnOf(state, place) ?? 'unit-contact'
  const role = roles.includes(first) ? first : roles[0]
  if (!role) throw refuse('not-your-unit')
  return role
}

/** Who decides now; a department without contacts cannot, so its unit does. */
export function turnOf(state: ApplicationState, { department }: Place): ContactRole | undefined {
  if (state === 'unit-review') return 'unit-contact'
  if (state !== 'department-review') return undefined
  return department?.hasContacts ? 'department-contact' : 'unit-contact'
}

function rolesOf({ unit, department }: Place, contact: Contact): ContactRole[] {
  const ofUnit = unit?.code !== undefined && contact.unitCodes.includes(unit.code)
  const ofDepartment = department !== undefined && contact.departmentCodes.includes(department.code)
  return [...(ofUnit ? ['unit-contact' as const] : []), ...(ofDepartment ? ['department-contact' as const] : [])]
}

/** Made by this account, or of the person for whom it acts: somebody else has to decide. */
export async function ownApplication(
  manager: EntityManager,
  { accountId, personId }: Pick<ApplicationRow, 'accountId' | 'personId'>,
  caller: Pick<Principal, 'accountId'>,
): Promise<boolean> {
  if (accountId === caller.accountId) return true
  if (personId === null) return false
  return manager.existsBy(PersonAccountRow, { personId, accountId: caller.accountId, role: 'own' })
}

const groups: Record<ApplicationState, DeskGroup | undefined> = {
  draft: undefined,
  'unit-review': 'for-me',
  'unit-returned': 'returned',
  'department-review': 'with-office',
  'department-returned': 'returned',
  'office-review': 'with-office',
  'office-returned': 'returned',
  'onsite-review': 'with-office',
  'awaiting-payment': 'payment',
  'awaiting-counter-payment': 'payment',
  confirmed: 'others',
  training: 'others',
  'exam-scheduled': 'others',
  result: 'others',
  'comprehensive-review': 'others',
  'public-notice': 'others',
  certified: 'others',
  withdrawn: 'others',
  rejected: 'others',
  abandoned: 'others',
  disqualified: 'others',
  'not-passed': 'others',
}

/** 待我审核 · 被退回 · 工考办审查中 · 待缴费 · 其他, from where this contact stands; undefined: not for the desk. */
export function groupOf(state: ApplicationState, contact: Contact): DeskGroup | undefined {
  if (state === 'unit-review' && contact.unitCodes.length === 0) return 'others'
  if (state === 'department-review' && contact.departmentCodes.length > 0) return 'for-me'
  return groups[state]
}

export function statesOf(group: DeskGroup | undefined, contact: Contact): ApplicationState[] {
  return applicationStates.filter((state) => {
    const own = groupOf(state, contact)
    return own !== undefined && (group === undefined || own === group)
  })
}
