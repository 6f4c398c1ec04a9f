import Taro from '@tarojs/taro'

/** A new code costs the person nothing: signing in again needs no question. */
export const signsInSilently = true

/** A login code of WeChat, for one use. */
export const wechatCode = async () => (await Taro.login()).code

/** Only the web comes back from another page. */
export const hasReturnedCode = () => false
