/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const url: string
  export default url
}
declare module '*.scss'

/** Where the API is: '' on H5 (same origin), the BFF's address in the mini-program. Set by config/index.ts. */
declare const API_BASE: string

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production'
    TARO_ENV: 'weapp' | 'h5'
    TARO_APP_BFF_URL?: string
  }
}
