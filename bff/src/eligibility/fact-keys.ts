export { factKeys } from '@app/shared-rules'
