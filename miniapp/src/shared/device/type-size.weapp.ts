import Taro from '@tarojs/taro'

/** Size set in WeChat (我 - 设置 - 字体大小) over its usual one: 17 px on iOS, 16 elsewhere; never less than 1. */
export const systemTypeScale = () => {
  // WeChat gives it; Taro's types do not know it yet
  const info: object = Taro.getAppBaseInfo()
  const size = 'fontSizeSetting' in info ? info.fontSizeSetting : undefined
  if (typeof size !== 'number' || !(size > 0)) return 1
  const usual = Taro.getDeviceInfo().platform === 'ios' ? 17 : 16
  return Math.max(1, size / usual)
}
