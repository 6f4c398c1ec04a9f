import Taro from '@tarojs/taro'
import { type FileToSend, lostBy, type OnProgress, type SendingFile } from './sent'

/** One multipart upload with the part `file`. */
export const sendFile = ({ handle, url, header, patience }: FileToSend, tell: OnProgress): SendingFile => {
  const task = Taro.uploadFile({ url, filePath: handle, name: 'file', header, timeout: patience })
  task.progress(({ progress, totalBytesSent }) => tell(progress, totalBytesSent))
  const done = task.then(
    ({ statusCode, data }) => ({ kind: 'answer' as const, status: statusCode, text: data }),
    lostBy,
  )
  return { done, abort: () => task.abort() }
}
