import { currentPack } from '@app/shared-rules'
import { itemText } from './items'

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
