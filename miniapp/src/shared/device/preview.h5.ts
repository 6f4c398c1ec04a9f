import Taro from '@tarojs/taro'

export interface Preview {
  /** Address of the server that stands in for WeChat. */
  wechat: string
  appid: string
  /** Address of the server that stands in for WeChat Pay; absent: no one can pay here. */
  pay?: string
}

const isPreview = (body: unknown): body is Preview =>
  typeof body === 'object' &&
  body !== null &&
  'wechat' in body &&
  typeof body.wechat === 'string' &&
  'appid' in body &&
  (!('pay' in body) || typeof body.pay === 'string')

/** What `npm start` tells the H5 preview; undefined in production. */
export const readPreview = async (): Promise<Preview | undefined> => {
  try {
    const answer = await Taro.request<unknown>({ url: '/preview.json', timeout: 5000 })
    return answer.statusCode === 200 && isPreview(answer.data) ? answer.data : undefined
  } catch {
    return undefined
  }
}
