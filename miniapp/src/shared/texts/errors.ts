import { type ErrorCode } from '@app/contract'
import { type Failure, type FailureCode } from '../api/failure'
import { chineseDay } from './days'
import { untilText } from './instants'

/** What happened; what is safe; what to do. The words of a code are here and nowhere else. */
type Words = string | ((facts: Record<string, unknown>) => string)

const ours = '这一步没有办成，是我们这边的问题。您填的都还在，请过一会儿再试；还不行，请联系工考办。'
const again = '请回到上一页，再打开一次。您填的都还在。'

/** （3月28日（周二）24:00） */
const until = (instant: unknown) => (typeof instant === 'string' ? `（${untilText(instant)}）` : '')

/** （最大 20 MB） */
const most = (bytes: unknown) => (typeof bytes === 'number' ? `（最大 ${Math.floor(bytes / 1_000_000)} MB）` : '')

const ofServer: Record<ErrorCode, Words> = {
  'body-invalid': ours,
  'body-too-large': '填的内容太长了。请删短一些，再提交一次。',
  'media-type-unsupported': ours,
  'not-found': `没有找到这一项，可能已经被撤回。${again}`,
  'not-ready': '服务正在启动或维护。您填的都存在手机里，请过几分钟再试。',
  internal: ours,
  'if-match-missing': ours,
  'if-match-invalid': ours,
  'version-conflict': '这份申报刚在别的手机上改过。两边的内容都还在，请看一看，选一份保留。',
  'idempotency-key-missing': ours,
  'idempotency-key-reused': '内容改过了，请再点一次提交。',
  'cursor-invalid': '列表有变动，请从头再看一遍。',
  'session-missing': '请重新登录。您填的都还在。',
  'session-expired': '登录过期了，请再点一次。您填的都还在。',
  'refresh-invalid': '登录过期了，请重新登录。您填的都还在。',
  'not-a-contact': '您的手机号不在工考办的经办人名单里。请联系工考办更新名单，再重新登录。',
  'not-your-own': '这是您自己的或您代办的申报，不能由您审核。请单位另一位经办人审核；没有别的经办人的，请联系工考办。',
  'not-your-unit': '这位同志不是您单位的，不能由您审核。',
  'wechat-code-invalid': '微信登录没有成功，请重新登录。您填的都还在。',
  'wechat-blocked': '微信暂时限制了这个账号登录。请先在微信里解除，或问单位经办人怎么办理。',
  'wechat-busy': '微信那边忙，登录没有成功。您填的都还在，请过一会儿再试。',
  'phone-code-invalid': '已过期，请再点一次。',
  'phone-unavailable': '微信暂时给不了手机号。请在下面直接填写手机号。',
  'registration-not-open': ({ opensOn }) =>
    `网上报名还没有开始${typeof opensOn === 'string' ? `（${chineseDay(opensOn)}开始）` : ''}。您填的都存好了，开始后再点一次提交。`,
  'registration-closed': ({ closedAt }) =>
    `网上报名已经截止${until(closedAt)}，不能再提交新的申报。您填的都还在，请联系单位经办人。`,
  'review-closed': ({ closedAt }) =>
    `资格审查已经结束${until(closedAt)}，不能再通过或退回。请马上联系工考办，由工考办处理。`,
  'not-editable': '这几项现在不能改。请只改退回单上列出的内容。',
  'unit-approved-already':
    '原来的单位已经审核通过，换单位要由新单位重新审核。请撤回这一份，改好单位再重新申报；报名已经截止的，请联系工考办。',
  'not-possible-now': `这份申报已经到了别的步骤。${again}`,
  'form-incomplete': '还有没填的内容，请先填好标出的那一项。',
  'form-invalid': '有一项填得不对，请看标红的那一项。',
  'id-number-invalid': '身份证号填得不对，请对照身份证再看一遍。',
  'id-number-claimed': ({ state }) =>
    state === 'refused'
      ? '单位经办人确认这不是您本人的身份证号，所以没有提交。请核对身份证号，或联系单位经办人。您填的都还在。'
      : '这个身份证号已经在另一个微信上用过。已经请单位经办人确认是您本人，确认后再点一次提交。您填的都还在。',
  'facts-invalid': '有一个回答不可能成立，请看标出的那一题。',
  'verdict-differs': '审核系统算出的结果和手机上的不一样，以审核系统的为准。您填的都还在，请看一看再决定。',
  'grade-not-eligible': '按您填的情况，今年还不能申报这一级。请看依据的条文，或改报别的等级。',
  'approval-not-eligible':
    '连同您单位的意见一起算，这位同志还不符合这一级的条件，没有通过。请看不符合的条件，退回给本人改正或改报别的等级。',
  'live-application-exists': '您今年已经有一份申报，一年只能报一个工种、一个等级。请在“我的申报”里打开它。',
  'correction-limit-passed': (facts) =>
    `改正的期限已经过了${until(facts.until)}，不能再改。请马上联系单位经办人或工考办。`,
  'pack-unknown': '今年的报名安排有更新，请回首页再进一次。您填的都还在。',
  'consent-needed': '请先看一看个人信息说明，点“同意”后再继续。',
  'declaration-needed': '请先看承诺书，勾选“我承诺”后再提交。',
  'paper-unknown': '这份材料现在不用交了。请回到材料清单看一看，别的都还在。',
  'file-missing': ours,
  'file-empty': '这个文件是空的，没有内容。请重新拍照，或换一个文件。',
  'file-too-large': ({ limitBytes }) => `文件太大了${most(limitBytes)}。请直接拍照，或换小一点的文件。`,
  'file-kind-unknown': '这种文件用不了。能用的是照片（JPG、PNG、HEIC）和 PDF，请直接拍照。',
  'file-broken': '文件打不开，可能没有存完整。请重新拍照。',
  'picture-too-large': '图片太大了，打不开。请用手机直接拍照。',
  'picture-too-small': '图片太小，字看不清。请离近一点，重新拍照。',
  'pdf-locked': '这个 PDF 有密码，打不开。请去掉密码再选，或直接拍照。',
  'pdf-too-many-pages': ({ limit, pages }) =>
    `这个 PDF ${typeof pages === 'number' ? `有 ${pages} 页，` : ''}页数太多${
      typeof limit === 'number' ? `（最多 ${limit} 页）` : ''
    }。请只交要用的几页，或直接拍照。`,
  'paper-full': ({ max }) =>
    `这份材料的页数已经满了${typeof max === 'number' ? `（最多 ${max} 页）` : ''}。要换，请先删掉一页。`,
  'too-many-uploads': ({ limit }) =>
    `一天里传的页数太多了${typeof limit === 'number' ? `（最多 ${limit} 页，删掉的也算）` : ''}。已经传好的都在，请明天再传。`,
  'page-unknown': '这一页已经不在了，可能在别的手机上删掉了。别的页都还在。',
  'page-fixed': '这一页已经交上去了，不能再改。要改，得先由审核人员退回。',
  'pages-checking': '还有材料在检查，检查完会自动提交。您填的和拍的都还在。',
  'order-incomplete': '这份材料刚有变动，顺序没有改成。请看一看，再排一次。',
  'promise-not-allowed': '这份材料不能先承诺，要拍照上传。请拍好再提交。',
  'store-unavailable': '存材料的地方暂时满了或连不上，这一页还没有存上。手机里还有，过一会儿会自动再传。',
  'link-over': '图片的链接过期了。请再打开一次，材料都还在。',
  'payment-not-possible': '现在不能在网上缴这笔费用，您的申报还在。请过一会儿再看；还是这样，请打电话问工考办。',
  'payment-unavailable': '微信支付暂时没有回音。订单还在，请过一会儿再试：始终是同一笔，不会重复扣钱。',
  'payment-refused':
    '微信支付没有接受这笔订单，没有扣钱。工作人员会查原因，您的申报和缴费期限都不变。怎么缴，请打电话问工考办。',
  'email-invalid': '邮件发不到这个地址。请把邮箱地址再看一遍。',
  'email-unavailable': '现在发不了邮件，请过一会儿再试。不要紧：消息都在小程序的“消息”里。',
  'too-many-codes': ({ limit }) =>
    `今天发的验证码太多了${typeof limit === 'number' ? `（一天最多 ${limit} 次）` : ''}，请明天再试。`,
  'email-code-wrong': ({ left }) =>
    `验证码不对，请对照最近一封邮件再看一遍${typeof left === 'number' ? `，还可以试 ${left} 次` : ''}。`,
  'email-code-over': '这个验证码已经过期或用过了。请点“没收到，再发一次”，用新的验证码。',
  'signature-invalid': ours,
}

