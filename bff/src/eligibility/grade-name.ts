/** 高级工（三级） … in the words of the law. */
export { gradeName } from '@app/shared-rules'
