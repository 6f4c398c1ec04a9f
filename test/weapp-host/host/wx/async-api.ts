import { errorText, type HostLog } from '../log'

type Answer = (result: object) => void
interface Callbacks {
  success?: Answer
  fail?: Answer
  complete?: Answer
}

export type AsyncApi = (options?: object) => Promise<object> | undefined

/**
 * An asynchronous wx API in WeChat's manner: answers by success, fail and complete; without any of them, by a promise.
 * `work` gives the fields of the answer and throws for `fail`.
 */
export function asyncApi<Options extends object>(
  log: HostLog,
  name: string,
  work: (options: Options) => object | void | Promise<object | void>,
): AsyncApi {
  return (given = {}) => {
    const options = given as Options & Callbacks
    log.calls.push({ name, options })
    const outcome = settle(name, () => work(options))
    if (options.success || options.fail || options.complete) {
      outcome.then((result) => callBack(options, result)).catch((error) => log.errors.push(errorText(error)))
      return undefined
    }
    return outcome.then(({ ok, result }) => (ok ? result : Promise.reject(result)))
  }
}

/** What WeChat says, or whatever else was thrown; older APIs number their faults errCode. */
interface Failure {
  errMsg?: string
  message?: string
  errno?: number
  errCode?: number
}

interface Outcome {
  ok: boolean
  result: object
}

async function settle(name: string, work: () => object | void | Promise<object | void>): Promise<Outcome> {
  try {
    // The answer always comes after the call has returned, as it does on the phone.
    await Promise.resolve()
    return { ok: true, result: { errMsg: `${name}:ok`, ...(await work()) } }
  } catch (error) {
    const { errMsg, message, errno, errCode } = error as Failure
    const words = errMsg ?? message ?? String(error)
    return {
      ok: false,
      result: {
        errMsg: `${name}:fail ${words}`,
        ...(errno === undefined ? {} : { errno }),
        ...(errCode === undefined ? {} : { errCode }),
      },
    }
  }
}

function callBack(callbacks: Callbacks, { ok, result }: Outcome) {
  if (ok) callbacks.success?.(result)
  else callbacks.fail?.(result)
  callbacks.complete?.(result)
}
