export interface SetDataEntry {
  route: string
  /** UTF-8 bytes of the JSON that crosses to the view. */
  bytes: number
  keys: string[]
}

/** What the mini-program did that a test may want to look at afterwards. */
export interface HostLog {
  setData: SetDataEntry[]
  calls: { name: string; options: unknown }[]
  /** Names read from `wx` that this host does not have. */
  unknownApis: Set<string>
  toasts: string[]
  /** Faults that a phone would only write into its log: a throwing handler, an oversized setData. */
  errors: string[]
  console: string[]
}

export const newLog = (): HostLog => ({
  setData: [],
  calls: [],
  unknownApis: new Set(),
  toasts: [],
  errors: [],
  console: [],
})

export const errorText = (error: unknown): string => {
  if (typeof error === 'object' && error !== null) {
    const { errMsg, stack, message } = error as { errMsg?: string; stack?: string; message?: string }
    return errMsg ?? stack ?? message ?? JSON.stringify(error)
  }
  return String(error)
}
