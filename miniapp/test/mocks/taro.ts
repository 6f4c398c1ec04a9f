import { useEffect } from 'react'

const files = new Map<string, unknown>()
/** What a function answers with unless a test says otherwise. */
const resolved = (value: unknown = {}) => jest.fn().mockResolvedValue(value)

const usual = () => ({
  login: resolved({ code: 'code-1', errMsg: 'login:ok' }),
  request: jest.fn().mockRejectedValue({ errMsg: 'request:fail' }),
  getNetworkType: resolved({ networkType: 'wifi' }),
  setClipboardData: resolved(),
  navigateTo: resolved(),
  redirectTo: resolved(),
  reLaunch: resolved(),
  switchTab: resolved(),
  navigateBack: resolved(),
  pageScrollTo: resolved(),
  showToast: resolved(),
  showModal: resolved({ confirm: true, cancel: false }),
  makePhoneCall: resolved(),
  requestPayment: resolved({ errMsg: 'requestPayment:ok' }),
  requestSubscribeMessage: resolved({ errMsg: 'ok' }),
  stopPullDownRefresh: jest.fn(),
  setNavigationBarTitle: resolved(),
  getCurrentPages: jest.fn(() => [{}, {}]),
  getAppBaseInfo: jest.fn(() => ({ fontSizeSetting: 16 })),
  getDeviceInfo: jest.fn(() => ({ platform: 'android' })),
  onKeyboardHeightChange: jest.fn(),
  offKeyboardHeightChange: jest.fn(),
  getStorageSync: jest.fn((key: string) => files.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void files.set(key, JSON.parse(JSON.stringify(value)))),
  removeStorageSync: jest.fn((key: string) => void files.delete(key)),
})

const Taro = usual()

/** Every function as new, storage empty. Runs after each test. */
export const resetTaro = () => {
  files.clear()
  router.params = {}
  Object.assign(Taro, usual())
}

/** The query that the page was opened with. */
export const router: { params: Record<string, string | undefined> } = { params: {} }

export const useRouter = () => router
export const useDidShow = (show: () => void) => {
  useEffect(() => show(), []) // eslint-disable-line react-hooks/exhaustive-deps -- a page is shown once in a test
}
export const useLoad = useDidShow
export const useLaunch = useDidShow
export const useReady = useDidShow
export const useDidHide = (_hide: () => void) => undefined
export const useUnload = (_unload: () => void) => undefined
export const useShareAppMessage = (_share: () => unknown) => undefined
export const usePullDownRefresh = (_pull: () => void) => undefined
export const useReachBottom = (_reach: () => void) => undefined

export default Taro
