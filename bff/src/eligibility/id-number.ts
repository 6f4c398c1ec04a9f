export { birthDateOfIdNumber, idNumberProblem, normaliseIdNumber } from '@app/shared-rules'
