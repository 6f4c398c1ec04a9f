import { fieldTypeOf } from '../wechat/subscribe-fields'
import type { Reader } from './setting-kinds'

/** What a subscribe message is about; the words of each notice name one of these. */
const templateNames = ['progress', 'todo', 'exam'] as const
type TemplateName = (typeof templateNames)[number]

/** What the words of a notice are made of; a template takes some or all of it. */
const templateSlots = ['what', 'whom', 'when', 'hint'] as const
type TemplateSlot = (typeof templateSlots)[number]

export interface SubscribeTemplateSetting {
  id: string
  /** Slot → key of the template's field, as WeChat's console shows it (`thing1`, `time3`): its letters are the type. */
  fields: Partial<Record<TemplateSlot, string>>
}

export type SubscribeTemplateSettings = Partial<Record<TemplateName, SubscribeTemplateSetting>>

/** `progress:TEMPLATE_ID:what=thing1,when=time3;todo:…`. No name, template, slot or field twice: one of them would be lost. */
export const subscribeTemplates: Reader<SubscribeTemplateSettings> = (text) => {
  const templates: SubscribeTemplateSettings = {}
  for (const part of text.split(';')) {
    const [given, id = '', slots = '', ...rest] = part.split(':')
    const name = templateNames.find((one) => one === given)
    const fields = readFields(slots)
    const twice = Object.values(templates).some((other) => other.id === id)
    if (!name || templates[name] || rest.length > 0 || twice || !/^[\w-]{10,80}$/.test(id) || !fields) return undefined
    templates[name] = { id, fields }
  }
  return templates
}

function readFields(text: string): SubscribeTemplateSetting['fields'] | undefined {
  const fields: SubscribeTemplateSetting['fields'] = {}
  for (const part of text.split(',')) {
    const [given, key = '', ...rest] = part.split('=')
    const slot = templateSlots.find((one) => one === given)
    if (!slot || fields[slot] !== undefined || rest.length > 0 || !suits(slot, key)) return undefined
    if (Object.values(fields).includes(key)) return undefined
    fields[slot] = key
  }
  return fields
}

/** Only `when` is a time. */
function suits(slot: TemplateSlot, key: string): boolean {
  const type = fieldTypeOf(key)
  const isTime = type === 'time' || type === 'date'
  return type !== undefined && (slot === 'when' ? isTime || type === 'thing' : !isTime)
}

/** As set in WeChat's console: 3 to 32 letters and digits. */
export const messageToken: Reader<string> = (text) => (/^[0-9A-Za-z]{3,32}$/.test(text) ? text : undefined)

/** EncodingAESKey: 43 letters and digits, base64 of 32 bytes without its last sign. */
export const messageAesKey: Reader<Buffer> = (text) =>
  /^[0-9A-Za-z]{43}$/.test(text) ? Buffer.from(`${text}=`, 'base64') : undefined
