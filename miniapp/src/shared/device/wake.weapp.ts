import Taro from '@tarojs/taro'

/** Tells when the app comes to the front and when it leaves it. WeChat breaks what an app behind sends. */
export const onFront = (tell: (inFront: boolean) => void) => {
  Taro.onAppShow(() => tell(true))
  Taro.onAppHide(() => tell(false))
}

/** Tells when there is a network again. */
export const onNetworkBack = (tell: () => void) => {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) tell()
  })
}
