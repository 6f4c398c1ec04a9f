import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { settings } from '../storage/settings'
import { BottomBar } from './bottom-bar'
import { CheckLine } from './check-line'
import { ClauseLink } from './clause-link'
import { NoticeBar } from './notice-bar'
import { OptionList } from './option-list'
import { Page } from './page'
import { Progress } from './progress'
import { Row } from './row'
import { Timeline } from './timeline'
import { useBusy } from './use-busy'

const options = [
  { value: 'a', label: '正式在编' },
  { value: 'b', label: '劳务派遣', hint: '和劳务公司签合同' },
]
const Choice = () => {
  const [value, setValue] = useState<string>()
  return <OptionList label="用工关系" options={options} value={value} onChange={setValue} />
}

test('[danger 84] options are radios of a named group, with their hint and state, by tap and by keyboard', async () => {
  render(<Choice />)
  expect(screen.getByRole('radiogroup', { name: '用工关系' })).toBeInTheDocument()
  const second = screen.getByRole('radio', { name: '劳务派遣，和劳务公司签合同' })
  expect(second).not.toBeChecked()
  second.focus()
  await userEvent.keyboard(' ')
  expect(second).toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: '正式在编' }))
  expect(second).not.toBeChecked()
})

test('[danger 84] a switch says that it is one and whether it is on', async () => {
  const onChange = jest.fn()
  render(<CheckLine kind="switch" label="大字版" checked={false} onChange={onChange} />)
  await userEvent.click(screen.getByRole('switch', { name: '大字版', checked: false }))
  expect(onChange).toHaveBeenCalledWith(true)
})

test('[danger 84] a state is told by a word, not by its colour or sign', () => {
  render(
    <Row
      title="工作年限"
      caption="需要 18 年以上"
      tag={{ tone: 'no', word: '不符合' }}
      action="看"
      onPress={jest.fn()}
    />,
  )
  expect(screen.getByRole('button')).toHaveAccessibleName('工作年限，需要 18 年以上，不符合，看')
  expect(screen.getByText('×')).toHaveAttribute('aria-hidden', 'true')
})

test('an error is read out at once, other notices in their turn', () => {
  render(<NoticeBar tone="error" text="没有连上服务。" />)
  expect(screen.getByRole('alert')).toHaveTextContent('没有连上服务。')
})

test('progress says how far one is', () => {
  render(<Progress answered={6} remainingAtMost={4} />)
  expect(screen.getByRole('status', { name: '已答 6 题，最多还剩 4 题' })).toBeInTheDocument()
})

test('the timeline is a list in the order given', () => {
  const steps = [
    { key: '2', title: '退回修改', caption: '3月23日（周四）15:20 · 市工考办' },
    { key: '1', title: '您提交了申报', caption: '3月21日（周二）20:41 · 本人' },
  ]
  render(<Timeline label="经过" steps={steps} />)
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '退回修改3月23日（周四）15:20 · 市工考办',
    '您提交了申报3月21日（周二）20:41 · 本人',
  ])
})

test('a clause opens in full and closes again', async () => {
  render(
    <Page title="自查结果">
      <ClauseLink clause="二(二)4" />
    </Page>,
  )
  await userEvent.click(screen.getByRole('button', { name: '看条文 二(二)4' }))
  expect(screen.getByRole('dialog')).toHaveTextContent('工作年限 18 年（含）以上，可申报工勤技能岗位三级（高级工）考核')
  await userEvent.click(screen.getByRole('button', { name: '看完了，回去' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

const Submit = ({ work }: { work: () => Promise<void> }) => {
  const { busy, run } = useBusy()
  return <BottomBar primary={{ label: '提交', onPress: () => void run(work), busy }} />
}

test('a second tap while the first is under way does nothing', async () => {
  let finish = () => undefined as void
  const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)))
  render(<Submit work={work} />)
  const button = screen.getByRole('button')
  await userEvent.dblClick(button)
  expect(work).toHaveBeenCalledTimes(1)
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await act(async () => finish())
  expect(button).toHaveAccessibleName('提交')
})

test('a page that loads shows nothing for a blink, then its shape, then words', () => {
  jest.useFakeTimers()
  render(<Page title="进度" loading />)
  expect(screen.queryByRole('status')).not.toBeInTheDocument()
  act(() => jest.advanceTimersByTime(300))
  expect(screen.getByRole('status')).toBeInTheDocument()
  expect(screen.queryByText(/网络有点慢/)).not.toBeInTheDocument()
  act(() => jest.advanceTimersByTime(3000))
  expect(screen.getByText(/网络有点慢/)).toBeInTheDocument()
  jest.useRealTimers()
})

test('大字版 makes the type of every page a third larger, and the targets', () => {
  act(() => void settings.set({ typeSize: 'large' }))
  render(<Page title="首页" />)
  const page = screen.getByRole('main').parentElement
  expect(page).toHaveClass('page--large')
  expect(page?.style.getPropertyValue('--fs')).toBe('1.3')
  act(() => settings.clear())
  expect(page?.style.getPropertyValue('--fs')).toBe('1')
})
