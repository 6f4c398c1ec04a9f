import { stored } from './stored'

/** Code of the district whose office reviews this person, as chosen on the contact page. */
export const ownDistrict = stored('own-district', (raw): string | undefined =>
  typeof raw === 'string' ? raw : undefined,
)
