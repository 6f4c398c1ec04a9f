import Taro from '@tarojs/taro'

/** Copies words; false where the phone refuses, so that the page can show them to be copied by hand. */
export const copy = async (text: string) => {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
