import { databaseKinds } from '../../bff/src/app.fixture'
import { goTo, ok } from '../end-to-end/applicant.fixture'
import { personOf } from '../sandbox/people'
import { at, Preview } from './preview.fixture'

describe.each(databaseKinds)('the desk of a unit contact, on %s', (kind) => {
  let preview: Preview

  beforeEach(async () => {
    preview = await Preview.open(kind)
    goTo(preview.world, '2023-03-21T09:00:00')
  })
  afterEach(() => preview.close())

  const api = (person: string) => preview.api(person)
  const phoneOf = (person: string, address?: string) => preview.signedIn(person, address)

  it('an ID number of another account: the unit contact decides, then it goes on', async () => {
    await (await api('li')).submitted()
    const draft = await (await api('zhao')).filled(4, { idNumber: personOf('li').idNumber })
    const phone = await phoneOf('zhao', at.review(draft.id))
    await phone.tap('确认无误，提交')
    await phone.sees('这个身份证号已经在另一个微信上用过')
    await phone.picture('bad-id-number-claimed')
    await api('zhang')
    const zhang = await phoneOf('zhang')
    await zhang.tap('示例·市直后勤服务中心')
    await zhang.sees('同一个身份证号，又有一个微信来申报')
    await zhang.picture('desk-claim')
    await zhang.tap('不是本人')
    await zhang.page.getByText('同一个身份证号').waitFor({ state: 'detached' })
    await phone.tap('确认无误，提交')
    await phone.sees('单位经办人确认这不是您本人的身份证号')
    await phone.picture('bad-claim-refused')
  })

  it('a contact of another unit sees nothing of the person', async () => {
    const { id } = await (await api('li')).submitted()
    await api('ma')
    const ma = await phoneOf('ma')
    await ma.tap('示例·市属医院')
    await ma.sees('现在没有等您审核的人')
    await ma.reopen(at.person(id))
    await ma.sees('不是您单位的')
    await ma.picture('bad-not-your-unit')
    expect(await ma.text()).not.toContain('李师傅')
  })

  it('another contact decided first: told so, nothing is decided twice', async () => {
    const { id } = await (await api('li')).submitted()
    const colleague = await api('zhang')
    const zhang = await phoneOf('zhang', at.approve(id))
    await zhang.sees('示例·李师傅')
    ok(await colleague.approve(ok(await colleague.get(`/unit-desk/applications/${id}`))))
    await zhang.tap('确认通过')
    await zhang.tap('马上送出')
    await zhang.sees('刚有别人先办了')
    expect(await zhang.find('button', '确认通过').count()).toBe(0)
    await zhang.picture('bad-decided-before')
  })

  it('the unit returns with its reasons, and the person is led to the field', async () => {
    const { id } = await (await api('li')).submitted()
    await api('zhang')
    const zhang = await phoneOf('zhang', at.giveBack(id))
    await zhang.tick('手机号')
    await zhang.choose('填写有误')
    await zhang.sees('12000001001')
    await zhang.picture('desk-return')
    await zhang.tap('退回 1 项')
    await zhang.sees('现在没有等您审核的人')
    const li = await phoneOf('li', at.status(id))
    await li.sees('退回了 1 项')
    await li.tap('手机号')
    await li.sees('退回原因：填写有误')
    expect(await li.page.getByLabel('姓名').isDisabled()).toBe(true)
    await li.picture('apply-basics-correction')
  })
})
