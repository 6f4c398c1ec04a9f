import path from 'node:path'
import props from './props'

interface Platform {
  template?: { mergeComponents: (ctx: unknown, patch: object) => void }
  runtimePath: string | string[]
}
interface Context {
  registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void
}

/** Lets `role` and `aria-*` through to the WXML of the weapp build. The H5 build needs nothing: the DOM knows them. */
export default (ctx: Context) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (process.env.TARO_ENV !== 'weapp' || !platform.template) return
      platform.template.mergeComponents(ctx, props)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.js')].flat()
    },
  })
}
