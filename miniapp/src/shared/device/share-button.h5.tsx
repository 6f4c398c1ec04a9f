/** A browser has no chat to send to: the words are copied instead. */
export const ShareButton = (_props: { label: string }) => null
