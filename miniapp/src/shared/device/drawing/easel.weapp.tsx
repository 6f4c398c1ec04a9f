import { Canvas } from '@tarojs/components'
import { easelId } from './easel-id'

/** Put it once on a page that keeps drawings. */
export const Easel = () => <Canvas className="easel" type="2d" id={easelId} aria-hidden="true" />
