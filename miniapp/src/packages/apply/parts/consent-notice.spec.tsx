import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { session } from '../../../../test/draft'
import { keep, tokens } from '@/shared/session/tokens'
import { privacy, sensitive } from '@/shared/texts/consents'
import { ConsentNotice } from './consent-notice'

const at = '2023-03-20T01:00:00Z'
const words = /说明有更新/

afterEach(() => {
  cleanup()
  act(() => tokens.clear())
})

test('who agreed to older words is led to the new ones, and told that nothing is lost', async () => {
  const consents = [
    { kind: 'privacy' as const, version: privacy.version, at },
    { kind: 'sensitive-data' as const, version: '2023-1', at },
  ]
  keep({ ...session, account: { ...session.account, consents } })
  render(<ConsentNotice />)
  expect(screen.getByText(words)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '去看' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/apply/pages/start/index' })
})

test('who agreed to these, or is not signed in, reads nothing of it', () => {
  const consents = [
    { kind: 'privacy' as const, version: privacy.version, at },
    { kind: 'sensitive-data' as const, version: sensitive.version, at },
  ]
  render(<ConsentNotice />)
  act(() => keep({ ...session, account: { ...session.account, consents } }))
  expect(screen.queryByText(words)).not.toBeInTheDocument()
})
