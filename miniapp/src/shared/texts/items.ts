import { type FormKey } from '@app/contract'
import { type Pack } from '@app/shared-rules'

const ofForm: Record<FormKey, string> = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
  unit: '工作单位',
  workExperience: '工作经历',
  declaration: '承诺书',
}

const lists: Record<string, string> = { certificates: '本证书', honours: '项荣誉', workExperience: '段工作经历' }
const parts: Record<string, string> = {
  from: '开始时间',
  to: '结束时间',
  employer: '单位',
  post: '岗位',
  issuedOn: '发证时间',
  grade: '等级',
  occupation: '工种',
}

const lookUp = (table: Readonly<Record<string, string>>, key: string) =>
  Object.entries(table).find(([one]) => one === key)?.[1]

/** What an application calls its own papers and pages: undefined where it does not know one. */
export type Names = (path: string) => string | undefined

/** Head and the rest of a path: `facts.certificates[0].issuedOn` → facts, certificates, 0, issuedOn. */
export const splitItem = (path: string) => {
  const [, area = '', key = '', index, part] = /^(\w+)(?:\.([\w:-]+))?(?:\[(\d+)\])?(?:\.(\w+))?/.exec(path) ?? []
  return { area, key, index: index === undefined ? undefined : Number(index), part }
}

/** By its kind alone, where the application's own list is not at hand: 等级证书. */
const paperText = (pack: Pack, id: string) => {
  const kind = id.replace(/:.*$/, '')
  return Object.entries(pack.texts.papers).find(([known]) => known === kind)?.[1].title ?? '有一份材料'
}

/** Names from a list of papers: `papers.ID` by its title. */
export const paperNames =
  (papers: readonly { id: string; title: string }[]): Names =>
  (path) =>
    papers.find(({ id }) => path === `papers.${id}`)?.title

/** A field, paper or page in the words that stand beside it: 参加工作时间, 第 2 本证书的发证时间, 身份证（第 1 页）. */
export const itemText = (pack: Pack, path: string, names: Names = () => undefined): string => {
  const own = names(path)
  if (own !== undefined) return own
  const { area, key, index, part } = splitItem(path)
  if (area === 'grade') return '申报等级'
  if (area === 'papers') return paperText(pack, key)
  if (area === 'pages') return '材料里的一页'
  const whole = area === 'form' ? lookUp(ofForm, key) : lookUp(pack.texts.facts, key)
  const list = lookUp(lists, key)
  if (index === undefined || list === undefined) return whole ?? '有一项内容'
  const named = part === undefined ? undefined : lookUp(parts, part)
  return `第 ${index + 1} ${list}${named ? `的${named}` : ''}`
}
