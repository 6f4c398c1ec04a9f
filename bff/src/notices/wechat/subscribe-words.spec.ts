import { templatesSetting } from '../../../../test/sandbox/wechat/messages/sample-templates'
import { releasedPages } from '../../../../test/sandbox/wechat/messages/released-pages'
import { subscribeTemplates } from '../../platform/settings/message-settings'
import type { NoticeContent, WechatWords } from '../catalogue/notice'
import { pagePath, wordMessage } from './subscribe-words'

const templates = subscribeTemplates(templatesSetting) ?? {}
const content = (changes: Partial<WechatWords> = {}): NoticeContent => ({
  title: '申报被退回',
  happened: '您的申报被退回。',
  place: { page: 'track/status', query: { id: 'b1' } },
  wechat: {
    template: 'todo',
    what: '三级申报被退回',
    whom: '示例·李师傅',
    when: '2023-04-07T15:59:59.999Z',
    hint: '请在 2 个工作日内改好再提交，改好后点提交',
    ...changes,
  },
})

test('a notice fills every field of its template and opens its page', () => {
  expect(wordMessage([content()], templates)).toEqual({
    templateId: templates.todo?.id,
    page: 'packages/track/pages/status/index?id=b1',
    data: {
      thing2: '三级申报被退回',
      thing6: '示例·李师傅',
      date3: '2023年4月7日 23:59',
      thing7: '请在 2 个工作日内改好再提交，改好后…',
    },
  })
})

test('[danger 50] an empty value gets a placeholder; without a time that is true there is no message', () => {
  expect(wordMessage([content({ whom: '' })], templates)?.data).toMatchObject({ thing6: '请打开小程序查看' })
  expect(wordMessage([content({ when: '' })], templates)).toBeUndefined()
})

test('a template that is not set up says nothing', () => {
  const { todo: _, ...others } = templates
  expect(wordMessage([content()], others)).toBeUndefined()
  expect(wordMessage([], templates)).toBeUndefined()
})

test("a morning's list is one message that says how many, what is due first, and opens the inbox", () => {
  const later = content({ when: '2023-04-10T01:00:00Z', whom: '示例·王师傅' })
  const progress = content({ template: 'progress', when: '2023-04-01T00:00:00Z' })
  expect(wordMessage([progress, later, content()], templates)).toEqual({
    templateId: templates.todo?.id,
    page: 'packages/notices/pages/list/index',
    data: {
      thing2: '3条通知，请查看',
      thing6: '示例·李师傅等',
      date3: '2023年4月7日 23:59',
      thing7: '打开小程序看全部通知',
    },
  })
})

test('pages are those of the released version, without a slash before them', () => {
  const paths = ['home', 'track/status', 'apply/pay', 'unit-desk/person', 'notices/list'].map((page) =>
    pagePath({ page, query: {} }),
  )
  for (const path of paths) expect(releasedPages).toContain(path)
  expect(pagePath({ page: 'apply/pay', query: { id: 'a b', from: '通知&x' } })).toBe(
    'packages/apply/pages/pay/index?id=a%20b&from=%E9%80%9A%E7%9F%A5%26x',
  )
})