const ofPhone: Record<Exclude<FailureCode, ErrorCode>, Words> = {
  offline: '现在没有网络。您填的都存在手机里，连上网后再点一次。',
  unreachable: '没有连上服务。您填的都存在手机里，请过一会儿再试。',
  timeout: '等了很久没有回音，不知道办成了没有。您填的都还在，请再点一次：不会重复提交。',
  'sign-in-needed': '请先登录。您填的都还在。',
  unreadable: ours,
}

const all: Record<FailureCode, Words> = { ...ofServer, ...ofPhone }

const unknownOutcome = new Set<string>(['offline', 'unreachable', 'timeout', 'unreadable', 'internal'])

/** The sentence for a submission: where no answer came, it may have arrived all the same. */
export const submissionText = (failure: Failure) =>
  unknownOutcome.has(failure.code)
    ? '没有收到回音，不知道提交上了没有。您填的都还在。请再点一次提交：不会重复。'
    : failureText(failure)

/** The sentence where the order could not be made (the cashier never opened), or its outcome could not be asked for. */
export const paymentText = (failure: Failure, of: 'start' | 'check') => {
  if (!unknownOutcome.has(failure.code)) return failureText(failure)
  return of === 'start'
    ? '没有连上服务，付款还没有开始，没有扣钱。请过一会儿再点一次：始终是同一笔订单，不会重复扣钱。'
    : '没有连上服务，还不知道付成了没有。请先不要再付，过一会儿再查一次：付了的钱不会丢，也不会重复扣。'
}

/** The sentence for a failed request. */
export const failureText = ({ code, facts }: Failure) => {
  // a server newer than this app may answer with a code that is not in the table
  const words = code in all ? all[code] : ours
  return typeof words === 'function' ? words(facts) : words
}
