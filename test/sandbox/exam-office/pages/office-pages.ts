import { type FastifyInstance } from 'fastify'
import { type OfficeControl } from '../control'
import { type MovableClock } from '../../clock/clock'

export function officePages(_app: FastifyInstance, _control: OfficeControl, _clock: MovableClock): void {}
