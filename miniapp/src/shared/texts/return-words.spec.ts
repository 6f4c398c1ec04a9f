import { returnWords } from './return-words'

test('the words of who returned it are shown as they are', () => {
  expect(returnWords({ code: 'unreadable', words: '反光，请重拍' })).toBe('反光，请重拍')
})

test('a reason that was picked without words is said', () => {
  expect(returnWords({ code: 'unreadable', words: '' })).toBe('看不清')
  expect(returnWords({ code: 'missing-page', words: ' ' })).toBe('缺页')
})

test('a reason that is not known here tells whom to ask', () => {
  expect(returnWords({ code: 'other', words: '' })).toBe('没有写原因，请问退回的单位')
})
