import { currentPack } from '@app/shared-rules'
import { itemText, paperNames } from './items'

const text = (path: string) => itemText(currentPack, path)

test.each([
  ['form.name', '姓名'],
  ['form.workExperience[1].to', '第 2 段工作经历的结束时间'],
  ['facts.workStart', '参加工作时间'],
  ['facts.certificates[0].issuedOn', '第 1 本证书的发证时间'],
  ['papers.id-card', '身份证'],
  ['grade', '申报等级'],
  ['facts.somethingNew', '有一项内容'],
])('%s is called %s', (path, words) => expect(text(path)).toBe(words))

test('a paper is called as the application’s own list calls it, else by its kind; a page that is gone is still named', () => {
  const names = paperNames([{ id: 'grade-certificate:4-storekeeper', title: '等级证书（保管工四级）' }])
  expect(itemText(currentPack, 'papers.grade-certificate:4-storekeeper', names)).toBe('等级证书（保管工四级）')
  expect(text('papers.grade-certificate:4-storekeeper')).toBe('等级证书')
  expect(text('papers.something-new:1')).toBe('有一份材料')
  expect(text('pages.0f8c')).toBe('材料里的一页')
})
