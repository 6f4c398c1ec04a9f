import { type SandboxTemplate } from './types'

export const sampleTemplates: readonly SandboxTemplate[] = [
  {
    id: 'Sample-progress-0000000000000000000000000001',
    name: 'progress',
    title: '办理进度通知',
    fields: { thing1: '办理事项', thing4: '办理对象', time2: '办理时间', thing5: '温馨提示' },
  },
  {
    id: 'Sample-todo-00000000000000000000000000000002',
    name: 'todo',
    title: '待办事项提醒',
    fields: { thing2: '待办事项', thing6: '相关人员', date3: '截止时间', thing7: '处理方式' },
  },
  {
    id: 'Sample-exam-00000000000000000000000000000003',
    name: 'exam',
    title: '考试通知',
    fields: { thing1: '考试名称', thing3: '报考人员', date2: '考试时间', thing8: '备注' },
  },
]

const slots = ['what', 'whom', 'when', 'hint']

/** The same templates as a setting of the BFF. */
export const templatesSetting: string = sampleTemplates
  .map(({ id, name, fields }) => {
    const pairs = Object.keys(fields).map((key, at) => `${slots[at]}=${key}`)
    return `${name}:${id}:${pairs.join(',')}`
  })
  .join(';')
