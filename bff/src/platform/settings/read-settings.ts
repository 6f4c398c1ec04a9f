import { distrustProblems, relationProblems } from './setting-relations'
import { Settings, settingSpecs, type Environment, type SettingSpec } from './settings'

/** Names every wrong setting and what it needs; never the value, which may be a secret. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'SettingsError'
  }
}

/** Reads and checks all settings. Throws SettingsError that lists every fault at once. */
export function readSettings(environment: Environment): Settings {
  const problems = distrustProblems(environment)
  const settings = Object.assign(new Settings(), readAll(environment, problems))
  const relation = problems.length === 0 ? relationProblems(settings) : []
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
