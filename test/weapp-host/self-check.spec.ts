import { launch, PhoneStorage, type Driver, type LaunchOptions } from './index'
import { answerAll, liAnswers } from './self-check.fixture'
import { weappBuild } from './weapp-build.fixture'

// Real work on a machine that may be busy: everything waits for a condition, nothing for this time.
jest.setTimeout(60_000)

const open: Driver[] = []
/** Without sign-in and without a signal, as every launch is that is given no server. */
const start = (options: LaunchOptions = {}) => {
  const app = launch(weappBuild, options)
  open.push(app)
  return app
}
afterEach(() => {
  for (const app of open.splice(0)) {
    app.close()
    expect(app.host.log.errors).toEqual([])
  }
})

const question = 'packages/apply/pages/question/index'
const verdict = 'packages/apply/pages/verdict/index'

async function toVerdict(app: Driver) {
  await app.tap('开始自查')
  await app.waitForPage(question)
  await app.waitForText('您现在干什么工种？')
  const asked = await answerAll(app, liAnswers)
  await app.waitForPage(verdict)
  return asked
}

test('without a signal, the self-check leads by single questions to a verdict with its clauses and to the papers', async () => {
  const app = start()
  const asked = await toVerdict(app)
  expect(asked.length).toBeGreaterThan(8)
  expect(new Set(asked).size).toBe(asked.length)
  await app.waitForText('您今年可以申报：三级（高级工）')
  await app.waitForText(/需要：18 年以上\s[·\s]*您：满 18 年\s+√符合\s+二\(二\)4/)
  await app.tap('准备材料')
  await app.waitForText(/申报三级（高级工），准备 \d 样/)
  await app.waitForText('参加工作时间材料')
})

test('a clause opens and can be read in full', async () => {
  const app = start()
  await app.tap('开始自查')
  await app.waitForText('您现在干什么工种？')
  await app.tap(/依据 一\(二\)/)
  await app.waitForText('豫人社办〔2022〕93号')
})

test('answers survive closing the app, and the self-check goes on where it was', async () => {
  const storage = new PhoneStorage()
  const first = start({ storage })
  await first.tap('开始自查')
  await first.tap({ name: '保管工', role: 'radio' })
  await first.tap('下一题')
  await first.waitForText('您和单位是什么用工关系？')
  first.close()
  const again = start({ storage })
  await again.tap('接着答')
  await again.waitForText('已答 1 题')
  expect(again.text()).toContain('您和单位是什么用工关系？')
})

test('on a phone that refuses to store anything the self-check still comes to its verdict', async () => {
  const storage = new PhoneStorage()
  storage.failWrites = true
  const app = start({ storage })
  await toVerdict(app)
  await app.waitForText('您今年可以申报：三级（高级工）')
})
