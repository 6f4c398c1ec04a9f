import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const sharedRules = path.resolve(__dirname, '../../shared-rules/src')
/** Taro compiles only this workspace by itself; the sources of shared-rules are TypeScript and lie beside it. */
const include = [(file: string) => /[\\/]shared-rules[\\/]src[\\/]/.test(file)]
const weapp = process.env.TARO_ENV === 'weapp'
/** H5 is served on the origin of the API; a mini-program has no origin, so it names the host. */
const apiBase = weapp ? (process.env.TARO_APP_BFF_URL ?? 'https://bff.example.invalid') : ''

export default defineConfig(async () => ({
  projectName: 'gongkao-registration',
  date: '2026-11-30',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  // one folder per platform, else the two builds overwrite each other
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [path.resolve(__dirname, 'aria/plugin.ts')],
  alias: { '@app/shared-rules': sharedRules, '@': path.resolve(__dirname, '../src') },
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  copy: { patterns: [], options: {} },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    compile: { include },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    compile: { include },
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // type stays phone-sized on a desk: a root size that grows with the window would double it
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20.8 } },
      cssModules: { enable: false },
    },
    webpackChain(chain: { optimization: { splitChunks: (options: object) => void } }) {
      chain.optimization.splitChunks({
        chunks: 'all',
        maxInitialRequests: 10,
        minSize: 20000,
        cacheGroups: {
          vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, chunks: 'all', priority: 10, enforce: true },
        },
      })
    },
  },
}))
