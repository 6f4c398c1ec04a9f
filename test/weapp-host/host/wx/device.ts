import type { HostLog } from '../log'
import { asyncApi } from './async-api'

const phone = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  platform: 'ios',
  system: 'iOS 16.0',
  brand: 'iPhone',
  model: 'iPhone 12',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
}

export type Phone = typeof phone

/** What an app may ask about the phone, and what it may tell it without anyone seeing it here. */
export function deviceApis(log: HostLog, settings: Partial<Phone> = {}) {
  const info = () => ({ ...phone, ...settings })
  const silent = ['vibrateShort', 'setKeepScreenOn', 'hideKeyboard', 'showShareMenu', 'hideShareMenu', 'reportEvent']
  const tabs = [
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'showTabBar',
    'hideTabBar',
  ]
  return {
    ...Object.fromEntries([...silent, ...tabs].map((name) => [name, asyncApi(log, name, () => undefined)])),
    getSystemInfoSync: info,
    getWindowInfo: info,
    getDeviceInfo: info,
    getAppBaseInfo: info,
    getSystemSetting: () => ({}),
    getSystemInfo: asyncApi(log, 'getSystemInfo', info),
    getMenuButtonBoundingClientRect: () => ({ top: 48, left: 281, width: 87, height: 32, right: 368, bottom: 80 }),
    getSetting: asyncApi(log, 'getSetting', () => ({ authSetting: {} })),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'develop', version: '' } }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    setClipboardData: asyncApi(log, 'setClipboardData', () => undefined),
    makePhoneCall: asyncApi(log, 'makePhoneCall', () => undefined),
    getPrivacySetting: asyncApi(log, 'getPrivacySetting', () => ({ needAuthorization: false })),
    requirePrivacyAuthorize: asyncApi(log, 'requirePrivacyAuthorize', () => undefined),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
}
