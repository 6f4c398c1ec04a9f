import { mergeInternalComponents } from '@tarojs/shared'
import props from './props'

mergeInternalComponents(props)
