import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { OccupationPicker } from './occupation-picker'

const many = Array.from({ length: 5000 }, (_, n) => ({ code: `c${n}`, name: `工种${n}` }))

test('[danger 81] of 5000 occupations only a screenful is drawn, and the rest is found by typing', async () => {
  const onChange = jest.fn()
  render(<OccupationPicker label="工种" occupations={many} value={undefined} onChange={onChange} />)
  expect(screen.getAllByRole('radio').length).toBeLessThanOrEqual(40)
  expect(screen.getByText(/还有 4960 个没列出来/)).toBeInTheDocument()
  await userEvent.type(screen.getByRole('textbox', { name: '找工种' }), '4321')
  await userEvent.click(screen.getByRole('radio', { name: '工种4321' }))
  expect(onChange).toHaveBeenCalledWith('c4321')
})

test('a few are shown without a field to search in; a cancelled one says so', () => {
  const few = [
    { code: 'a', name: '保管工' },
    { code: 'b', name: '话务员', cancelled: true },
  ]
  render(<OccupationPicker label="工种" occupations={few} value="a" onChange={jest.fn()} />)
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '保管工' })).toBeChecked()
  expect(screen.getByRole('radio', { name: '话务员，这个工种已被取消' })).toBeInTheDocument()
})
