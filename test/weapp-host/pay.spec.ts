import { Cashier } from '../end-to-end/payer.fixture'
import { type Driver, launch, PhoneStorage } from './index'
import { weappBuild } from './weapp-build.fixture'
import { phoneOf } from './weapp-phone.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(120_000)

interface Asked {
  package: string
  complete: (result: { errMsg: string }) => void
}
/** What the person and WeChat do in the cashier. */
type Plays = (asked: Asked, prepayId: string) => Promise<object>

let cashier: Cashier
let id: string
let storage: PhoneStorage
const phones: Driver[] = []

beforeAll(async () => {
  cashier = await Cashier.open('sqlite')
})
afterAll(() => cashier.close())
beforeEach(async () => {
  id = await cashier.accepted()
  storage = new PhoneStorage()
})
afterEach(() => {
  cashier.pay.behaveWell()
  for (const { host } of phones.splice(0)) {
    host.close()
    expect({ errors: host.log.errors, unknown: [...host.log.unknownApis] }).toEqual({ errors: [], unknown: [] })
  }
})

function open(plays: Plays = () => Promise.reject(new Error('no cashier was expected'))): Driver {
  const phone = phoneOf(cashier.world, cashier.app, 'li')
  const requestPayment = (options: object) => {
    const asked = options as Asked
    return plays(asked, asked.package.replace('prepay_id=', ''))
  }
  const url = `packages/apply/pages/pay/index?id=${id}`
  const app = launch(weappBuild, { ...phone, native: { ...phone.native, requestPayment }, storage, url })
  phones.push(app)
  return app
}

async function goesToPay(app: Driver): Promise<void> {
  await app.waitForText('请在 4月10日（周一）24:00 前缴费')
  await app.tap('去缴费 ¥120.00')
}

const orders = async () => (await cashier.channels(id)).length
const cancelled = () => Promise.reject(Object.assign(new Error('cancelled'), { errMsg: 'cancel' }))
const silent = () => new Promise<never>(() => undefined)

test('paid in WeChat: the receipt; a phone that draws nothing says how to keep it all the same', async () => {
  const app = open(async (_asked, prepayId) => cashier.pay.pay(prepayId).then(() => ({})))
  await goesToPay(app)
  await app.waitForText('微信支付单号')
  await app.tap('把凭证存成图片')
  await app.waitForText('请直接截屏保存')
  expect(await orders()).toBe(1)
})

test('[danger 15] WeChat says ok and has no money: 确认中; says cancel and has it: 已缴费', async () => {
  const unpaid = open(() => Promise.resolve({}))
  await goesToPay(unpaid)
  await unpaid.waitForText('确认中，请不要再付')
  expect(unpaid.findAll({ name: '去缴费 ¥120.00' })).toEqual([])
  unpaid.close()

  cashier.pay.switches.callbacks = 'never'
  storage = new PhoneStorage()
  id = await cashier.accepted()
  const app = open(async (_asked, prepayId) => cashier.pay.pay(prepayId).then(cancelled))
  await goesToPay(app)
  await app.waitForText('微信支付单号')
  expect(await orders()).toBe(1)
})

test('a cancel leaves the order as it is, and the same one goes on', async () => {
  let times = 0
  const app = open(async (_asked, prepayId) => {
    times += 1
    return times === 1 ? cancelled() : cashier.pay.pay(prepayId).then(() => ({}))
  })
  await goesToPay(app)
  await app.waitForText('您没有付款，微信没有收到钱')
  await app.tap('去缴费 ¥120.00')
  await app.waitForText('微信支付单号')
  expect([times, await orders()]).toEqual([2, 1])
})

test('[danger 16] an old iPhone that calls only complete: the button is free again', async () => {
  const app = open(({ complete }) => {
    complete({ errMsg: 'requestPayment:fail cancel' })
    return silent()
  })
  await goesToPay(app)
  await app.waitForText('您没有付款，微信没有收到钱')
  await app.find('去缴费 ¥120.00')
})

test('[danger 30] no permission: whom to call; order and deadline stay', async () => {
  const app = open(() => Promise.reject(Object.assign(new Error('refused'), { errMsg: 'no permission', errno: 102 })))
  await goesToPay(app)
  await app.waitForText(/微信现在不让这个小程序收款[^]*4月10日（周一）24:00 前缴费[^]*打电话/)
  expect(await cashier.state(id)).toBe('awaiting-payment')
})

test('the app is killed in the cashier after the money went: opened again it knows', async () => {
  cashier.pay.switches.callbacks = 'never'
  let paid = false
  const app = open(async (_asked, prepayId) => {
    await cashier.pay.pay(prepayId)
    paid = true
    return silent()
  })
  await goesToPay(app)
  await app.waitUntil(() => paid, 'the payer did not pay')
  app.close()
  await open().waitForText('微信支付单号')
  expect(await orders()).toBe(1)
})
