import { databaseKinds } from '../../bff/src/app.fixture'
import { goTo } from '../end-to-end/applicant.fixture'
import { photo } from '../end-to-end/photo.fixture'
import { Preview } from './preview.fixture'
import {
  agree,
  checkOneself,
  fillBasics,
  fillExperience,
  photographIdCard,
  pickWorkYears,
  promise,
  signInAs,
} from './steps.fixture'
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
    await li.sees('还差 2 份材料')
    await li.picture('apply-materials')
    await photographIdCard(li, preview)
    await li.sees('还差 1 份材料')
    await pickWorkYears(li)
    await li.picture('apply-materials-checking')
    await li.tap('好了，回去')
    await promise(li)
    await li.sees('都填好了')
    await li.picture('apply-tasks-done')
    await li.tap('核对并提交')
    await li.sees('请从头到尾看一遍')
    await li.picture('apply-review')
    await li.tap('确认无误，提交')
    await li.sees(/还有 .*在检查，好了会自动提交/)
    await li.picture('apply-review-waiting')
    await preview.app.makePictures()
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
    await zhang.sees('身份证')
    await zhang.picture('desk-person')
    await zhang.tap('看身份证，第 1 页')
    await zhang.page.screenshot({ path: zhang.pathOf('desk-page') })
    await zhang.tap('看完了')
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
      { item: `pages.${returnedPage()}`, code: 'unreadable', text: '字看不清' },
    ])
    await preview.work()
  }

  const recordNo = () => preview.world.office.control.records()[0]?.recordNo ?? ''

  const pagesAtOffice = () => preview.world.office.control.record(recordNo())?.content.documents ?? []
  const returnedPage = () => pagesAtOffice()[0]?.id ?? ''

  async function applicantMends(): Promise<void> {
    goTo(preview.world, '2023-03-24T19:00:00')
    await li.reopen()
    await li.sees('改好 2 项被退回的内容')
    await li.picture('home-returned')
    await li.tab('我的申报')
    await li.sees('2 项要改')
    await li.picture('applications-returned')
    await li.tap('2 项要改')
    await li.sees('退回了 2 项')
    await li.sees('3月27日（周一）24:00 前改好，还剩 1 个工作日')
    await li.picture('track-returned')
    await li.tap('参加工作时间')
    await li.spin('2005年', '8月')
    await li.picture('apply-fact')
    await li.tap('就这样，存好')
    await retakesThePage()
    await li.tap('改好了，重新提交')
    await li.sees('2005年8月')
    await li.picture('apply-review-correction')
    expect(await li.find('button', '姓名').count()).toBe(0)
    await li.tap('确认无误，重新提交')
    await li.sees('已重新提交')
    await preview.work()
    const record = preview.world.office.control.record(recordNo())
    expect(record?.content.facts['workStart']).toBe('2005-08')
    const { control } = preview.world.office
    expect(pagesAtOffice().map(({ kind, page }) => `${kind} ${page}`)).toEqual([
      'id-card 1',
      'id-card 2',
      'work-years-evidence 1',
      'work-years-evidence 2',
    ])
    for (const { id, bytes } of pagesAtOffice()) expect(control.document(recordNo(), id)).toHaveLength(bytes)
    expect(Object.values(control.pageCalls(recordNo())).map(({ calls }) => calls)).toEqual([1, 1, 1, 1, 1])
  }

  /** Only the page that was returned may be taken again. */
  async function retakesThePage(): Promise<void> {
    const old = returnedPage()
    await li.tap('身份证')
    await li.sees('字看不清')
    await li.picture('apply-paper-returned')
    expect(await li.find('button', '第 2 页，重拍').count()).toBe(0)
    await li.tap('重拍第 1 页')
    await li.gives('拍照', { buffer: await photo(8) })
    await li.tap('用这张')
    await preview.app.makePictures()
    await li.tap('好了，回去')
    await li.title('申报进度')
    expect(pagesAtOffice().map(({ id }) => id)).toContain(old)
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
