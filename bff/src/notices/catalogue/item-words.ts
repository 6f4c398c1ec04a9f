import type { FormKey, ReturnItem } from '../../contract'

const form: Record<FormKey, string> = {
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号',
  unit: '工作单位',
  workExperience: '工作经历',
  declaration: '承诺书',
}

/** As the phone calls them (`texts` of the law's packs). */
export const facts: Readonly<Record<string, string>> = {
  sex: '性别',
  birthDate: '出生日期',
  retirementLine: '退休年龄线',
  retired: '是否已办理退休手续',
  staffType: '用工身份',
  onPost: '在岗情况',
  organisation: '单位性质',
  workStart: '参加工作时间',
  regularisedOn: '转正定级时间',
  occupation: '现从事工种',
  targetOccupation: '申报工种',
  certificates: '已有的等级证书',
  appointedGrade2: '是否已聘任至二级岗位',
  education: '文化程度',
  assessments: '年度考核结果',
  honours: '表彰、竞赛、专利等',
  highSkillAttested: '单位认可的技艺水平',
  unitConsent: '单位是否同意',
  falsificationFoundOn: '是否被查出虚假材料',
  frontline: '防疫一线经历',
}

export const papers: Readonly<Record<string, string>> = {
  'id-card': '身份证',
  photo: '证件照',
  'education-certificate': '学历证书',
  'grade-certificate': '等级证书',
  'regularisation-evidence': '转正定级材料',
  'work-years-evidence': '参加工作时间材料',
  'appointment-evidence': '二级岗位聘任材料',
  'yearly-assessment': '年度考核登记表',
  undertaking: '承诺书',
  commendation: '表彰证书或文件',
  'may-day-medal': '五一劳动奖章证书',
  'technical-expert': '技术能手证书',
  competition: '技能竞赛获奖证书',
  patent: '专利证书',
  'unique-skill': '绝招、绝技、绝活证明',
  'model-worker': '劳动模范、先进工作者证书',
  innovation: '技术成果证书',
  'frontline-evidence': '防疫一线证明',
}

const reasons: Readonly<Record<string, string>> = {
  unreadable: '看不清',
  'wrong-paper': '不是要的那份材料',
  'missing-page': '缺页',
  'differs-from-file': '与人事档案不一致',
  incomplete: '不完整',
  wrong: '填写有误',
  'seal-missing': '缺公章或签字',
}

/** `certificates[1].issuedOn` → 第 2 本证书. */
const lists: Readonly<Record<string, string>> = {
  certificates: '本证书',
  honours: '项荣誉',
  workExperience: '段工作经历',
}

const lookUp = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.entries(table).find(([one]) => one === key)?.[1]

/** Of `yearly-assessment:2022`: 年度考核登记表（2022年）. */
function paperText(id: string): string {
  const [kind = '', more = ''] = id.split(':', 2)
  const title = lookUp(papers, kind)
  if (title === undefined) return '一份材料'
  return /^\d{4}$/.test(more) ? `${title}（${more}年）` : title
}

/** A field, paper or page in the words that stand beside it on the phone; undefined where it is the whole (`*`) or unknown. */
export function itemText(path: string): string | undefined {
  const [, area = '', key = '', index] = /^(\w+)(?:\.([^[.]+))?(?:\[(\d+)\])?/.exec(path) ?? []
  if (area === 'grade') return '申报等级'
  if (area === 'papers') return paperText(path.slice('papers.'.length))
  if (area === 'pages') return '材料里的一页'
  const list = lookUp(lists, key)
  if (index !== undefined && list !== undefined) return `第 ${Number(index) + 1} ${list}`
  return area === 'form' ? lookUp(form, key) : area === 'facts' ? lookUp(facts, key) : undefined
}

const idNumber = /\d{17}[\dXx]|\d{15}/g
const unprintable = /[\p{C}\p{Z}\s]+/gu
const besideMarks = /(?<=[，。；：、（）]) | (?=[，。；：、（）])/g

/**
 * Words of other people as they may stand in a notice: one line, no ID number, not endless.
 * @param longest in code points
 */
export function plain(words: string, longest = 60): string {
  const line = words
    .replaceAll(idNumber, '（证件号略）')
    .replaceAll(unprintable, ' ')
    .replaceAll(besideMarks, '')
    .trim()
  const points = [...line]
  return points.length <= longest ? line : `${points.slice(0, longest - 1).join('')}…`
}

/** Why: the words of who returned it, else those of the reason that was picked. */
const reasonText = ({ code, words }: ReturnItem): string => plain(words) || (lookUp(reasons, code) ?? '')

function oneText(item: ReturnItem): string {
  const [what, why] = [itemText(item.item), reasonText(item)]
  if (what === undefined) return why || '有一项内容'
  return why ? `${what}：${why}` : what
}

const named = 3

/** 身份证：看不清；参加工作时间：与人事档案不一致；证件照；等 5 处 */
export function itemsText(items: readonly ReturnItem[]): string {
  const shown = items.slice(0, named).map(oneText).join('；')
  return items.length > named ? `${shown}；等 ${items.length} 处` : shown
}

/** Of papers by their paths: 年度考核登记表（2022年）；身份证. */
export const pathsText = (paths: readonly string[]): string =>
  itemsText(paths.map((item) => ({ item, code: '', words: '' })))
