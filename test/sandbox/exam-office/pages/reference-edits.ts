import { type Contact, type Reference } from '../contract/types'
import { backgroundWords, scheduleKeys } from './reference-page'
import { openReadings } from './readings'
import { sampleMoney } from './sample-money'
import { UnreadableField } from './unreadable-field'
import { centsOf } from './yuan'

/** One section of the page's form → what it changes. undefined: there is no such section. Throws UnreadableField. */
export function editOf(
  section: string,
  form: URLSearchParams,
  reference: Reference,
  now: number,
): Partial<Reference> | undefined {
  switch (section) {
    case 'pins':
      return {
        pins: filled(
          form,
          openReadings.map(({ id }) => id),
        ),
      }
    case 'money':
      return { fees: feesOf(form), paymentDeadline: form.get('deadline') || undefined }
    case 'sample-money':
      return sampleMoney(now)
    case 'schedule':
      return { schedule: filled(form, scheduleKeys) }
    case 'photo':
      return { photo: photoOf(form) }
    case 'districts':
      return { districts: reference.districts.map((district) => ({ ...district, ...districtOf(form, district.code) })) }
    case 'contacts':
      return {
        units: reference.units.map((unit) => ({ ...unit, contacts: contactsOf(form, unit.code) })),
        departments: reference.departments.map((one) => ({ ...one, contacts: contactsOf(form, one.code) })),
      }
    default:
      return undefined
  }
}

function filled(form: URLSearchParams, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (form.get(key) ? [[key, form.get(key) ?? '']] : [])))
}

function feesOf(form: URLSearchParams): Reference['fees'] {
  return [1, 2, 3, 4, 5].flatMap((grade) => {
    const text = form.get(`fee-${grade}`)?.trim() ?? ''
    if (text === '') return []
    const cents = centsOf(text)
    if (cents === undefined) throw new UnreadableField(`“${text}”不是金额。请写成 80 或 80.00；其他数据没有改动。`)
    return [{ grade, cents }]
  })
}

/** All three numbers, or none: then no photo is asked for. */
function photoOf(form: URLSearchParams): Reference['photo'] {
  const [widthPx, heightPx, kilobytes] = ['widthPx', 'heightPx', 'kilobytes'].map((key) => form.get(key)?.trim() ?? '')
  if (!widthPx && !heightPx && !kilobytes) return undefined
  const [width = 0, height = 0, size = 0] = [widthPx, heightPx, kilobytes].map((text) =>
    /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 0,
  )
  if (width === 0 || height === 0 || size === 0) {
    throw new UnreadableField('宽、高、大小要么都填（整数），要么都空着；没有保存。')
  }
  const background = Object.keys(backgroundWords).find((key): key is Background => key === form.get('background'))
  return { widthPx: width, heightPx: height, maxBytes: size * 1024, ...(background && { background }) }
}

type Background = keyof typeof backgroundWords

function districtOf(form: URLSearchParams, code: string): { onlinePayment: boolean; returnWorkDays?: number } {
  const limit = form.get(`limit-${code}`)
  return { onlinePayment: form.has(`online-${code}`), returnWorkDays: limit ? Number(limit) : undefined }
}

function contactsOf(form: URLSearchParams, code: string): Contact[] {
  const lines = (form.get(`contacts-${code}`) ?? '').split('\n').map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const [, name, phone, email] = /^(.+?)\s+(1\d{10})(?:\s+([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+))?$/.exec(line) ?? []
    if (!name || !phone)
      throw new UnreadableField(`“${line}”读不出来。请写成：姓名 11位手机号 邮箱（可以不写）；其他数据没有改动。`)
    return { name, phone, ...(email && { email }) }
  })
}
