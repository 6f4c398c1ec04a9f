interface States {
  label?: string | undefined
  checked?: boolean | undefined
  selected?: boolean | undefined
  expanded?: boolean | undefined
  disabled?: boolean | undefined
  invalid?: boolean | undefined
  required?: boolean | undefined
  hidden?: boolean | undefined
  modal?: boolean | undefined
  live?: 'polite' | 'assertive' | undefined
  /** ids of the elements that describe the control; the web only. */
  describedby?: string | undefined
}

/**
 * Role, label and states for screen readers, the same on both platforms. States go as the words true and false: Taro's web
 * elements drop a false, and write out an undefined.
 */
export const aria = (role: string, states: States = {}) => {
  const attributes: Record<string, string> = {}
  for (const [state, value] of Object.entries(states))
    if (value !== undefined) attributes[`aria-${state}`] = String(value)
  return { role, ...attributes }
}

/** For signs and drawings whose meaning stands beside them in words. */
export const decoration = { 'aria-hidden': 'true' } as const
