/** Of a bill of type ALL, in WeChat Pay's order. */
export const allColumns = [
  '交易时间',
  '公众账号ID',
  '商户号',
  '特约商户号',
  '设备号',
  '微信订单号',
  '商户订单号',
  '用户标识',
  '交易类型',
  '交易状态',
  '付款银行',
  '货币种类',
  '应结订单金额',
  '代金券金额',
  '微信退款单号',
  '商户退款单号',
  '退款金额',
  '充值券退款金额',
  '退款类型',
  '退款状态',
  '商品名称',
  '商户数据包',
  '手续费',
  '费率',
  '订单金额',
  '申请退款金额',
  '费率备注',
] as const
export type Column = (typeof allColumns)[number] | '退款申请时间' | '退款成功时间'

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND'

const onlyOfRefunds = [
  '微信退款单号',
  '商户退款单号',
  '退款金额',
  '充值券退款金额',
  '退款类型',
  '退款状态',
  '申请退款金额',
]

/** The other two have other columns: payments without those of refunds, refunds with two times more. */
export const columnsOf: Record<BillType, readonly Column[]> = {
  ALL: allColumns,
  SUCCESS: allColumns.filter((column) => !onlyOfRefunds.includes(column)),
  REFUND: [...allColumns.slice(0, 14), '退款申请时间', '退款成功时间', ...allColumns.slice(14)],
}

export const summaryColumns = [
  '总交易单数',
  '应结订单总金额',
  '退款总金额',
  '充值券退款总金额',
  '手续费总金额',
  '订单总金额',
  '申请退款总金额',
]
