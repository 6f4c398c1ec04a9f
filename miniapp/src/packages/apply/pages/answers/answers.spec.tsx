import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answers } from '@/shared/storage/answers'
import Answers from './index'

// Real touches on whole pages, on a machine that may be busy; nothing waits for this time.
jest.setTimeout(60_000)

afterEach(() => {
  cleanup()
  act(() => answers.clear())
})

const given = () => {
  answers.set({
    facts: {
      occupation: 'storekeeper',
      birthDate: '1975-06-03',
      retired: false,
      certificates: [{ grade: 4, occupation: 'storekeeper', issuedOn: '2020-12' }],
      assessments: [{ year: 2018, result: 'excellent' }],
      unsure: ['staffType'],
    },
    declined: ['frontline'],
  })
  render(<Answers />)
}

test('every answer stands in the words in which it was given', () => {
  given()
  const rows = screen.getAllByRole('button', { name: /改$/ }).map((row) => row.getAttribute('aria-label'))
  expect(rows).toEqual([
    '您现在干什么工种？，保管工，改',
    '您和单位是什么用工关系？，不清楚，改',
    '您是哪年哪月出生的？，1975年6月3日，改',
    '您办过退休手续了吗？，没有，改',
    expect.stringContaining('2020年12月发证'),
    expect.stringContaining('2018年 优秀；2019年 不清楚'),
    '您有下面这些防疫一线经历吗？，没有，改',
  ])
})

test('a tap opens that question to be changed', async () => {
  given()
  await userEvent.click(screen.getByRole('button', { name: /出生/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/question/index?edit=birthDate' })
})

test('starting again is asked twice', async () => {
  given()
  Object.assign(Taro, { showModal: jest.fn().mockResolvedValue({ confirm: false }) })
  await userEvent.click(screen.getByRole('button', { name: '全部重新答' }))
  expect(answers.get().facts.occupation).toBe('storekeeper')
  Object.assign(Taro, { showModal: jest.fn().mockResolvedValue({ confirm: true }) })
  await userEvent.click(screen.getByRole('button', { name: '全部重新答' }))
  expect(answers.get().facts).toEqual({})
})

test('without answers the page says what will be here', () => {
  render(<Answers />)
  expect(screen.getByText('还没有回答')).toBeInTheDocument()
})

test('answers that an older app stored and the rules no longer take are left out, the others stay', () => {
  Taro.setStorageSync('answers', {
    facts: { sex: 'male', occupation: 'no-such-code', odd: 1 },
    declined: ['frontline', 'x'],
  })
  expect(answers.get()).toEqual({ facts: { sex: 'male' }, declined: ['frontline'] })
})
