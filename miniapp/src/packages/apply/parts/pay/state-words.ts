import { type PaymentClosedReason, type PaymentState, type PaymentStatus, type RefundView } from '@app/contract'
import { payUntilText } from '@/shared/texts/payment'
import { type TagProps } from '@/shared/ui/tag'

export interface StateWords {
  title: string
  text: string
  /** Staff can help, or have to. */
  call?: boolean
}

const nothingLost = '您的申报和审查结果都在，不会因为这个作废。'

const closed: Record<PaymentClosedReason, StateWords> = {
  'fee-not-set': {
    title: '还不能缴费：标准没有公布',
    text: `现在不用做什么。${nothingLost}工考办公布后，这里会写明多少钱、什么时候前缴。`,
  },
  'deadline-not-set': {
    title: '还不能缴费：期限没有公布',
    text: `现在不用做什么。${nothingLost}工考办公布后，这里会写明最晚哪天缴。`,
  },
  'merchant-not-set': {
    title: '还不能缴费：微信收款没开通',
    text: `不是您手机的问题。${nothingLost}什么时候能缴、能不能到窗口缴，请打电话问工考办。`,
    call: true,
  },
  'window-over': {
    title: '离截止太近，微信不再收款',
    text: `微信要在截止前留几分钟，现在不能再付。${nothingLost}请马上打电话给工考办，问清怎么缴。`,
    call: true,
  },
}

const overdueText = (status: PaymentStatus) => {
  const until = payUntilText(status)
  const when = until ? `期限到 ${until} 为止，` : ''
  return `${when}没有收到缴费，按通知视为放弃报考。期限前已经付了钱的照样算数：请点“再查一次”，还是没有，请打电话给工考办。`
}

/** What stands on top, for every state but the two that show the fee itself (payable) and the receipt (paid). */
export const stateWords = (state: PaymentState, status: PaymentStatus): StateWords | undefined => {
  switch (state) {
    case 'not-due':
      return { title: '现在没有要缴的费', text: '审查通过、要缴费的时候，这里会写明多少钱、什么时候前缴。' }
    case 'closed':
      return status.reason
        ? closed[status.reason]
        : { title: '还不能缴费', text: `现在不用做什么。${nothingLost}`, call: true }
    case 'free':
      return { title: '不用缴费', text: '您这个等级的费用是 0 元，不用付款。' }
    case 'counter':
      return { title: '请到窗口缴费', text: '您单位所在的地方不在网上收费。窗口收款后由工考办登记，登记好这里会变。' }
    case 'confirming':
      return {
        title: '确认中，请不要再付',
        text: '正在向微信支付查这笔钱付了没有，查到后这里会变。可以先离开，结果会留在这里。',
      }
    case 'held':
      return {
        title: '钱已收到，正在核对',
        text: '收到的钱和应缴的数目对不上，工作人员在核对。不用再付，有结果会在这里告诉您。',
        call: true,
      }
    case 'overdue':
      return { title: '缴费期限已经过了', text: overdueText(status), call: true }
    case 'payable':
    case 'paid':
      return undefined
  }
}

interface RefundWords {
  tag: TagProps
  /** 已申请 → 退款中 → 已退回, where it stands. */
  text: string
}

export const refundWords: Record<RefundView['state'], RefundWords> = {
  asked: {
    tag: { tone: 'info', word: '已申请' },
    text: '第 1 步（共 3 步）：已申请，正在交给微信支付办理。不用做什么。',
  },
  processing: {
    tag: { tone: 'info', word: '退款中' },
    text: '第 2 步（共 3 步）：微信支付正在退，按原来付款的路退回零钱或银行卡。不用做什么。',
  },
  refunded: {
    tag: { tone: 'ok', word: '已退回' },
    text: '第 3 步（共 3 步）：已退回。请在微信“服务通知”或银行卡里看。',
  },
  abnormal: {
    tag: { tone: 'ask', sign: '！', word: '需要人工处理' },
    text: '原来付款的卡或账户收不了这笔退款，工作人员在另外安排。钱不会丢，可以打电话问。',
  },
  closed: {
    tag: { tone: 'ask', sign: '！', word: '需要人工处理' },
    text: '这次退款没有办成，工作人员在查原因。钱不会丢，可以打电话问。',
  },
}

export const refundCauses: Record<RefundView['cause'], string> = {
  surplus: '多付的钱，自动退',
  office: '工考办决定退费',
  staff: '工作人员办理退款',
}
