import { settingSpecs, type Environment, type Settings, type SettingSpec } from './settings'

/** What does not go together, of settings that are right one by one. */
export function relationProblems(settings: Settings): string[] {
  return [
    ...sandboxProblems(settings),
    ...plainAddresses(settings),
    ...merchantProblems(settings),
    ...messageProblems(settings),
    ...mailProblems(settings),
  ]
}

/**
 * Whatever might weaken how others are known to be who they are. A WECHAT_PAY_ name that is none of ours is a typing error or somebody's
 * hope for a switch that turns verification off; there is none, and it says so instead of seeming to work.
 */
export function distrustProblems(environment: Environment): string[] {
  const known = Object.values<SettingSpec<unknown>>(settingSpecs).map(({ name }) => name)
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('WECHAT_PAY_') && !known.includes(name))
    .map((name) => `${name} is no setting of this service`)
  const isProduction = (environment['NODE_ENV'] ?? settingSpecs.environment.default) === 'production'
  if (isProduction && environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    problems.push('NODE_TLS_REJECT_UNAUTHORIZED=0 is refused with NODE_ENV=production')
  return problems
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

/** Person data, money and secrets travel there. */
function plainAddresses(settings: Settings): string[] {
  const { environment, officeBaseUrl, wechatBaseUrl, wechatPayBaseUrl, publicUrl, storage } = settings
  if (environment !== 'production') return []
  const addresses = {
    OFFICE_BASE_URL: officeBaseUrl,
    WECHAT_BASE_URL: wechatBaseUrl,
    WECHAT_PAY_BASE_URL: wechatPayBaseUrl,
    ...(publicUrl !== undefined && { PUBLIC_URL: publicUrl }),
    ...(storage.kind === 's3' && { PAGES_STORE: storage.endpoint }),
  }
  return Object.entries(addresses)
    .filter(([, address]) => !address.startsWith('https://'))
    .map(([name]) => `${name} is not usable: it needs an https address with NODE_ENV=production`)
}

/** All of the merchant or nothing: a half would take money that it cannot account for. */
function merchantProblems(settings: Settings): string[] {
  const { wechatPayCertificate: certificate, wechatPayPrivateKey: privateKey, wechatPayPublicKeys: keys } = settings
  const merchant = {
    WECHAT_PAY_MCHID: settings.wechatPayMchid,
    WECHAT_PAY_CERTIFICATE: certificate,
    WECHAT_PAY_PRIVATE_KEY: privateKey,
    WECHAT_PAY_API_V3_KEY: settings.wechatPayApiV3Key,
    WECHAT_PAY_PUBLIC_KEYS: keys,
  }
  if (Object.values(merchant).every((value) => value === undefined)) return []
  const problems = Object.entries({ ...merchant, PUBLIC_URL: settings.publicUrl })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name} is missing: a WeChat Pay merchant needs it`)
  if (certificate && privateKey && !certificate.checkPrivateKey(privateKey))
    problems.push('WECHAT_PAY_PRIVATE_KEY does not belong to WECHAT_PAY_CERTIFICATE')
  // Easily mixed up, and then nothing that WeChat Pay signs would hold.
  if (certificate && keys?.some(({ key }) => key.equals(certificate.publicKey)))
    problems.push("WECHAT_PAY_PUBLIC_KEYS has the merchant's own key: it needs WeChat Pay's")
  return problems
}

/** Without the events that WeChat pushes nobody would know how many messages may be sent. */
function messageProblems(settings: Settings): string[] {
  if (settings.wechatMessageToken !== undefined) return []
  const needing = {
    WECHAT_SUBSCRIBE_TEMPLATES: settings.wechatSubscribeTemplates,
    WECHAT_MESSAGE_AES_KEY: settings.wechatMessageAesKey,
  }
  return Object.entries(needing)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => `WECHAT_MESSAGE_TOKEN is missing: ${name} needs it`)
}

/** Whoever gets a mail must see from whom, and where an answer goes. */
function mailProblems({ mailServer, mailFrom }: Settings): string[] {
  if ((mailServer === undefined) === (mailFrom === undefined)) return []
  return [mailFrom ? 'SMTP_URL is missing: MAIL_FROM needs it' : 'MAIL_FROM is missing: SMTP_URL needs it']
}
