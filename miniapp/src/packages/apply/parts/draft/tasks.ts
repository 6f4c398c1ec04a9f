import { type ApplicationForm, type TaskId } from '@app/contract'
import { type Facts, type Grade } from '@app/shared-rules'
import { type TagProps } from '@/shared/ui/tag'
import { idNumberText } from '@/shared/texts/id-number'
import { phoneProblem } from '@/shared/texts/phone'
import { type PaperPages } from '@/shared/upload/types'
import { nextPaper } from '../papers/paper-summary'

export interface Filled {
  form: ApplicationForm
  facts: Facts
  grade?: Grade
}

interface TaskWords {
  id: TaskId
  title: string
  tag: TagProps
  caption: string
  /** Has to be done before submission and is not. */
  open: boolean
}

const done: TagProps = { tone: 'ok', word: '完成' }
const begun: TagProps = { tone: 'ask', sign: '…', word: '进行中' }
const fresh: TagProps = { tone: 'mut', word: '未开始' }

/** What 基本信息 still needs, by the names of the fields. */
export const missingBasics = ({ form, grade }: Filled): string[] => [
  ...(form.name?.trim() ? [] : ['姓名']),
  ...(idNumberText(form.idNumber ?? '') ? ['身份证号'] : []),
  ...(phoneProblem(form.phone ?? '') ? ['手机号'] : []),
  ...(form.unit ? [] : ['工作单位']),
  ...(grade ? [] : ['申报等级']),
]

const basics = (filled: Filled): TaskWords => {
  const { name, idNumber, phone, unit } = filled.form
  const missing = missingBasics(filled)
  const started = Boolean(name ?? idNumber ?? phone ?? unit)
  const caption = missing.length === 0 ? '姓名、身份证号、手机号、单位、等级' : `还差：${missing.join('、')}`
  const tag = missing.length === 0 ? done : started ? begun : fresh
  return { id: 'basics', title: '基本信息', tag, caption, open: missing.length > 0 }
}

const experience = ({ form }: Filled): TaskWords => {
  const count = form.workExperience?.length ?? 0
  const caption = count > 0 ? `已填 ${count} 段` : '从参加工作到现在，一段一段填'
  return { id: 'experience', title: '工作经历', tag: count > 0 ? done : fresh, caption, open: count === 0 }
}

const certificates = ({ facts }: Filled): TaskWords => {
  const count = facts.certificates?.length
  const caption =
    count === undefined ? '有几本填几本，没有也要答' : count === 0 ? '没有证书' : `${count} 本，自查时已填`
  return {
    id: 'certificates',
    title: '证书',
    tag: count === undefined ? fresh : done,
    caption,
    open: count === undefined,
  }
}

/** What of the papers matters here; undefined `view`: not loaded yet. */
export type PapersSoFar = Pick<PaperPages, 'view' | 'papers' | 'unsent' | 'checking'>

const papersCaption = ({ view, papers, unsent, checking }: PapersSoFar) => {
  const { complete = 0, needed = 0 } = view?.progress ?? {}
  if (!view) return '看看要拍哪些，一份一份拍'
  if (complete === needed && unsent + checking === 0) return `${needed} 份都齐了`
  if (nextPaper(papers)) return `${needed} 份里还差 ${needed - complete} 份`
  return unsent > 0 ? `有 ${unsent} 页正在上传` : `有 ${checking} 页正在检查`
}

const papers = (pages: PapersSoFar): TaskWords => {
  const todo = !pages.view || nextPaper(pages.papers) !== undefined
  const waits = pages.unsent + pages.checking > 0
  const some = pages.papers.some((paper) => paper.pages.length > 0 || paper.view.promise !== undefined)
  const onTheWay: TagProps = { tone: 'info', sign: '…', word: pages.unsent > 0 ? '上传中' : '检查中' }
  const tag = todo ? (some ? begun : fresh) : waits ? onTheWay : done
  return { id: 'papers', title: '材料', tag, caption: papersCaption(pages), open: todo }
}

const declaration = ({ form }: Filled): TaskWords => {
  const accepted = form.declaration?.accepted === true
  const caption = accepted ? '已承诺' : '看一看，最后勾选'
  return { id: 'declaration', title: '承诺', tag: accepted ? done : fresh, caption, open: !accepted }
}

/** 基本信息 · 工作经历 · 证书 · 材料 · 承诺, as this phone has them, sent or not. */
export const tasksOf = (filled: Filled, pages: PapersSoFar): TaskWords[] => [
  basics(filled),
  experience(filled),
  certificates(filled),
  papers(pages),
  declaration(filled),
]
