/** What the one card says. */
export interface Step {
  title: string
  /** Until when. */
  text?: string
  urgent?: boolean
  action: { label: string; onPress: () => void }
}
