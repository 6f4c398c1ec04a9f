/** A page in a browser has no chat to send to: the words are copied instead. */
export const sharesAsCard = false
