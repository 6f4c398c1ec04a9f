import fs from 'node:fs'
import path from 'node:path'
import { payRequest } from '../../../test/payment'
import Taro from '../../../test/mocks/taro'
import { type CashierResult } from './cashier-result'
import { openCashier } from './pay'

jest.mock('./pay', () => jest.requireActual('./pay.weapp'))

interface Cashier {
  complete?: (result?: { errMsg?: string }) => void
}
/** WeChat answers no promise to a call that has a callback; Taro's build for another WeChat may. */
const cashier = (requestPayment: (options: Cashier) => Promise<unknown> | undefined) =>
  Object.assign(Taro, { requestPayment: jest.fn(requestPayment) })
const never = new Promise<never>(() => undefined)

test('what the server signed goes to WeChat, that and nothing more', async () => {
  cashier(() => Promise.resolve({ errMsg: 'requestPayment:ok' }))
  await openCashier(Object.assign({ orderOfANewerServer: 1 }, payRequest))
  expect(Taro.requestPayment).toHaveBeenCalledWith({ ...payRequest, complete: expect.any(Function) })
})

test.each<[unknown, CashierResult]>([
  [{ errMsg: 'requestPayment:fail cancel' }, 'cancelled'],
  [{ errMsg: 'requestPayment:cancel' }, 'cancelled'],
  [{ errMsg: 'requestPayment:fail no permission' }, 'not-permitted'],
  [{ errMsg: 'requestPayment:fail jsapi has no permission', errno: 102 }, 'not-permitted'],
  [{ errMsg: 'requestPayment:fail', errno: 102 }, 'not-permitted'],
  [{ errMsg: 'requestPayment:fail banned' }, 'not-permitted'],
  [{ errMsg: 'requestPayment:fail 小程序支付能力已被限制' }, 'not-permitted'],
  [{ errMsg: 'requestPayment:fail (detail message)' }, 'failed'],
  [{}, 'failed'],
  [undefined, 'failed'],
])('%j is %s', async (error, result) => {
  cashier(() => Promise.reject(error))
  expect(await openCashier(payRequest)).toBe(result)
})

test.each<[string | undefined, CashierResult]>([
  ['requestPayment:fail cancel', 'cancelled'],
  ['requestPayment:ok', 'ok'],
  [undefined, 'failed'],
])('[danger 16] an old iPhone that calls only `complete` (%s) ends it too', async (errMsg, result) => {
  cashier((options) => {
    setTimeout(() => options.complete?.(errMsg === undefined ? undefined : { errMsg }), 0)
    return never
  })
  expect(await openCashier(payRequest)).toBe(result)
})

test('a WeChat without the call ends it as failed', async () => {
  cashier(() => {
    throw new TypeError('undefined is not a function')
  })
  expect(await openCashier(payRequest)).toBe('failed')
})

test.each<[string, (end: Promise<object>, options: Cashier) => Promise<unknown> | undefined]>([
  ['a callback', (end, options) => void end.then((result) => options.complete?.(result))],
  ['a promise', (end) => end],
  ['both', (end, options) => end.finally(() => options.complete?.({ errMsg: 'requestPayment:ok' }))],
])(
  '[danger 17] where WeChat answers by %s, it ends when WeChat has ended, not when the cashier opens',
  async (_by, answers) => {
    let pay: (result: object) => void = () => undefined
    const end = new Promise<object>((resolve) => (pay = resolve))
    cashier((options) => answers(end, options))
    let ended = false
    const outcome = openCashier(payRequest).finally(() => (ended = true))
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
    expect(ended).toBe(false)
    pay({ errMsg: 'requestPayment:ok' })
    expect(await outcome).toBe('ok')
  },
)

const sources = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(at)
    return /\.tsx?$/.test(at) && !/\.spec\.tsx?$/.test(at) ? [at] : []
  })

test('[danger 17] nothing but the one device file calls requestPayment; it never awaits the call beside its callback', () => {
  const calls = sources(path.resolve(__dirname, '../..')).flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/(await\s+)?\b\w+\.requestPayment\b/g)].map(([, awaited]) => ({
      file: path.basename(file),
      awaited: awaited !== undefined,
    })),
  )
  expect(calls).toEqual([{ file: 'pay.weapp.ts', awaited: false }])
})
