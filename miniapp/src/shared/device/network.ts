import Taro from '@tarojs/taro'

/** Whether the phone says that it has no network at all; unknown counts as having one. */
export const isOffline = async () => {
  try {
    return (await Taro.getNetworkType()).networkType === 'none'
  } catch {
    return false
  }
}
