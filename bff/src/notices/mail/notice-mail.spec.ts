import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { NoticeContent } from '../catalogue/notice'
import { appName, inboxTitle, mailSwitch, pageTitles, pageUrl, settingsTitle } from './app-words'
import { noticeMail } from './notice-mail'

const content = (changes: Partial<NoticeContent> = {}): NoticeContent => ({
  title: '您的申报被退回',
  happened: '市工考办退回了李师傅的三级（高级工）申报：身份证看不清。',
  todo: '重拍“身份证”，再提交。',
  until: '2023-03-22T16:00:00.000Z',
  place: { page: 'apply/paper', query: { id: 'a1', paper: 'id-card' } },
  wechat: { template: 'todo', what: '', whom: '', when: '2023-03-22T16:00:00.000Z', hint: '' },
  ...changes,
})

const now = new Date('2023-03-20T01:00:00Z')
const write = (contents: NoticeContent[], kind: 'account' | 'contact', origin?: string) =>
  noticeMail(contents, { kind, origin, now })

test('a mail says what happened, what to do, until when, how to get there, why one gets it and how to stop it', () => {
  const { subject, text, html } = write([content()], 'account')
  expect(subject).toBe('您的申报被退回（工勤技能等级考核）')
  expect(text).toBe(`您的申报被退回

发生了什么：市工考办退回了李师傅的三级（高级工）申报：身份证看不清。
要做什么：重拍“身份证”，再提交。
到什么时候：3月22日（周三）24:00 前，还剩 2 天
在哪里办：在微信里打开小程序“工勤技能等级考核”，在“我的”里点“消息”，点这一条，就到“拍材料”。

——
收到这封信，是因为您在小程序“工勤技能等级考核”里填了这个邮箱。
不想再收：在小程序“我的”里点“消息提醒方式”，关掉“发邮件提醒我”。
这封信是系统自动发的。
`)
  for (const line of text.split('\n').filter((one) => one !== '' && one !== '——'))
    for (const words of line.split('：').slice(-1)) expect(html).toContain(words.replaceAll('"', '&quot;'))
})

test('nothing to do is said, and no time where there is none', () => {
  const quiet: NoticeContent = { ...content(), title: '审查通过', place: { page: 'track/status', query: { id: 'a1' } } }
  delete quiet.todo
  delete quiet.until
  const { text } = write([quiet], 'account')
  expect(text).toContain('要做什么：不用做什么。')
  expect(text).not.toContain('到什么时候')
})

test('a morning’s list is one mail with each of its notices', () => {
  const contents = [content({ title: '3 份申报等您审核' }), content({ title: '名单今天截止' })]
  const { subject, text, html } = write(contents, 'contact')
  expect(subject).toBe('2 条消息：3 份申报等您审核等（工勤技能等级考核）')
  expect(text).toMatch(/1\. 3 份申报等您审核\n发生了什么[^]*2\. 名单今天截止\n发生了什么/)
  expect(text).toContain('工考办名单上的经办人')
  expect(html.match(/<h2/g)).toHaveLength(3)
})

test('words of others are words in the mail, not markup, and nothing is loaded from anywhere', () => {
  const evil = '<img src=x onerror=alert(1)>&"\'<script>x</script>'
  const { html } = write([content({ title: evil, happened: evil, todo: evil })], 'account', 'https://e.example')
  expect(html).not.toMatch(/<(img|script|link|iframe|style|object)\b/i)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;')
  expect(html).not.toMatch(/\ssrc="|url\(|@import/i)
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="https://e.example/#/packages/apply/pages/paper/index?id=a1&amp;paper=id-card"',
  ])
})

test('a screen reader finds language, title, headings and text that is larger than small', () => {
  const { html } = write([content(), content()], 'contact')
  expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/)
  expect(html).toContain('<title>2 条消息</title>')
  expect(html.match(/<h1/g)).toHaveLength(1)
  for (const [, size] of html.matchAll(/font(?:-size)?:(\d+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(15)
})

test('a link is there only where the page is served', () => {
  expect(write([content()], 'account').html).not.toContain('href')
  expect(write([content()], 'account', 'https://e.example').text).toContain(
    '也可以点这里打开网页\nhttps://e.example/#/packages/apply/pages/paper/index?id=a1&paper=id-card',
  )
  expect(pageUrl('https://e.example', { page: 'unit-desk/list', query: {} })).toBe(
    'https://e.example/#/packages/unit-desk/pages/list/index',
  )
})

test('the mini-program and its pages are called as the phone calls them', () => {
  const phone = path.resolve(__dirname, '../../../../miniapp/src')
  const titleIn = (file: string): string | undefined =>
    /navigationBarTitleText: '([^']+)'/.exec(readFileSync(path.join(phone, file), 'utf8'))?.[1]
  expect(titleIn('app.config.ts')).toBe(appName)
  for (const [page, title] of Object.entries(pageTitles)) {
    const [name, own] = page.split('/')
    expect([page, titleIn(`packages/${name}/pages/${own}/index.config.ts`)]).toEqual([page, title])
  }
  const words = (file: string): string => readFileSync(path.join(phone, file), 'utf8')
  for (const title of [inboxTitle, settingsTitle])
    expect(words('pages/me/parts/notices.tsx')).toContain(`title="${title}"`)
  expect(words('packages/notices/parts/settings/email-card.tsx')).toContain(`label="${mailSwitch}"`)
  expect([pageTitles['notices/list'], pageTitles['notices/settings']]).toEqual([inboxTitle, settingsTitle])
})
