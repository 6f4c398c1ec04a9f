import { consentVersions } from '@app/contract'
import { declaration, privacy, sensitive, undertaking } from '../../miniapp/src/shared/texts/consents'

test.each([
  ['privacy', privacy.version],
  ['sensitive-data', sensitive.version],
  ['declaration', declaration.version],
  ['undertaking', undertaking.version],
] as const)('the server takes the words of %s that the phone shows', (kind, version) => {
  expect(consentVersions[kind]).toContain(version)
})
