import { act, cleanup, render, screen } from '@testing-library/react'
import { session } from '../../../test/draft'
import { answerWith } from '../../../test/mocks/server'
import { noticeSettings } from '../../../test/notices'
import { keep, tokens } from '@/shared/session/tokens'
import Settings from './pages/settings/index'

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

test('the web says that WeChat’s messages are allowed in the mini-program, and offers no button', async () => {
  keep(session)
  answerWith({ 'GET /me/notice-settings': { status: 200, body: noticeSettings() } })
  render(<Settings />)
  await act(async () => undefined)
  expect(screen.getByText('网页上不能允许微信提醒，请在手机微信的小程序里点。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '再允许几条' })).not.toBeInTheDocument()
})
