import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { day, hour, minute, payWorld, type PayWorld, refusalOf } from '../pay-world.fixture'
import { allColumns } from './columns'

describe("a day's bill", () => {
  let world: PayWorld
  beforeEach(async () => (world = await payWorld()))
  afterEach(() => world.shut())

  const ask = (date = '2023-03-20', more = '&bill_type=ALL&tar_type=GZIP') =>
    world.call('GET', `/v3/bill/tradebill?bill_date=${date}${more}`)
  const nextDayAtTen = () => world.clock.advance(day + hour)
  const download = (url: string) => world.call('GET', url.slice(world.pay.url.length))

  it('says what was paid and refunded, in yuan, each cell after a back tick; its SHA1 is of the unzipped bytes', async () => {
    const number = await world.paid({ description: '考试费,笔试"甲"\n第二行', attach: '申报1' })
    await world.refund(number, { amount: { refund: 5, total: 18_000, currency: 'CNY' } })
    await world.control.settleRefund(`R${number}`, 'SUCCESS')
    await world.ordered()
    nextDayAtTen()
    const { body, trusted } = await ask()
    expect([trusted, body.hash_type]).toEqual([true, 'SHA1'])
    const { headers, bytes } = await download(body.download_url)
    expect(headers.get('wechatpay-signature')).toBeNull()
    const csv = gunzipSync(bytes)
    expect(createHash('sha1').update(csv).digest('hex')).toBe(body.hash_value)
    const text = csv.toString()
    const order = world.control.order(number)
    const [refund] = order?.refunds ?? []
    const quoted = '"`考试费,笔试""甲""\n第二行"'
    const front = `\`2023-03-20 09:00:00,\`wx0000000000000001,\`1900000109,\`0,\`,\`${order?.transactionId},\`${number},\`oSampleOpenid000000000000001,\`JSAPI`
    expect(text.startsWith('\ufeff交易时间,')).toBe(true)
    expect(text.slice(1).split('\r\n')).toEqual([
      allColumns.join(','),
      `${front},\`SUCCESS,\`OTHERS,\`CNY,\`180.00,\`0.00,\`0,\`0,\`0.00,\`0.00,\`,\`,${quoted},\`申报1,\`1.08000,\`0.60%,\`180.00,\`0.00,\``,
      `${front},\`REFUND,\`OTHERS,\`CNY,\`0.00,\`0.00,\`${refund?.refundId},\`R${number},\`0.05,\`0.00,\`ORIGINAL,\`SUCCESS,${quoted},\`申报1,\`-0.00030,\`0.60%,\`0.00,\`0.05,\``,
      '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
      '`2.0,`180.00,`0.05,`0.00,`1.07970,`180.00,`0.05',
      '',
    ])
    expect(allColumns).toHaveLength(27)
  })

  it('is made at ten the next day; a day without trade has none; the wrong hash is on request', async () => {
    await world.paid()
    expect((await ask()).body.code).toBe('PARAM_ERROR')
    world.clock.advance(day)
    expect(refusalOf(await ask())).toEqual({ status: 400, code: 'STATEMENT_CREATING', trusted: true })
    world.clock.advance(hour)
    expect((await ask()).status).toBe(200)
    expect(refusalOf(await ask('2023-03-19'))).toEqual({ status: 400, code: 'NO_STATEMENT_EXIST', trusted: true })
    world.control.switches.bill = 'wrong-hash'
    const { body } = await ask()
    const { bytes } = await download(body.download_url)
    expect(createHash('sha1').update(gunzipSync(bytes)).digest('hex')).not.toBe(body.hash_value)
    for (const [bill, code] of [
      ['creating', 'STATEMENT_CREATING'],
      ['none', 'NO_STATEMENT_EXIST'],
    ] as const) {
      world.control.switches.bill = bill
      expect((await ask()).body.code).toBe(code)
    }
  })

  it('has other columns for payments only and refunds only', async () => {
    const number = await world.paid()
    await world.refund(number)
    nextDayAtTen()
    const columns = async (type: string) => {
      const { bytes } = await download((await ask('2023-03-20', `&bill_type=${type}`)).body.download_url)
      return bytes.toString().slice(1).split('\r\n')
    }
    const [success, refund] = [await columns('SUCCESS'), await columns('REFUND')]
    expect([success[0]?.split(',').length, refund[0]?.split(',').length]).toEqual([20, 29])
    expect([success.length, refund.length]).toEqual([5, 5])
  })

  it.each(['2023-3-20', '2023-02-30', '2022-11-01', '2023-04-01', ''])(
    'bill_date %j is a PARAM_ERROR',
    async (date) => {
      nextDayAtTen()
      expect((await ask(date)).body.code).toBe('PARAM_ERROR')
    },
  )

  it('its address works for five minutes', async () => {
    await world.paid()
    nextDayAtTen()
    const { body } = await ask()
    world.clock.advance(5 * minute + 1)
    expect((await download(body.download_url)).body.code).toBe('RESOURCE_NOT_EXISTS')
  })
})
