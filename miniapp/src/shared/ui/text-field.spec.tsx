import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { TextField } from './text-field'

const bare = (typed: string) => typed.replace(/\s/g, '').toUpperCase()

const IdNumber = ({ seen = [] }: { seen?: string[] }) => {
  const [value, setValue] = useState('')
  const [error, setError] = useState<string>()
  return (
    <TextField
      id="id-number"
      label="身份证号"
      value={value}
      onChange={(typed) => {
        seen.push(typed)
        setValue(typed)
      }}
      format={bare}
      onLeave={(left) => setError(left === '' ? '请填写身份证号' : undefined)}
      error={error}
    />
  )
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /身份证号/ })

test('[danger 75] typing fast and inserting in the middle keeps every character; the value is formatted on leaving only', async () => {
  const seen: string[] = []
  render(<IdNumber seen={seen} />)
  await userEvent.type(field(), '41999919730712012x')
  expect(field()).toHaveValue('41999919730712012x')
  await userEvent.type(field(), ' ', { initialSelectionStart: 6, initialSelectionEnd: 6 })
  expect(field()).toHaveValue('419999 19730712012x')
  expect(seen.at(-1)).toBe('419999 19730712012x')
  await userEvent.tab()
  await act(async () => undefined)
  expect(field()).toHaveValue('41999919730712012X')
})

test('[danger 77] a field that was found empty keeps the focus while one goes on typing', async () => {
  render(<IdNumber />)
  await userEvent.click(field())
  await userEvent.tab()
  expect(screen.getByRole('alert')).toHaveTextContent('请填写身份证号')
  await userEvent.click(field())
  const before = field()
  await userEvent.keyboard('4199')
  expect(field()).toBe(before)
  expect(field()).toHaveFocus()
  expect(field()).toHaveValue('4199')
})

test('[danger 84] the error is said with the field, marked invalid and linked', async () => {
  render(<IdNumber />)
  await userEvent.click(field())
  await userEvent.tab()
  expect(field()).toHaveAccessibleName('身份证号，请填写身份证号')
  expect(field()).toBeInvalid()
  expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id)
})
