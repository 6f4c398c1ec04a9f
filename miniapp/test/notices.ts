import { type NoticeSettings, type NoticeView } from '@app/contract'

/** A return, as the inbox tells of it. */
export const notice = (changes: Partial<NoticeView> = {}): NoticeView => ({
  id: 'n-1',
  name: 'office-returned',
  audience: 'applicant',
  at: '2023-03-23T07:20:00.000Z',
  title: '三级申报被退回',
  happened: '市工考办退回了您的申报，有 2 项要改。',
  todo: '改好退回的 2 项，再提交一次。',
  until: '2023-03-27T16:00:00.000Z',
  place: { page: 'track/status', query: { id: 'app-1' } },
  read: false,
  ...changes,
})

/** Something that asks for nothing. */
export const news = (id: string, changes: Partial<NoticeView> = {}): NoticeView => {
  const {
    todo: _todo,
    until: _until,
    ...rest
  } = notice({
    id,
    name: 'unit-approved',
    at: '2023-03-22T02:05:00.000Z',
    title: '单位审核通过',
    happened: '单位同意您申报，已经送市工考办审查。',
    ...changes,
  })
  return rest
}

export const noticeSettings = (changes: Partial<NoticeSettings> = {}): NoticeSettings => ({
  wechat: true,
  email: true,
  pace: 'at-once',
  wechatLeft: { progress: 3, todo: 0, exam: 1 },
  ...changes,
})
