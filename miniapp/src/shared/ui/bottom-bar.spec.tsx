import { act, render, screen } from '@testing-library/react'
import { BottomBar } from './bottom-bar'

let tell: (height: number) => void = () => undefined
jest.mock('../device/keyboard', () => ({
  watchKeyboard: (listener: (height: number) => void) => {
    tell = listener
    return () => undefined
  },
}))

test('[danger 79] the bar rises with the keyboard and comes down with it, so neither covers the other', () => {
  render(<BottomBar primary={{ label: '下一步', onPress: jest.fn() }} />)
  const bar = screen.getByRole('button').closest('.bar')
  expect(bar).not.toHaveAttribute('style')
  act(() => tell(312))
  expect(bar).toHaveStyle({ bottom: '312px' })
  act(() => tell(0))
  expect(bar).not.toHaveStyle({ bottom: '312px' })
})

test('one primary, and what is to be known above it', () => {
  const note = '网上报名到 3月28日（周二）24:00'
  render(
    <BottomBar
      primary={{ label: '提交', onPress: jest.fn() }}
      secondary={{ label: '返回', onPress: jest.fn() }}
      note={note}
    />,
  )
  expect(screen.getByText(note)).toBeInTheDocument()
  expect(document.querySelectorAll('.button--primary')).toHaveLength(1)
})
