export { launch, type Driver, type LaunchOptions } from './driver/driver'
export { PhoneStorage } from './host/wx/storage'
export type { NativeApis } from './host/wx/native'
