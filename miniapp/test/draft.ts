import { type EditableApplication, type SessionTokens } from '@app/contract'

export const session: SessionTokens = {
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresInSeconds: 1800,
  account: { id: 'account-1', contactOf: [], consents: [] },
}

/** A draft of 李师傅 as the server has it; parts as a test says. */
export const draftView = (changes: Partial<EditableApplication> = {}): EditableApplication => ({
  id: 'app-1',
  campaign: 'jiaozuo-2023',
  state: 'draft',
  stage: 'filling-in',
  version: 1,
  helped: false,
  grade: 3,
  holder: { kind: 'you', since: '2023-03-20T01:00:00.000Z' },
  updatedAt: '2023-03-20T01:00:00.000Z',
  form: {},
  facts: {
    sex: 'male',
    birthDate: '1975-01',
    workStart: '2005-09',
    occupation: 'storekeeper',
    certificates: [],
    staffType: 'contracted',
    onPost: 'on-post',
    retired: false,
    education: 'senior-high',
  },
  tasks: [],
  checklist: [],
  relay: { state: 'none', attempts: 0 },
  editable: ['*'],
  actions: ['edit', 'submit', 'withdraw'],
  supplements: [],
  payment: { state: 'not-due' },
  timeline: [],
  ...changes,
})

export const wholeForm: EditableApplication['form'] = {
  name: '样例甲',
  idNumber: '419999197501010010',
  phone: '12000000001',
  unit: { typedName: '示例单位' },
  workExperience: [{ from: '2005-09', employer: '示例单位', post: '保管工' }],
  declaration: { accepted: true, version: '2023-1' },
}
