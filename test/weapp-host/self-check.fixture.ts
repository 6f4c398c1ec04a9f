import type { Driver } from './index'

type Answer = (app: Driver) => Promise<void>

const pick =
  (option: string): Answer =>
  async (app) => {
    await app.tap({ name: option, role: 'radio' })
    await app.tap('下一题')
  }
const month =
  (year: string, monthOfYear: string): Answer =>
  async (app) => {
    await app.spin([year, monthOfYear])
    await app.tap('下一题')
  }

const grade4Certificate: Answer = async (app) => {
  await app.tap('添加一本证书')
  await app.tap('下一步')
  await app.tap({ name: '四级（中级工）', role: 'radio' })
  await app.tap('下一步')
  await app.waitForText('证书上是哪个工种？')
  await app.tap('下一步')
  await app.spin(['2020年', '12月'])
  await app.tap('存这本证书')
  await app.tap('就这些，下一题')
}

/** 李师傅, a storekeeper since September 2005 with a grade-4 certificate: what he answers, whatever is asked next. */
export const liAnswers: Record<string, Answer> = {
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
  '您得过下面这些奖励吗？': (app) => app.tap('都没有'),
  '您有下面这些防疫一线经历吗？': pick('都没有'),
  '您报名工考时，被查出过虚假材料吗？': pick('没有'),
  '单位同意您申报吗？（单位审核）': pick('同意'),
}

const title = (app: Driver) => app.findAll({ role: 'heading' })[0]?.name ?? ''

/** Answers question after question until the page says that nothing more is asked. Gives the titles, in order. */
export async function answerAll(app: Driver, answers: Record<string, Answer>): Promise<string[]> {
  const asked: string[] = []
  while (app.route.endsWith('/question/index') && asked.length < 40) {
    const question = title(app)
    const answer = answers[question]
    if (!answer) throw new Error(`no answer is given to “${question}”:\n${app.text()}`)
    asked.push(question)
    await answer(app)
    await app.waitUntil(() => title(app) !== question, `“${question}” is still asked`)
  }
  return asked
}
