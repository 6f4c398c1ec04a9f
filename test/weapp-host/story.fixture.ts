import type { RunningApp } from '../../bff/src/app.fixture'
import { photo } from '../end-to-end/photo.fixture'
import { personOf } from '../sandbox/people'
import type { Driver } from './index'
import { answerAll, liAnswers } from './self-check.fixture'

/** From the first tap to the papers of the grade that 李师傅 can apply for. */
export async function checkHimself(app: Driver) {
  await app.tap('开始自查')
  await app.waitForText('您现在干什么工种？')
  await answerAll(app, liAnswers)
  await app.waitForText('您今年可以申报：三级（高级工）')
  await app.tap('准备材料')
  await app.waitForText('身份证')
}

/** Both consents, each by a tick of its own; then there is a draft. */
export async function begin(app: Driver) {
  await app.tap('开始申报')
  await app.tap('我看过了，同意这样使用我的个人信息')
  await app.tap('我单独同意使用我的身份证号和材料照片')
  await app.tap('同意，开始填写')
  await app.waitForPage('packages/apply/pages/tasks/index')
  await app.waitForText('申报三级（高级工）')
}

export async function fillBasics(app: Driver, person: string) {
  const { name, idNumber, phone } = personOf(person)
  await app.tap('基本信息')
  await app.waitForPage('packages/apply/pages/basics/index')
  await app.input('姓名', name)
  await app.input('身份证号', idNumber)
  await app.input('手机号', phone)
  await app.tap({ name: '选', nth: 0 })
  await app.waitForPage('packages/apply/pages/unit/index')
  await app.tap(/^示例·市直后勤服务中心/)
  await app.tap('就是这个单位')
  await app.waitForPage('packages/apply/pages/basics/index')
  await app.waitForText('示例·市直后勤服务中心')
  await app.tap('填好了')
  await app.waitForPage('packages/apply/pages/tasks/index')
}

export async function fillExperience(app: Driver) {
  await app.tap('工作经历')
  await app.tap('添加第一段')
  await app.waitForText('这一段从哪年哪月开始？')
  await app.tap('下一步')
  await app.waitForText('到什么时候？')
  await app.tap('下一步')
  await app.input('单位名称', '示例·市直后勤服务中心')
  await app.tap('下一步')
  await app.waitForText('做什么工作？')
  await app.tap('存这一段')
  await app.tap('就这些')
  await app.waitForPage('packages/apply/pages/tasks/index')
}

/** What the camera sees next, or the album holds. */
export async function showsCamera(app: Driver, ...pages: number[]) {
  const files = await Promise.all(pages.map(async (page) => ({ buffer: await photo(page) })))
  app.host.files.picks.push({ files })
}

/** Both sides of the ID card by the camera, then the other paper from the album; the server has looked at every page. */
export async function photographPapers(
  app: Driver,
  server: RunningApp,
  look: (name: string, words: string) => Promise<void> = async () => undefined,
) {
  await app.tap('材料')
  await app.waitForPage('packages/apply/pages/materials/index')
  await look('materials', '还差 2 份材料')
  await app.tap('开始拍第一份')
  await app.waitForText('不用拍照的办法')
  await look('paper', '不用拍照的办法')
  await showsCamera(app, 1)
  await app.tap('拍照')
  await app.waitForText('字看得清吗')
  await look('shot', '字看得清吗')
  await app.tap('用这张')
  await showsCamera(app, 2)
  await app.tap('拍第 2 页')
  await app.tap('用这张')
  await app.tap('好了，回去')
  await app.tap('继续拍下一份')
  await showsCamera(app, 3, 4)
  await app.tap({ name: '从相册选', nth: 0 })
  await app.waitForText('第 2 页')
  await app.tap('这份拍好了')
  await app.waitForText(/已传到 2 页[^]*已传到 2 页/)
  await server.makePictures()
  await app.waitForText('2 份材料都齐了')
  await look('materials-done', '2 份材料都齐了')
  await app.tap('好了，回去')
  await app.waitForPage('packages/apply/pages/tasks/index')
}

export async function promise(app: Driver) {
  await app.tap('承诺')
  await app.tap('我看过了，我承诺')
  await app.tap('好了')
  await app.waitForPage('packages/apply/pages/tasks/index')
}

export async function submit(app: Driver) {
  await app.tap('核对并提交')
  await app.waitForPage('packages/apply/pages/review/index')
  await app.tap('确认无误，提交')
  await app.waitForText('申报已提交')
}
