import {
  type PageHint,
  type PageHintCode,
  type PageLimits,
  type PageRefusal,
  type PhotoSpecification,
} from '@app/contract'
import { type LeftOut, type PickFailure } from '../device/picture/picked'
import { type RetryReason, type ShownState } from '../upload/types'
import { type TagProps } from '../ui/tag'
import { failureText } from './errors'

/** Stands on every copy that is shown. */
export const watermark = '仅供工考报名审核使用'

interface HintWords {
  /** For a row: what is the matter, and what is best. */
  short: string
  /** What to do. */
  todo: string
}

/** A hint never refuses: each ends with the choice 重拍 / 用这张 beside it. */
const hints: Record<PageHintCode, HintWords> = {
  blurred: { short: '有点模糊，建议重拍', todo: '手放稳，对好焦再按' },
  dark: { short: '光线太暗，建议重拍', todo: '到窗边或灯下，别挡住光' },
  glare: { short: '有反光，字被盖住了，建议重拍', todo: '换个角度，关掉闪光灯' },
  'too-small': { short: '字太小，看不清，建议重拍', todo: '离近一点，让纸占满画面' },
  'mostly-empty': { short: '几乎是空的', todo: '请看看是不是拍错了，或手指挡住了镜头' },
  duplicate: { short: '和另一张看起来一样', todo: '拍重了就删掉一张；不是同一页就不用管' },
  'photo-small': { short: '证件照不够清楚，建议换一张', todo: '用像素高一点的照片，或离近一点重拍' },
  'photo-background': { short: '证件照的底色看起来不对', todo: '换一面纯色的墙重拍，或用照相馆的电子版' },
}

/** `other`: number of the page that it looks like, where it is one of the same paper. */
export const hintShort = ({ code }: PageHint, other?: number) =>
  code === 'duplicate' && other !== undefined
    ? `和第 ${other} 页看起来一样`
    : (hints[code]?.short ?? '请看一看这一页清不清楚')

export const hintText = (hint: PageHint, other?: number) => {
  const todo = hints[hint.code]?.todo
  return `${hintShort(hint, other)}${todo ? `：${todo}` : ''}。`
}

const refusals: Record<PageRefusal, string> = {
  'unreadable-file': '文件打不开，请重新拍照。',
  'too-large-to-open': '图片太大，打不开。请用手机直接重新拍照。',
  'photo-too-large': '证件照文件太大。请换一张，或重新拍。',
}

const isRefusal = (code: string): code is PageRefusal => code in refusals

/** Why a page is of no use, and what to do. */
export const refusalText = ({ code, facts }: Extract<ShownState, { kind: 'refused' }>): string =>
  isRefusal(code) ? refusals[code] : failureText({ code, facts })

const retries: Record<RetryReason, string> = {
  offline: '没有网络，照片存在手机里，连上网会接着传。',
  interrupted: '上次没有传完，照片存在手机里，正接着传。',
  slow: '网络太慢，没有传完，过一会儿会自动再传。',
  connection: '网络断了一下，过一会儿会自动再传。',
  busy: '服务器忙，照片存在手机里，过一会儿会自动再传。',
  'sign-in-needed': '登录过期了，照片存在手机里，登录后会接着传。',
}

export const retryText = (reason: RetryReason) => retries[reason]

/** Sign and word of one page. */
export const pageTag = (state: ShownState): TagProps => {
  switch (state.kind) {
    case 'preparing':
    case 'waiting':
      return { tone: 'info', sign: '…', word: '等着传' }
    case 'sending':
      return { tone: 'info', sign: '↑', word: `${state.percent}%` }
    case 'checking':
      return { tone: 'info', sign: '…', word: '检查中' }
    case 'usable':
      return { tone: 'ok', word: '可用' }
    case 'hint':
      return { tone: 'ask', sign: '！', word: '提示' }
    case 'refused':
    case 'gone':
      return { tone: 'no', word: '重拍' }
    case 'retry':
      return { tone: 'ask', sign: '…', word: '待续传' }
  }
}

/** What a page's card says below its state; nothing where nothing is to be done. `pageNumber`: of a page by its id at the server. */
export const pageText = (state: ShownState, pageNumber: (id: string) => number | undefined): string | undefined => {
  switch (state.kind) {
    case 'preparing':
      return '正在准备照片。'
    case 'waiting':
      return '排着队，前面的传完就传。'
    case 'sending':
      return '正在上传，可以接着拍下一页。'
    case 'checking':
      return '已经传到，正在检查，不用等。'
    case 'usable':
      return undefined
    case 'hint':
      return state.hints.map((hint) => hintText(hint, hint.otherPage ? pageNumber(hint.otherPage) : undefined)).join('')
    case 'refused':
      return refusalText(state)
    case 'gone':
      return '手机里找不到这张照片了，请重新拍。'
    case 'retry':
      return retryText(state.reason)
  }
}

const picks: Record<Exclude<PickFailure, 'cancelled'>, string> = {
  permission: '您没有允许微信用相机或相册。点“去打开”，打开开关，再回来拍。',
  'system-permission': '手机没有允许微信用相机或相册。请在手机的“设置”里找到微信，打开相机和照片，再回来拍。',
  privacy: '要先同意微信的隐私说明，才能拍照。请再点一次，选“同意”。',
  undeclared: '这个办法现在用不了，是我们这边的问题。请换另一个办法：拍照、相册或 PDF。',
  unavailable: '这部手机用不了这个办法。请换另一个办法：拍照、相册或 PDF。',
  failed: '没有选成。请再试一次，已经拍好的都还在。',
}

export const pickFailureText = (why: Exclude<PickFailure, 'cancelled'>) => picks[why]

const leftOut: Record<LeftOut['why'], string> = {
  kind: '不是照片也不是 PDF',
  empty: '是空的',
  gone: '手机没有给出来',
  'too-many': '超出了页数',
}

/** Of several picked files, those of no use. */
export const leftOutText = (files: readonly LeftOut[]) =>
  `${files.map(({ name, why }) => `${name ?? '有一个文件'}${leftOut[why]}`).join('；')}，没有加进来。请直接拍照，或换一个文件。`

/** 20 MB, be it 20,000,000 bytes or 20 × 1,024²: never more than is taken. */
const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`

/** Told before the first shot. */
export const limitsText = ({ fileBytes, pdfPages }: PageLimits) =>
  `照片（JPG、PNG、HEIC）或 PDF，一个文件最大 ${megabytes(fileBytes)}；PDF 最多 ${pdfPages} 页，不要带密码。`

const backgrounds = { white: '白色', blue: '蓝色', red: '红色' }

export const photoLimitsText = ({ fileBytes }: PageLimits) =>
  `照片（JPG、PNG、HEIC），一个文件最大 ${megabytes(fileBytes)}。`

/** 宽 295、高 413 像素，不超过 100 KB，白色底 */
export const photoText = ({ widthPx, heightPx, maxBytes, background }: PhotoSpecification) =>
  [
    `宽 ${widthPx}、高 ${heightPx} 像素`,
    `不超过 ${Math.floor(maxBytes / 1024)} KB（自动压缩）`,
    ...(background ? [`${backgrounds[background]}底`] : []),
  ].join('，')

/** 2 页; 1 到 6 页 */
export const pagesText = ({ min, max }: { min: number; max: number }) =>
  min === max ? `${min} 页` : `${min} 到 ${max} 页`

/** Who sees them: below every list of papers. */
export const whoSees = `材料只给您的单位、主管部门和工考机构看，打开看的页面上会加“${watermark}”水印。`
