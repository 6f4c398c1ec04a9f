import { Settings, settingSpecs, type SettingSpec } from './settings'

/** Names every wrong setting and what it needs; never the value, which may be a secret. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'SettingsError'
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads and checks all settings. Throws SettingsError that lists every fault at once. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = []
  const settings = Object.assign(new Settings(), readAll(environment, problems))
  const relation = problems.length === 0 ? [...sandboxProblems(settings), ...plainAddresses(settings)] : []
  if (problems.length + relation.length > 0) throw new SettingsError([...problems, ...relation])
  return settings
}

function readAll(environment: Environment, problems: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [property, spec] of Object.entries<SettingSpec<unknown>>(settingSpecs)) {
    const text = environment[spec.name] ?? spec.default
    if (text === undefined || text === '') {
      if (spec.optional === undefined) problems.push(`${spec.name} is missing: it needs ${spec.needs}`)
      continue
    }
    const value = spec.read(text)
    if (value === undefined) problems.push(`${spec.name} is not usable: it needs ${spec.needs}`)
    values[property] = value
  }
  return values
}

/** Person data and secrets travel there. */
function plainAddresses({ environment, officeBaseUrl, wechatBaseUrl, storage }: Settings): string[] {
  if (environment !== 'production') return []
  const addresses = {
    OFFICE_BASE_URL: officeBaseUrl,
    WECHAT_BASE_URL: wechatBaseUrl,
    ...(storage.kind === 's3' && { PAGES_STORE: storage.endpoint }),
  }
  return Object.entries(addresses)
    .filter(([, address]) => !address.startsWith('https://'))
    .map(([name]) => `${name} is not usable: it needs an https address with NODE_ENV=production`)
}

function sandboxProblems(settings: Settings): string[] {
  const problems: string[] = []
  if (settings.environment !== 'production') return problems
  for (const [property, spec] of Object.entries<SettingSpec<unknown>>(settingSpecs)) {
    const given = Object.entries(settings).some(([name, value]) => name === property && value !== undefined)
    if (spec.sandboxOnly && given)
      problems.push(`${spec.name} belongs to the sandbox: refused with NODE_ENV=production`)
  }
  return problems
}
