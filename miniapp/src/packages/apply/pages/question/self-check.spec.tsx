import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { type Facts } from '@app/shared-rules'
import { router } from '../../../../../test/mocks/taro'
import { answers } from '@/shared/storage/answers'
import Question from './index'

// Real touches on whole pages, on a machine that may be busy; nothing waits for this time.
jest.setTimeout(60_000)

afterEach(() => {
  cleanup()
  act(() => answers.clear())
})

const title = () => screen.getAllByRole('heading', { level: 2 })[0]
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const next = () => press('下一题')
const answer = async (name: string) => {
  await choose(name)
  await next()
}
const left = () =>
  Number(/最多还剩 (\d+) 题/.exec(screen.getByRole('status', { name: /^已答/ }).getAttribute('aria-label') ?? '')?.[1])

/** Answers up to the question about certificates, touched one by one. */
const walkToCertificates = async () => {
  render(<Question />)
  await answer('保管工')
  await answer('单位直接签聘用合同')
  await answer('在岗')
  await answer('男')
  await next()
  await answer('没有')
  await next()
}

/** The same answers from the visit before. */
const backAtCertificates = () => {
  const facts: Facts = {
    sex: 'male',
    birthDate: '1975-06',
    retired: false,
    staffType: 'contracted',
    onPost: 'on-post',
    workStart: '1997-07',
    occupation: 'storekeeper',
  }
  answers.set({ facts, declined: [] })
  render(<Question />)
}

test('one question is on the screen at a time, and what is left shrinks with each answer', async () => {
  render(<Question />)
  expect(title()).toHaveTextContent('您现在干什么工种？')
  const before = left()
  expect(screen.getByRole('button', { name: '下一题' })).toHaveAttribute('aria-disabled', 'true')
  await answer('保管工')
  expect(title()).toHaveTextContent('您和单位是什么用工关系？')
  expect(left()).toBeLessThan(before)
})

test('each question starts at the top of the page', async () => {
  render(<Question />)
  jest.mocked(Taro.pageScrollTo).mockClear()
  await answer('保管工')
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0, duration: 0 })
})

test('why it is asked leads to the whole clause', async () => {
  render(<Question />)
  await press(/看条文/)
  expect(screen.getByRole('dialog')).toHaveTextContent('所列67个工种')
})

test('answers survive closing the app: the next visit goes on where this one ended', async () => {
  await walkToCertificates()
  expect(title()).toHaveTextContent('您有哪些等级证书？')
  cleanup()
  render(<Question />)
  expect(title()).toHaveTextContent('您有哪些等级证书？')
})

test('back shows what was answered and loses nothing', async () => {
  render(<Question />)
  await answer('保管工')
  await answer('劳务派遣')
  await press('上一题')
  expect(screen.getByRole('radio', { name: '劳务派遣' })).toBeChecked()
  await answer('正式在编')
  expect(title()).toHaveTextContent('您现在在岗吗？')
  expect(answers.get().facts).toMatchObject({ occupation: 'storekeeper', staffType: 'established' })
})

test('“不清楚” is an answer and the questions go on', async () => {
  render(<Question />)
  await answer('保管工')
  await choose('不清楚，先往下答，结果里会告诉您问谁')
  await next()
  expect(title()).toHaveTextContent('您现在在岗吗？')
  expect(answers.get().facts.unsure).toEqual(['staffType'])
})

test('[danger 78] dates taken without turning the wheels are the ones shown', async () => {
  await walkToCertificates()
  const { birthDate, workStart } = answers.get().facts
  expect(birthDate).toBe('1975-06')
  expect(workStart).toBe('1997-07')
})

test('a certificate is added bit by bit, shown as a card, changed and removed', async () => {
  backAtCertificates()
  await press('添加一本证书')
  await press('下一步')
  await choose('四级（中级工）')
  await press('下一步')
  expect(screen.getByRole('radio', { name: '保管工' })).toBeChecked()
  await press('下一步')
  await press('存这本证书')
  expect(screen.getByText('2018年12月发证')).toBeInTheDocument()
  await press(/^四级（中级工）.*改$/)
  await press('取消')
  await press(/^删掉 四级/)
  await press('没有证书')
  expect(answers.get().facts.certificates).toEqual([])
})

test('an impossible answer is refused with its reason and nothing is stored', async () => {
  backAtCertificates()
  await press('添加一本证书')
  await press('下一步')
  await choose('五级（初级工）')
  await press('下一步')
  await press('下一步')
  screen.getByRole('spinbutton', { name: '年' }).focus()
  await userEvent.keyboard('{Home}')
  await press('存这本证书')
  await press('就这些，下一题')
  expect(screen.getByRole('alert')).toHaveTextContent(/参加工作/)
  expect(answers.get().facts.certificates).toBeUndefined()
})

test('an answer changed from the list takes along only what no longer holds', async () => {
  backAtCertificates()
  cleanup()
  router.params = { edit: 'workStart' }
  render(<Question />)
  expect(screen.getByText('参加工作时间：1997年7月')).toBeInTheDocument()
  screen.getByRole('spinbutton', { name: '年' }).focus()
  await userEvent.keyboard('{ArrowDown}')
  await next()
  expect(answers.get().facts).toMatchObject({ workStart: '1998-07', birthDate: '1975-06', staffType: 'contracted' })
  expect(Taro.navigateBack).toHaveBeenCalled()
})

test('[danger 61] when the phone refuses to store, the self-check goes on and says so', async () => {
  Object.assign(Taro, {
    setStorageSync: jest.fn(() => {
      throw new Error('setStorage:fail exceed max size')
    }),
  })
  render(<Question />)
  await answer('保管工')
  expect(title()).toHaveTextContent('您和单位是什么用工关系？')
  expect(screen.getByText(/手机存不下了/)).toBeInTheDocument()
  expect(answers.get().facts.occupation).toBe('storekeeper')
})

test('the last answer leads to the result', async () => {
  backAtCertificates()
  await press('没有证书')
  for (let asked = 0; asked < 12 && !jest.mocked(Taro.redirectTo).mock.calls.length; asked++) {
    const group = screen.queryByRole('radiogroup')
    if (group && !within(group).queryByRole('radio', { checked: true })) {
      await userEvent.click(within(group).getAllByRole('radio')[0] ?? group)
    }
    await userEvent.click(screen.getByRole('button', { name: /下一题|都没有/ }))
  }
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/verdict/index' })
})
