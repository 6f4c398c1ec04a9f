/** In WeChat a card can be sent to a chat by a button of open-type share. */
export const sharesAsCard = true
