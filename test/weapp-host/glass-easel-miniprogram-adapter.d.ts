declare module 'glass-easel-miniprogram-adapter' {
  import type { Backend, CodeSpace } from './view/browser/page-drawer'

  /** The mini-program API over glass-easel. The package's own types name a file that is not in it. */
  export class MiniProgramEnv {
    associateBackend(backend: unknown): Backend
    createCodeSpace(id: string, isMain: boolean): CodeSpace
  }
}
