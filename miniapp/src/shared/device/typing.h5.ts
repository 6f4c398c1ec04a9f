/** The web input is told on every render what it shows, so it must be told what was just typed. */
export const echoesTyping = true
