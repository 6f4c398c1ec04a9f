import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { Wheels as NativeWheels } from '../device/wheels.weapp'
import { Button } from './button'
import { DateWheel } from './date-wheel'

interface Props {
  start: string
  precision?: 'month' | 'day' | 'day-only'
  min?: string
  max?: string
  taken: (value: string) => void
}

const Question = ({ start, precision = 'month', min = '1940-01-01', max = '2023-03-28', taken }: Props) => {
  const [value, setValue] = useState(start)
  return (
    <>
      <DateWheel label="出生日期" value={value} onChange={setValue} precision={precision} min={min} max={max} />
      <Button label="下一题" onPress={() => taken(value)} />
    </>
  )
}
const wheel = (label: string) => screen.getByRole('spinbutton', { name: label })
const confirm = () => userEvent.click(screen.getByRole('button', { name: '下一题' }))
const turn = async (label: string, keys: string) => {
  wheel(label).focus()
  await userEvent.keyboard(keys)
}

test('[danger 78] confirmed without turning, the date shown is the date taken', async () => {
  const taken = jest.fn()
  render(<Question start="1975-06" taken={taken} />)
  expect(wheel('年')).toHaveAttribute('aria-valuetext', '1975年')
  expect(wheel('月')).toHaveAttribute('aria-valuetext', '6月')
  await confirm()
  expect(taken).toHaveBeenCalledWith('1975-06')
})

test('[danger 78] 29 February is there in a leap year and becomes the 28th in another', async () => {
  const taken = jest.fn()
  render(<Question start="2004-02-28" precision="day" taken={taken} />)
  await turn('日', '{ArrowDown}')
  await confirm()
  expect(taken).toHaveBeenLastCalledWith('2004-02-29')
  await turn('年', '{ArrowDown}')
  await confirm()
  expect(taken).toHaveBeenLastCalledWith('2005-02-28')
})

test('[danger 78] no date beyond the limits can be taken', async () => {
  const taken = jest.fn()
  render(<Question start="2022-12" taken={taken} />)
  await turn('年', '{End}')
  await confirm()
  expect(taken).toHaveBeenLastCalledWith('2023-03')
  await turn('年', '{Home}')
  await turn('月', '{Home}')
  await confirm()
  expect(taken).toHaveBeenLastCalledWith('1940-01')
})

test('a month offers exactly its days', () => {
  render(<Question start="2018-02-01" precision="day-only" min="2018-02-01" max="2018-02-31" taken={jest.fn()} />)
  expect(wheel('日')).toHaveAttribute('aria-valuemax', '27')
})

test('a tap on a year takes it, and the date is said in words', async () => {
  render(<Question start="1975-06" taken={jest.fn()} />)
  await userEvent.click(screen.getByText('1977年'))
  expect(screen.getByRole('status')).toHaveTextContent('出生日期：1977年6月')
})

test('the native wheels report all columns at once, also where two turn together', () => {
  const onTurn = jest.fn()
  const columns = [
    { label: '年', items: ['2003年', '2004年'], index: 0 },
    { label: '月', items: ['1月', '2月'], index: 1 },
  ]
  render(<NativeWheels columns={columns} onTurn={onTurn} />)
  const picker = screen.getByRole('slider', { name: '年、月，现在是 2003年2月' })
  fireEvent(picker, new CustomEvent('picked', { detail: [1, 0] }))
  expect(onTurn.mock.calls).toEqual([[[1, 0]]])
})
