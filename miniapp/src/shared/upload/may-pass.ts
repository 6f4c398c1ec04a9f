import type { Failure } from '../api/failure'

const passing = new Set<string>([
  'offline',
  'unreachable',
  'timeout',
  'unreadable',
  'sign-in-needed',
  'internal',
  'not-ready',
])

/** Whether the same request may go through later, without the person changing anything. */
export const mayPass = ({ code }: Failure) => passing.has(code)
