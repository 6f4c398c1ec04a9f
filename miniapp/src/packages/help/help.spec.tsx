import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { currentPack } from '@app/shared-rules'
import { campaignCopy } from '@/shared/api/campaign'
import { ownDistrict } from '@/shared/storage/own-district'
import Contact from './pages/contact/index'
import Notice from './pages/notice/index'
import { glossary } from './texts/glossary'
import { plainNotice } from './texts/plain-notice'

afterEach(() => {
  cleanup()
  act(() => {
    campaignCopy.clear()
    ownDistrict.clear()
  })
})

test('every clause that the plain words and the glossary name is there to be read', () => {
  const named = [...plainNotice.flatMap(({ clauses }) => clauses), ...glossary.flatMap(({ clause }) => clause ?? [])]
  const known = currentPack.clauses.map(({ id }) => id)
  expect(named.filter((id) => !known.includes(id))).toEqual([])
})

test('the whole notice opens below the plain words, every clause of it', async () => {
  render(<Notice />)
  await userEvent.click(screen.getByRole('button', { name: '看通知全文' }))
  for (const { heading } of currentPack.clauses) expect(screen.getAllByText(heading).length).toBeGreaterThan(0)
})

const copy = (contactPhone?: string) => {
  const district = {
    code: 'city',
    name: '市直',
    office: '市工考办',
    onlinePayment: true,
    ...(contactPhone ? { contactPhone } : {}),
  }
  const { schedule } = currentPack
  const campaign = {
    id: 'jiaozuo-2023',
    pack: 'jiaozuo-2023',
    year: 2023,
    reference: 'loaded' as const,
    schedule,
    occupations: [],
    districts: [district],
    pins: {},
    payment: { state: 'closed' as const, reason: 'fee-not-set' as const },
  }
  campaignCopy.set({ campaign })
}

test('the own office is chosen once and can be called', async () => {
  copy('12000000001')
  render(<Contact />)
  await userEvent.click(screen.getByRole('radio', { name: '市直，市工考办' }))
  await userEvent.click(screen.getByRole('button', { name: '打电话 12000000001' }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '12000000001' })
})

test('an office without a number says who knows it; without network the page still says who reviews', async () => {
  copy()
  ownDistrict.set('city')
  render(<Contact />)
  expect(screen.getByText(/请先问单位的人事部门/)).toBeInTheDocument()
  cleanup()
  act(() => campaignCopy.clear())
  render(<Contact />)
  expect(screen.getByText(/市工考办。/)).toBeInTheDocument()
})
