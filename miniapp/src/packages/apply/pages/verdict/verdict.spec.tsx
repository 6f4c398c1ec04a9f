import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { type Facts } from '@app/shared-rules'
import { answers } from '@/shared/storage/answers'
import Papers from '../papers/index'
import Verdict from './index'

// Real touches on whole pages, on a machine that may be busy; nothing waits for this time.
jest.setTimeout(60_000)

afterEach(() => {
  cleanup()
  act(() => answers.clear())
})

const base: Facts = {
  sex: 'male',
  birthDate: '1975-01-01',
  retired: false,
  staffType: 'contracted',
  onPost: 'on-post',
  organisation: 'public-institution',
  workStart: '2005-09',
  regularisedOn: '2006-09',
  occupation: 'storekeeper',
  certificates: [{ grade: 4, occupation: 'storekeeper', issuedOn: '2020-12' }],
  education: 'senior-high',
  highSkillAttested: true,
  honours: [],
  appointedGrade2: false,
}
const of = (facts: Facts) => {
  answers.set({ facts, declined: ['frontline', 'falsificationFoundOn'] })
  render(<Verdict />)
}
const answer = () => screen.getAllByRole('heading', { level: 2 })[0]
const region = (name: string) => within(screen.getByRole('region', { name }))
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

test('the first line is the answer, then why, with what is needed beside what one has, and the clause', () => {
  of(base)
  expect(answer()).toHaveTextContent('您今年可以申报：三级（高级工）')
  const why = region('为什么可以')
  expect(why.getByText(/^需要：18 年以上\s您：满 18 年$/)).toBeInTheDocument()
  expect(why.getAllByText('符合').length).toBeGreaterThan(0)
  expect(why.getAllByRole('button', { name: '看条文 二(二)4' })[0]).toBeInTheDocument()
})

test('an alternative that is not needed is said to be none of one’s concern', () => {
  of(base)
  expect(region('为什么可以').getByText(/^另一条路，不影响结果/)).toBeInTheDocument()
  expect(region('为什么可以').getByText('不用')).toBeInTheDocument()
})

test('what is open is named with the clause, with what each ruling would mean, and with whom to ask', () => {
  of({ ...base, workStart: '2006-03' })
  expect(answer()).toHaveTextContent('三级（高级工）：需要工考办确认')
  expect(screen.getByText(/通知没写明：工作年限是按满周年算/)).toBeInTheDocument()
  expect(screen.getByText('如果按满周年算').parentElement).toHaveTextContent('不符合')
  expect(screen.getByText('如果按年头算').parentElement).toHaveTextContent('符合')
  expect(screen.getByText(/请问工考办，或请单位经办人代问/)).toBeInTheDocument()
})

test('a way that people decide is shown with who decides', () => {
  of({
    ...base,
    birthDate: '1980-05',
    workStart: '1996-07',
    education: 'junior-high',
    certificates: [{ grade: 3, occupation: 'storekeeper', issuedOn: '2016-12' }],
    honours: [{ kind: 'competition', level: 'provincial', individual: true, rank: 3, awardedOn: '2022-06' }],
  })
  expect(answer()).toHaveTextContent('二级（技师）：可以申请人工审核')
  expect(screen.getByText('可以申请破格晋升。')).toBeInTheDocument()
})

test('where nothing is open this year, the year is said in which the first grade is', () => {
  of({ ...base, workStart: '2022-10', regularisedOn: '2023-10', certificates: [] })
  expect(answer()).toHaveTextContent('您今年还不能申报最早 2024 年可以申报五级（初级工）')
})

test('who has retired sees that, not an age', () => {
  of({ ...base, retired: true })
  expect(answer()).toHaveTextContent('您今年还不能申报')
  expect(screen.getByText(/您：已办理退休手续/)).toBeInTheDocument()
})

test('routes for a changed occupation are folded away for who never changed it', async () => {
  of({ ...base, workStart: '2016-07', certificates: [] })
  await press(/^三级（高级工）/)
  expect(screen.queryByText('转换工种')).not.toBeInTheDocument()
  await press(/还有 \d+ 条/)
  expect(screen.getByText('转换工种')).toBeInTheDocument()
})

test('another grade opens by a tap on its line', async () => {
  of(base)
  await press(/^二级（技师）/)
  expect(answer()).toHaveTextContent('二级（技师）：今年不符合')
  await userEvent.click(region('您可以').getByRole('button', { name: /改报三级/ }))
  expect(answer()).toHaveTextContent('您今年可以申报：三级（高级工）')
})

test('a closed grade says in a few words what it lacks', () => {
  of(base)
  const others = region('其他等级')
    .getAllByRole('button')
    .map((row) => row.getAttribute('aria-label'))
  expect(others).toEqual([
    expect.stringMatching(/^一级（高级技师），不满足：.*等.*，不符合$/),
    expect.stringContaining('不满足：本工种下一级证书满5年'),
    '四级（中级工），您已有这一级或更高的证书，不符合',
    '五级（初级工），您已有这一级或更高的证书，不符合',
  ])
})

test('a warning stands on top', () => {
  of({ ...base, birthDate: '1963-07-01', workStart: '1985-07', regularisedOn: '1986-07' })
  expect(screen.getByText(/您今年达到退休年龄/)).toBeInTheDocument()
})

test('unfinished answers are no answer: the page leads back to the questions', async () => {
  of({ sex: 'female', occupation: 'storekeeper' })
  expect(answer()).toHaveTextContent('还没答完')
  await userEvent.click(screen.getAllByRole('button', { name: /接着答/ })[0] ?? document.body)
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/question/index' })
})

test('what goes to the unit contact is read first, says 本人, and is copied', async () => {
  of({ ...base, workStart: '2006-03' })
  await press('转给单位')
  const sheet = screen.getByRole('dialog', { name: '转给单位经办人' })
  expect(sheet).toHaveTextContent('请问工考办：工作年限是按满周年算，还是按年头算')
  expect(sheet.querySelector('.sheet__text')).not.toHaveTextContent('您')
  await press('复制这段文字')
  expect(await screen.findByText(/已复制/)).toBeInTheDocument()
  const copied = jest.mocked(Taro.setClipboardData).mock.calls[0]?.[0]
  expect(copied?.data).toContain('（工种：保管工）')
})

test('where the phone refuses to copy, the words can still be selected', async () => {
  Object.assign(Taro, { setClipboardData: jest.fn().mockRejectedValue({ errMsg: 'setClipboardData:fail' }) })
  of(base)
  await press('转给单位')
  await press('复制这段文字')
  expect(await screen.findByText(/长按上面的文字/)).toBeInTheDocument()
})

test('the papers come with the reason and the clause of each', () => {
  answers.set({ facts: base, declined: [] })
  render(<Papers />)
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('申报三级（高级工）')
  expect(screen.getByText('身份证')).toBeInTheDocument()
  expect(screen.getByText('参加工作时间材料')).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: /^看条文/ }).length).toBeGreaterThanOrEqual(2)
  expect(screen.getByText(/网上报名到 3月28日（周二）24:00/)).toBeInTheDocument()
})
