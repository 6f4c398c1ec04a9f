import { paymentStatus } from '../../../../../test/payment'
import { button, clear, open, sees } from './pay.fixture'

afterEach(clear)

test('on the web, outside of a preview, nobody can pay: it says where one can', async () => {
  await open(paymentStatus())
  sees(/网页上付不了。请在手机微信里打开这个小程序缴费/)
  expect(button(/去缴费/)).toBeNull()
  sees('¥80.00')
})
