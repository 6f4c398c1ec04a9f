import { personOf } from '../sandbox/people'
import { photo } from '../end-to-end/photo.fixture'
import { type Preview } from './preview.fixture'
import { type WebPhone } from './web-phone.fixture'

type Answer = (phone: WebPhone) => Promise<void>

const pick =
  (option: string): Answer =>
  async (phone) => {
    await phone.choose(option)
    await phone.tap('下一题')
  }
const month =
  (year: string, monthOfYear: string): Answer =>
  async (phone) => {
    await phone.spin(year, monthOfYear)
    await phone.tap('下一题')
  }

const grade4Certificate: Answer = async (phone) => {
  await phone.tap('添加一本证书')
  await phone.tap('下一步')
  await phone.choose('四级（中级工）')
  await phone.tap('下一步')
  await phone.sees('证书上是哪个工种？')
  await phone.tap('下一步')
  await phone.spin('2020年', '12月')
  await phone.picture('apply-certificate-date')
  await phone.tap('存这本证书')
  await phone.tap('就这些，下一题')
}

/** 李师傅, a storekeeper since September 2005 with a grade-4 certificate. */
const liAnswers: Record<string, Answer> = {
  '您现在干什么工种？': pick('保管工'),
  '您和单位是什么用工关系？': pick('单位直接签聘用合同'),
  '您现在在岗吗？': pick('在岗'),
  '您的性别？': pick('男'),
  '您是哪年哪月出生的？': month('1975年', '1月'),
  '您办过退休手续了吗？': pick('没有'),
  '您是哪年哪月参加工作的？': month('2005年', '9月'),
  '您有哪些等级证书？': grade4Certificate,
  '您要申报哪个工种？': pick('保管工'),
  '您是哪年哪月转正定级的？': month('2006年', '9月'),
  '您的文化程度？': pick('普通高中'),
  '您的单位是事业单位还是机关？': pick('事业单位'),
  '单位认可您的技艺水平较高吗？': pick('是'),
  '您得过下面这些奖励吗？': (phone) => phone.tap('都没有'),
  '您有下面这些防疫一线经历吗？': pick('都没有'),
  '您报名工考时，被查出过虚假材料吗？': pick('没有'),
  '单位同意您申报吗？（单位审核）': pick('同意'),
}

const questionOf = (phone: WebPhone) =>
  phone.page.locator('.question__title').filter({ visible: true }).first().innerText()

/** From the home page to the verdict, one question after the other. */
export async function checkOneself(phone: WebPhone): Promise<void> {
  await phone.tap('开始自查')
  for (let asked = 0; asked < 30; asked += 1) {
    const question = await questionOf(phone)
    const answer = liAnswers[question]
    if (!answer) throw new Error(`no answer is given to “${question}”`)
    if (asked === 0) await phone.picture('apply-question')
    await answer(phone)
    await phone.page.waitForFunction(
      (before) =>
        window.location.href.includes('/verdict/') ||
        Array.from(document.querySelectorAll('.question__title')).some(
          (title) => title instanceof HTMLElement && title.offsetParent !== null && title.innerText !== before,
        ),
      question,
    )
    if (phone.page.url().includes('/verdict/')) return
  }
  throw new Error('the self-check does not end')
}

/** Through the preview's page that plays WeChat. */
export async function signInAs(phone: WebPhone, person: string): Promise<void> {
  await phone.tap('微信登录')
  await phone.page.locator(`button[name=person][value=${person}]`).click()
}

/** Both consents; then there is a draft. */
export async function agree(phone: WebPhone): Promise<void> {
  await phone.tick('我看过了，同意这样使用我的个人信息')
  await phone.tick('我单独同意使用我的身份证号')
  await phone.tap('同意，开始填写')
  await phone.title('申报表')
  await phone.sees('基本信息')
}

export async function fillBasics(phone: WebPhone, person: string): Promise<void> {
  const { name, idNumber, phone: number } = personOf(person)
  await phone.tap('基本信息')
  await phone.type('姓名', name)
  await phone.type('身份证号', idNumber)
  await phone.type('手机号', number)
  await phone.tap('工作单位')
  await phone.choose('示例·市直后勤服务中心')
  await phone.picture('apply-unit')
  await phone.tap('就是这个单位')
  await phone.sees('示例·市直后勤服务中心')
  await phone.picture('apply-basics')
  await phone.tap('填好了')
  await phone.title('申报表')
}

export async function fillExperience(phone: WebPhone): Promise<void> {
  await phone.tap('工作经历')
  await phone.tap('添加第一段')
  await phone.sees('这一段从哪年哪月开始？')
  await phone.tap('下一步')
  await phone.sees('到什么时候？')
  await phone.picture('apply-experience-until')
  await phone.tap('下一步')
  await phone.type('单位名称', '示例·市直后勤服务中心')
  await phone.tap('下一步')
  await phone.sees('做什么工作？')
  await phone.tap('存这一段')
  await phone.sees('再添加一段')
  await phone.picture('apply-experience')
  await phone.tap('就这些')
  await phone.title('申报表')
}

export async function promise(phone: WebPhone): Promise<void> {
  await phone.tap('承诺')
  await phone.tick('我看过了，我承诺')
  await phone.picture('apply-declaration')
  await phone.tap('好了')
  await phone.title('申报表')
}

const shot = async (page: number) => ({ buffer: await photo(page) })

/** Both sides of the ID card by the camera, one after the other; the second lay on its side and is turned. */
export async function photographIdCard(phone: WebPhone, { app }: Preview): Promise<void> {
  await phone.tap('开始拍第一份')
  await phone.sees('不用拍照的办法')
  await phone.picture('apply-paper-empty')
  await phone.gives('拍照', await shot(1))
  await phone.sees('字看得清吗')
  await phone.page.screenshot({ path: phone.pathOf('apply-paper-shot') })
  await phone.tap('用这张')
  await phone.gives('拍第 2 页', await shot(2))
  await phone.find('button', '旋转').last().click()
  await phone.tap('用这张')
  await phone.sees('第 2 页')
  await app.makePictures()
  await phone.page
    .locator('.page-card', { hasText: '第 2 页' })
    .getByText('可用')
    .or(phone.page.getByText('提示'))
    .first()
    .waitFor()
  await phone.picture('apply-paper-checked')
  await phone.tap('好了，回去')
}

/** Three pages at once from the album; the middle one is no good and goes, the last one comes to the front. */
export async function pickWorkYears(phone: WebPhone): Promise<void> {
  await phone.tap('继续拍下一份')
  await phone.sees('不用拍照的办法')
  await phone.gives('从相册选', await shot(3), await shot(4), await shot(5))
  await phone.sees('第 3 页')
  await phone.tap('第 2 页，删除')
  await phone.page.getByText('删除', { exact: true }).last().click()
  await phone.page.getByText('第 3 页').waitFor({ state: 'detached' })
  await phone.tap('第 2 页，前移')
  await phone.picture('apply-paper-album')
  await phone.tap('这份拍好了')
}
