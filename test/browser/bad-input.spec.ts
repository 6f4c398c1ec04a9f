import { databaseKinds } from '../../bff/src/app.fixture'
import { goTo, ok } from '../end-to-end/applicant.fixture'
import { personOf } from '../sandbox/people'
import { at, Preview } from './preview.fixture'

describe.each(databaseKinds)('what goes wrong on a phone, on %s', (kind) => {
  let preview: Preview

  beforeEach(async () => {
    preview = await Preview.open(kind)
    goTo(preview.world, '2023-03-21T09:00:00')
  })
  afterEach(() => preview.close())

  const api = (person: string) => preview.api(person)
  const phoneOf = (person: string, address?: string) => preview.signedIn(person, address)
  const recordNo = () => preview.world.office.control.records()[0]?.recordNo ?? ''

  it('an ID number with a wrong checksum is told beside its field, and taken once it is right', async () => {
    const draft = await (await api('li')).draft()
    const phone = await phoneOf('li', at.basics(draft.id))
    const { idNumber } = personOf('li')
    await phone.type('身份证号', idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1'))
    await phone.sees('身份证号有一位填错了')
    await phone.picture('bad-id-number')
    await phone.type('身份证号', `${idNumber.slice(0, 6)} ${idNumber.slice(6)}`)
    await phone.page.getByText('身份证号有一位填错了').waitFor({ state: 'detached' })
    expect(await phone.page.getByLabel('身份证号').inputValue()).toBe(idNumber)
  })

  it('the birth dates of ID number and personnel file may differ: shown, not refused', async () => {
    const draft = await (await api('li')).filled(3, { idNumber: personOf('chen').idNumber })
    const phone = await phoneOf('li', at.basics(draft.id))
    await phone.sees('身份证号上是 1968年4月18日出生')
    await phone.picture('birth-date-differs')
  })

  it('a submission at 24:00 of the last day is refused with the hour, and nothing is lost', async () => {
    const draft = await (await api('li')).filled()
    const phone = await phoneOf('li', at.review(draft.id))
    await phone.sees('示例·李师傅')
    goTo(preview.world, '2023-03-29T00:00:00')
    await phone.tap('确认无误，提交')
    await phone.sees('网上报名已经截止（3月28日（周二）24:00）')
    await phone.picture('bad-registration-closed')
    await phone.sees('示例·李师傅')
  })

  it('the verdict of the server beside that of the phone: nothing is lost, and one may go on', async () => {
    const draft = await (await api('zhao')).filled(4)
    const phone = await phoneOf('zhao')
    await phone.tab('首页')
    await phone.sees('2023 年度安排')
    await phone.page.waitForFunction(() => JSON.stringify(localStorage).includes('referenceVersion'))
    preview.world.office.control.changeReference({ pins: { 'work-years-count': 'calendar-years' } })
    preview.world.clock.advance(3_600_000)
    await preview.work()
    await phone.reopen(at.review(draft.id))
    await phone.tap('确认无误，提交')
    await phone.sees('两边算的结果不一样')
    await phone.picture('bad-verdict-differs')
    await phone.tap('按审核系统的结果提交')
    await phone.sees('申报已提交')
  })

  it('two taps and a lost answer make one application', async () => {
    const draft = await (await api('li')).filled()
    const phone = await phoneOf('li', at.review(draft.id))
    await phone.page.route('**/submission', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await phone.find('button', '确认无误，提交').dblclick()
    await phone.sees('不会重复')
    await phone.picture('bad-no-answer')
    await phone.page.unroute('**/submission')
    await phone.reopen(at.review(draft.id))
    await phone.sees('申报已提交')
    const zhang = await api('zhang')
    const { items } = ok<{ items: unknown[] }>(await zhang.get('/unit-desk/applications?group=for-me'))
    expect(items).toHaveLength(1)
  })

  it('two phones on one draft: both words are shown, and the person chooses', async () => {
    const draft = await (await api('li')).filled()
    const [one, other] = [await phoneOf('li', at.basics(draft.id)), await phoneOf('li', at.basics(draft.id))]
    await one.sees('姓名')
    await other.type('姓名', '示例·另一部')
    await other.tap('填好了')
    await other.title('申报表').catch(() => undefined)
    await one.type('姓名', '示例·这一部')
    await one.sees('这份申报刚在别的手机上改过')
    await one.sees('示例·另一部')
    await one.sees('示例·这一部')
    await one.picture('bad-two-phones')
    await one.tap('用这部手机的')
    await one.page.getByLabel('姓名').waitFor()
    await expectName(draft.id, '示例·这一部')
  })

  const expectName = async (id: string, name: string) => {
    const li = await api('li')
    const stored = async () => (await li.view(id)).form.name
    for (let tries = 0; tries < 50 && (await stored()) !== name; tries += 1) continue
    expect(await stored()).toBe(name)
  }

  it('without network what is typed stays on the phone, and goes to the server once there is one', async () => {
    const draft = await (await api('li')).filled()
    const phone = await phoneOf('li', at.basics(draft.id))
    await phone.sees('姓名')
    await phone.context.setOffline(true)
    await phone.type('姓名', '示例·没网时填的')
    await phone.sees('还没送到服务器')
    await phone.picture('offline-kept')
    await phone.context.setOffline(false)
    await phone.reopen(at.basics(draft.id))
    expect(await phone.page.getByLabel('姓名').inputValue()).toBe('示例·没网时填的')
    await expectName(draft.id, '示例·没网时填的')
  })

  it('a correction after its limit is told with whom to call, and nothing can be changed', async () => {
    const id = await returnedByOffice()
    goTo(preview.world, '2023-03-28T09:00:00')
    const phone = await phoneOf('li', at.status(id))
    await phone.sees('改正的期限已经过了')
    await phone.picture('bad-limit-passed')
    expect(await phone.find('button', '改好了，重新提交').count()).toBe(0)
  })

  async function returnedByOffice(): Promise<string> {
    const { id } = await (await api('li')).submitted()
    const zhang = await api('zhang')
    ok(await zhang.approve(ok(await zhang.get(`/unit-desk/applications/${id}`))))
    await preview.work()
    goTo(preview.world, '2023-03-23T15:20:00')
    preview.world.office.control.returnFor(recordNo(), [
      { item: 'form.name', code: 'differs-from-file', text: '与档案不一致' },
    ])
    await preview.work()
    return id
  }

  it('while the office is away it waits, is shown so, and arrives once', async () => {
    const { id } = await (await api('li')).submitted()
    const zhang = await api('zhang')
    preview.world.office.control.switches.down = 'unreachable'
    ok(await zhang.approve(ok(await zhang.get(`/unit-desk/applications/${id}`))))
    await preview.work()
    const phone = await phoneOf('li', at.status(id))
    await phone.sees('不用重复提交')
    preview.world.office.control.behaveWell()
    preview.world.clock.advance(3_600_000)
    await preview.work()
    await phone.reopen(at.status(id))
    await phone.sees('编号')
    expect(preview.world.office.control.records()).toHaveLength(1)
  })

  it('[danger 41] where WeChat gives no phone number, one types it', async () => {
    preview.world.wechat.control.switches.failPhone = true
    const phone = await phoneOf('li')
    await phone.tap('用微信手机号')
    await phone.page.locator('button[name=person][value=li]').click()
    await phone.sees('微信暂时给不了手机号')
    await phone.type('手机号', '120 0000 1001')
    await phone.picture('me-phone-typed')
    await phone.tap('存下这个手机号')
    await phone.sees('您自己填的，没有验证')
  })

  it('withdraws after the consequences were read', async () => {
    const { id } = await (await api('li')).submitted()
    const phone = await phoneOf('li', at.status(id))
    await phone.tap('撤回这份申报')
    await phone.sees('撤回以后')
    await phone.picture('track-withdraw')
    await phone.tap('确定撤回')
    await phone.sees('已撤回')
    await phone.picture('track-withdrawn')
  })

  it('an unfinished form does not go out, and says what is missing', async () => {
    const draft = await (await api('li')).draft()
    const phone = await phoneOf('li', at.review(draft.id))
    await phone.sees('还没填好：基本信息、工作经历、材料、承诺')
    await phone.picture('review-unfinished')
    await phone.reopen(at.tasks(draft.id))
    await phone.sees('还差：姓名、身份证号、手机号、工作单位')
  })
})
