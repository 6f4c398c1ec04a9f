import { itemsText, itemText, pathsText, plain } from './item-words'

const wrong = (item: string, words = '', code = 'unreadable') => ({ item, code, words })

test.each([
  ['form.idNumber', '身份证号'],
  ['form.workExperience[1].from', '第 2 段工作经历'],
  ['facts.workStart', '参加工作时间'],
  ['facts.certificates[0].issuedOn', '第 1 本证书'],
  ['papers.yearly-assessment:2022', '年度考核登记表（2022年）'],
  ['papers.commendation:1', '表彰证书或文件'],
  ['papers.something-new', '一份材料'],
  ['pages.a3f0', '材料里的一页'],
  ['grade', '申报等级'],
  ['*', undefined],
  ['facts.something-new', undefined],
])('%s is called %s', (path, text) => {
  expect(itemText(path)).toBe(text)
})

test('up to three are named, with the words of who returned it or else of the reason that was picked', () => {
  const two = [wrong('papers.id-card'), wrong('form.phone', '打不通')]
  expect(itemsText(two)).toBe('身份证：看不清；手机号：打不通')
  expect(itemsText([...two, wrong('grade', '', 'unheard-of'), wrong('form.name')])).toBe(
    '身份证：看不清；手机号：打不通；申报等级；等 4 处',
  )
})

test('a reason for the whole stands alone, and there is always a word', () => {
  expect(itemsText([wrong('*', '工作年限不够')])).toBe('工作年限不够')
  expect(itemsText([wrong('*', ' ', 'unheard-of')])).toBe('有一项内容')
  expect(pathsText(['papers.yearly-assessment:2022'])).toBe('年度考核登记表（2022年）')
})

test.each([
  ['身份证 41999919750101001X 不对', '身份证（证件号略）不对'],
  ['号码419999750101001', '号码（证件号略）'],
  ['第一行\r\n第二行\u2028第三行\u0007', '第一行 第二行 第三行'],
  ['𬭊'.repeat(61), `${'𬭊'.repeat(59)}…`],
])('words of other people are one line without ID numbers, not endless: %j', (words, text) => {
  expect(plain(words)).toBe(text)
})
