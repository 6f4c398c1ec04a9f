import { databaseKinds } from '../../bff/src/app.fixture'
import { goTo } from '../end-to-end/applicant.fixture'
import { Preview } from './preview.fixture'
import { agree, checkOneself, fillBasics, fillExperience, promise, signInAs } from './steps.fixture'
import { type WebPhone } from './web-phone.fixture'

describe.each(databaseKinds)('the main job on a phone, on %s', (kind) => {
  let preview: Preview
  let li: WebPhone
  let zhang: WebPhone

  beforeAll(async () => {
    preview = await Preview.open(kind)
  })
  afterAll(() => preview.close())

  it('goes from the self-check to the office and back, and the timeline shows every step', async () => {
    await selfCheckAndApply()
    await unitApproves()
    await officeReturns()
    await applicantMends()
    await officeAccepts()
  })

  async function selfCheckAndApply(): Promise<void> {
    goTo(preview.world, '2023-03-21T20:41:00')
    li = await preview.phone()
    await li.picture('home')
    await checkOneself(li)
    await li.sees('您今年可以申报：三级（高级工）')
    await li.picture('apply-verdict')
    await li.tap('准备材料')
    await li.sees('身份证')
    await li.picture('apply-papers')
    await li.tap('开始申报')
    await li.sees('申报分三步')
    await li.picture('apply-start')
    await signInAs(li, 'li')
    await li.sees('个人信息怎么用')
    await li.picture('apply-consents')
    await agree(li)
    await li.picture('apply-tasks-new')
    await fillBasics(li, 'li')
    await fillExperience(li)
    await li.tap('材料')
    await li.sees('要准备')
    await li.picture('apply-materials')
    await li.tap('知道了')
    await promise(li)
    await li.sees('都填好了')
    await li.picture('apply-tasks-done')
    await li.tap('核对并提交')
    await li.sees('请从头到尾看一遍')
    await li.picture('apply-review')
    await li.tap('确认无误，提交')
    await li.sees('申报已提交')
    await li.sees('单位经办人（示例·市直后勤服务中心）')
    await li.picture('apply-result')
  }

  async function unitApproves(): Promise<void> {
    goTo(preview.world, '2023-03-22T10:05:00')
    zhang = await preview.phone()
    await zhang.tab('我的')
    await zhang.picture('me-signed-out')
    await signInAs(zhang, 'zhang')
    await zhang.tap('用微信手机号')
    await zhang.page.locator('button[name=person][value=zhang]').click()
    await zhang.sees('我是经办人')
    await zhang.picture('me-contact')
    await zhang.tap('示例·市直后勤服务中心')
    await zhang.sees('待我审核 1')
    await zhang.picture('desk-list')
    await zhang.tap('示例·李师傅')
    await zhang.sees('本人填的情况')
    await zhang.picture('desk-person')
    expect(await zhang.text()).not.toMatch(/419999197501010018/)
    await zhang.tap('通过')
    await zhang.type('单位意见', '同意报考')
    await zhang.picture('desk-approve')
    await zhang.tap('确认通过')
    await zhang.sees('秒后送出')
    await zhang.picture('desk-approve-undo')
    await zhang.tap('马上送出')
    await zhang.sees('现在没有等您审核的人')
    await zhang.picture('desk-list-empty')
  }

  async function officeReturns(): Promise<void> {
    await li.tap('看进度')
    await li.sees('正在送往工考办，已保存，不用重复提交')
    await li.picture('track-sending')
    await preview.work()
    goTo(preview.world, '2023-03-23T15:20:00')
    preview.world.office.control.returnFor(recordNo(), [
      { item: 'facts.workStart', code: 'differs-from-file', text: '与档案不一致' },
    ])
    await preview.work()
  }

  const recordNo = () => preview.world.office.control.records()[0]?.recordNo ?? ''

  async function applicantMends(): Promise<void> {
    goTo(preview.world, '2023-03-24T19:00:00')
    await li.reopen()
    await li.sees('改好 1 项被退回的内容')
    await li.picture('home-returned')
    await li.tab('我的申报')
    await li.sees('1 项要改')
    await li.picture('applications-returned')
    await li.tap('1 项要改')
    await li.sees('退回了 1 项')
    await li.sees('3月27日（周一）24:00 前改好，还剩 1 个工作日')
    await li.picture('track-returned')
    await li.tap('参加工作时间')
    await li.spin('2005年', '8月')
    await li.picture('apply-fact')
    await li.tap('就这样，存好')
    await li.tap('改好了，重新提交')
    await li.sees('2005年8月')
    await li.picture('apply-review-correction')
    expect(await li.find('button', '姓名').count()).toBe(0)
    await li.tap('确认无误，重新提交')
    await li.sees('已重新提交')
    await preview.work()
    const record = preview.world.office.control.record(recordNo())
    expect(record?.content.facts['workStart']).toBe('2005-08')
  }

  async function officeAccepts(): Promise<void> {
    goTo(preview.world, '2023-03-25T09:00:00')
    preview.world.office.control.accept(recordNo())
    await preview.work()
    await li.tap('看进度')
    await li.sees('工考办审查通过')
    await li.picture('track-accepted')
    const shown = await li.text()
    const steps = ['工考办审查通过', '您改好并重新提交了', '工考办退回修改', '单位审核通过', '您提交了申报', '开始填写']
    const places = steps.map((step) => shown.lastIndexOf(step))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(shown).toContain('3月23日（周四）15:20')
  }
})
