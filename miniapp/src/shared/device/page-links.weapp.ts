/** WeChat draws its own tab bar. */
export const tamePageLinks = () => undefined
