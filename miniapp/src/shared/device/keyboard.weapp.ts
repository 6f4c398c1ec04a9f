import Taro from '@tarojs/taro'

/** Tells the height in px by which the keyboard covers the page. Returns the end of listening. */
export const watchKeyboard = (tell: (height: number) => void) => {
  const listener = ({ height }: { height: number }) => tell(height)
  Taro.onKeyboardHeightChange(listener)
  return () => Taro.offKeyboardHeightChange(listener)
}
