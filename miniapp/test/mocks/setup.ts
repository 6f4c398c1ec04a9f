import '@testing-library/jest-dom'
import { resetTaro } from './taro'

Object.assign(globalThis, { API_BASE: '' })
// Taro's builds know the platform; tests stand on the web side, where a part does not say otherwise
process.env.TARO_ENV = 'h5'

afterEach(() => resetTaro())
