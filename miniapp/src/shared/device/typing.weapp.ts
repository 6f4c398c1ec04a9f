/**
 * The native input keeps what is typed. Telling it again comes late over the bridge: the cursor jumps and fast typing loses
 * characters, so it is told only what it does not know (a formatted or restored value).
 */
export const echoesTyping = false
