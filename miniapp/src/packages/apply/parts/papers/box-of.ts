import Taro from '@tarojs/taro'

/** Size in px of an element on the page; undefined where the platform does not say. */
export const boxOf = (id: string): Promise<{ width: number; height: number } | undefined> =>
  new Promise((resolve) => {
    try {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect((found) => {
          const box = Array.isArray(found) ? found[0] : found
          resolve(box && box.width > 0 ? { width: box.width, height: box.height } : undefined)
        })
        .exec()
    } catch {
      resolve(undefined)
    }
  })
