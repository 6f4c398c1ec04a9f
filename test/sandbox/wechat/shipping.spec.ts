import { standingClock } from '../clock/clock'
import { openidOf, personOf } from '../people'
import { type RunningWechat, sampleApps, startWechat } from './start-wechat'

const [app, otherApp] = sampleApps
if (!app || !otherApp) throw new Error('Two sample apps are needed.')

describe('发货信息录入 at the WeChat stand-in', () => {
  let wechat: RunningWechat
  let token: string
  beforeEach(async () => {
    wechat = await startWechat({ clock: standingClock() })
    token = await tokenOf(app)
  })
  afterEach(() => wechat.close())

  const post = async (path: string, body: unknown): Promise<any> =>
    JSON.parse(await (await fetch(wechat.url + path, { method: 'POST', body: JSON.stringify(body) })).text())
  const tokenOf = async (of: object): Promise<string> =>
    (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', ...of })).access_token
  const path = '/wxa/sec/order/upload_shipping_info?access_token='
  const upload = (body: unknown, given = token) => post(path + given, body)
  const openid = openidOf(personOf('li'), app.appid)
  const report = {
    order_key: { order_number_type: 2, transaction_id: '4200000000000000000000000001' },
    logistics_type: 3,
    delivery_mode: 1,
    shipping_list: [{ item_desc: '三级考务费' }],
    upload_time: '2023-04-03T10:05:00+08:00',
    payer: { openid },
  }

  it('takes a report, and tells of the same one that it changes nothing', async () => {
    expect(await upload(report)).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(await upload(report)).toMatchObject({ errcode: 10060023 })
    expect(wechat.control.shipments()).toEqual([
      {
        transactionId: '4200000000000000000000000001',
        openid,
        description: '三级考务费',
        uploadTime: '2023-04-03T10:05:00+08:00',
      },
    ])
  })

  it('takes another report about the same payment once, and no third', async () => {
    const later = (minute: number) => ({ ...report, upload_time: `2023-04-03T10:0${minute}:00+08:00` })
    const codes = [await upload(report), await upload(later(6)), await upload(later(7))].map(({ errcode }) => errcode)
    expect(codes).toEqual([0, 0, 10060003])
  })

  const wrong: [string, object, number][] = [
    ['a field that is not documented', { is_urgent: true }, 47001],
    ['an unknown field in the order', { order_key: { ...report.order_key, appid: app.appid } }, 47001],
    ['a tracking number for what is not sent', { shipping_list: [{ item_desc: '费', tracking_no: '1' }] }, 47001],
    ['no list', { shipping_list: { item_desc: '费' } }, 47001],
    ['no payer', { payer: undefined }, 47001],
    ['another kind of number', { order_key: { ...report.order_key, order_number_type: '2' } }, 268485194],
    ['no transaction', { order_key: { order_number_type: 2, transaction_id: '' } }, 268485195],
    ['goods', { logistics_type: 1 }, 10060005],
    ['several deliveries', { delivery_mode: 2 }, 268485224],
    ['two lists', { shipping_list: [{ item_desc: '费' }, { item_desc: '费' }] }, 268485228],
    ['no words', { shipping_list: [{ item_desc: '' }] }, 10060008],
    ['too many words', { shipping_list: [{ item_desc: '费'.repeat(121) }] }, 10060009],
    ['a time without zone', { upload_time: '2023-04-03T10:05:00' }, 268485216],
    ['a time with a space', { upload_time: '2023-04-03 10:05:00+08:00' }, 268485216],
    ['nobody', { payer: { openid: 'o-unknown' } }, 40003],
    ['an openid of another app', { payer: { openid: openidOf(personOf('li'), otherApp.appid) } }, 40003],
  ]
  it.each(wrong)('refuses %s', async (_, changes, errcode) => {
    expect(await upload({ ...report, ...changes })).toMatchObject({ errcode })
    expect(wechat.control.shipments()).toEqual([])
  })

  it('asks for a token that is valid, and for POST', async () => {
    expect(await upload(report, '')).toMatchObject({ errcode: 41001 })
    expect(await upload(report, 'x'.repeat(512))).toMatchObject({ errcode: 40001 })
    wechat.control.expireTokens()
    expect(await upload(report)).toMatchObject({ errcode: 42001 })
    expect(JSON.parse(await (await fetch(wechat.url + path + token)).text())).toMatchObject({ errcode: 43002 })
  })

  it('does not know a payment yet, or cannot ship for it, where it is told so', async () => {
    wechat.control.switches.unknownPayments = 1
    expect(await upload(report)).toMatchObject({ errcode: 10060001 })
    wechat.control.switches.unshippable = true
    expect(await upload(report)).toMatchObject({ errcode: 10060004 })
    wechat.control.switches.unshippable = false
    expect(await upload(report)).toMatchObject({ errcode: 0 })
  })
})
