declare module 'miniprogram-compiler' {
  /** Compiles all WXML under a folder by WeChat's wcc. Throws its message on a fault of syntax. */
  export function wxmlToJs(root: string): string
}
