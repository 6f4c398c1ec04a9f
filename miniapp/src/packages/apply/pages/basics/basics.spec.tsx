import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { draftView, session } from '../../../../../test/draft'
import { answerWith } from '../../../../../test/mocks/server'
import { router } from '../../../../../test/mocks/taro'
import { keep, tokens } from '@/shared/session/tokens'
import { localDraft } from '@/shared/storage/local-draft'
import Basics from './index'

const edit = 'GET /applications/app-1/edit'
const patch = 'PATCH /applications/app-1'

afterEach(() => {
  cleanup()
  act(() => {
    localDraft('app-1').clear()
    tokens.clear()
  })
})

const open = async (view = draftView()) => {
  keep(session)
  router.params = { id: 'app-1' }
  const server = answerWith({
    [edit]: { status: 200, body: view },
    [patch]: ({ data }, before) => {
      const { form } = data as { form: object }
      return { status: 200, body: { ...view, version: before + 2, form: { ...view.form, ...form } } }
    },
  })
  render(<Basics />)
  await screen.findByRole('textbox', { name: /身份证号/ })
  return server
}
const field = (name: RegExp) => screen.getByRole('textbox', { name })

test('an ID number is judged when the field is left, in words that say what to look at', async () => {
  await open()
  await userEvent.type(field(/身份证号/), '41999919750101001')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  await userEvent.tab()
  expect(await screen.findByText(/身份证号是 18 位，现在是 17 位/)).toBeInTheDocument()
  await userEvent.type(field(/身份证号/), '1')
  await userEvent.tab()
  expect(await screen.findByText(/有一位填错了/)).toBeInTheDocument()
})

test('[danger 77] going on typing in a field that was called wrong keeps the field and its place', async () => {
  await open()
  await userEvent.type(field(/身份证号/), '1')
  await userEvent.tab()
  await screen.findByText(/现在是 1 位/)
  const input = field(/身份证号/)
  await userEvent.clear(input)
  await userEvent.type(input, '419999 197501010010')
  expect(field(/身份证号/)).toBe(input)
  expect(input).toHaveFocus()
  await userEvent.tab()
  await act(async () => undefined)
  expect(input).toHaveValue('419999197501010010')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('what is typed is on the phone at once and at the server when the field is left', async () => {
  const server = await open()
  await userEvent.type(field(/姓名/), '样例甲')
  expect(localDraft('app-1').get()?.changes).toEqual({ form: { name: '样例甲' } })
  expect(server.times(patch)).toBe(0)
  await userEvent.tab()
  await act(async () => undefined)
  expect(server.asked.at(-1)?.data).toEqual({ form: { name: '样例甲' } })
})

test('the birth date of the ID number beside that of the file: told, not refused', async () => {
  await open(draftView({ form: { name: '样例甲', phone: '12000000001', idNumber: '419999196804180071' } }))
  expect(screen.getByText(/身份证号上是 1968年4月18日出生，您自查时答的是 1975年1月/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '填好了' }))
  expect(Taro.navigateBack).toHaveBeenCalled()
})

test('what is missing is said at each field, and the page stays', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: '填好了' }))
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
    '× 请填姓名，和身份证上一样。',
    '× 请填身份证号。',
    '× 请填手机号。',
  ])
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

test('after a return only what was returned can be changed, with its reason', async () => {
  await open(
    draftView({
      state: 'office-returned',
      editable: ['form.phone'],
      form: { name: '样例甲' },
      returnedFor: {
        by: 'office',
        at: '2023-03-23T07:20:00.000Z',
        items: [{ item: 'form.phone', code: 'wrong', words: '打不通' }],
        limit: {
          state: 'unknown',
          reason: 'not-set',
          windowClose: '2023-04-06',
          until: '2023-04-06T16:00:00.000Z',
          passed: false,
        },
      },
    }),
  )
  expect(field(/姓名/)).toBeDisabled()
  expect(field(/手机号/)).toBeEnabled()
  expect(screen.getByText('退回原因：打不通')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /工作单位/ })).not.toBeInTheDocument()
})
