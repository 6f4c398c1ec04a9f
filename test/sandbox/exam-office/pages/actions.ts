import { type FastifyReply, type FastifyRequest } from 'fastify'
import { type MovableClock } from '../../clock/clock'
import { formOf } from '../../server/forms'
import { Refusal } from '../contract/refusal'
import { type Reason } from '../contract/types'
import { type OfficeControl } from '../control'
import { beijingTime, momentOfField } from './beijing'
import { reasonRows } from './decision-forms'
import { moneyDataOf } from './money-part'
import { editOf } from './reference-edits'
import { UnreadableField } from './unreadable-field'
import { stepWords, word } from './words'

type Handler<P = unknown> = (request: FastifyRequest<{ Params: P }>, reply: FastifyReply) => Promise<FastifyReply>

/** Back to the page, which says what was done; so that loading it anew does nothing twice. */
function back(reply: FastifyReply, path: string, told: { done: string } | { not: string }): FastifyReply {
  return reply.redirect(`${path}?${new URLSearchParams(told)}`, 303)
}

const refusals: Readonly<Record<string, string>> = {
  'not-possible-now': '这份申报已经结束，没有改动。',
  'invalid-request': '没有保存：有一处不合要求。请看看填的内容再保存。',
  'not-found': '没有这份申报。',
}

/** Runs `work`; a refusal is told in words, anything else is a fault of ours. */
function tell(reply: FastifyReply, path: string, work: () => string): FastifyReply {
  try {
    return back(reply, path, { done: work() })
  } catch (error) {
    if (error instanceof UnreadableField) return back(reply, path, { not: error.message })
    if (error instanceof Refusal) return back(reply, path, { not: refusals[error.code] ?? error.message })
    throw error
  }
}

export function recordAction(control: OfficeControl): Handler<{ recordNo: string }> {
  return async (request, reply) => {
    const form = formOf(request)
    const { recordNo } = request.params
    return tell(reply, `/records/${recordNo}`, () => {
      const type = form.get('type') ?? ''
      const reasons = reasonsOf(form)
      if (type === 'returned' && reasons.length === 0) throw new UnreadableField('请至少选一处要改的地方，再退回。')
      control.decide(recordNo, { type, reasons, data: moneyDataOf(type, form) ?? dataOf(form) })
      return `已办理：${word(stepWords, type)}。报名系统几秒钟内会知道。`
    })
  }
}

/** Of the numbered rows, and of the pages and papers beside which a reason was picked. */
function reasonsOf(form: URLSearchParams): Reason[] {
  const rows = reasonRows.flatMap((row) => {
    const item = form.get(`item${row}`)
    return item ? [{ item, code: form.get(`code${row}`) ?? 'other', text: form.get(`text${row}`)?.trim() ?? '' }] : []
  })
  const picked = [...form].flatMap(([name, code]) => {
    const [, item] = /^reason:((?:papers|pages)\..+)$/.exec(name) ?? []
    return item && code ? [{ item, code, text: form.get(`words:${item}`)?.trim() ?? '' }] : []
  })
  return [...rows, ...picked]
}

function dataOf(form: URLSearchParams): Record<string, unknown> {
  const text = form.get('data')?.trim()
  if (!text) return {}
  try {
    const data: unknown = JSON.parse(text)
    if (data && typeof data === 'object' && !Array.isArray(data)) return { ...data }
  } catch {
    // Told below.
  }
  throw new UnreadableField('附带数据不是 JSON 对象，没有发出。请改好再发，或者空着。')
}

export function referenceAction(control: OfficeControl, clock: MovableClock): Handler<{ section: string }> {
  return async (request, reply) =>
    tell(reply, '/reference', () => {
      const edit = editOf(request.params.section, formOf(request), control.reference(), clock.now())
      if (!edit) throw new UnreadableField('没有这一部分，没有改动。')
      control.changeReference(edit)
      return '已保存。报名系统下次来取时会得到新的一份。'
    })
}

export function clockAction(clock: MovableClock): Handler {
  return async (request, reply) => {
    const form = formOf(request)
    const until = momentOfField(form.get('until') ?? '')
    const ms = until === undefined ? Number(form.get('ms')) : until - clock.now()
    if (!clock.advance || !Number.isFinite(ms) || ms <= 0) {
      return back(reply, '/clock', { not: '时钟只能往前拨，没有改动。' })
    }
    return back(reply, '/clock', { done: `现在是 ${beijingTime(await clock.advance(Math.ceil(ms)))}。` })
  }
}

export function faultAction(control: OfficeControl): Handler {
  return async (request, reply) => {
    const form = formOf(request)
    control.behaveWell()
    if (form.has('well')) return back(reply, '/clock', { done: '已恢复正常。' })
    const { switches } = control
    for (const key of [
      'fail',
      'failAfter',
      'cutAfter',
      'conflict',
      'garbage',
      'badSignature',
      'feedTwice',
      'feedGap',
      'slowMs',
    ] as const) {
      const value = Number(form.get(key))
      if (Number.isSafeInteger(value) && value > 0) switches[key] = Math.min(value, 600_000)
    }
    switches.down = oneOf(form.get('down'), ['no', 'unavailable', 'unreachable'])
    switches.appliesTo = oneOf(form.get('appliesTo'), ['all', 'writes', 'reads'])
    switches.nudge = oneOf(form.get('nudge'), ['on', 'off', 'twice', 'bad-signature'])
    return back(reply, '/clock', { done: '已设定。' })
  }
}

function oneOf<const T extends string>(text: string | null, values: readonly [T, ...T[]]): T {
  return values.find((value) => value === text) ?? values[0]
}
