import { currentPack, readingIds } from '@app/shared-rules'
import { readingOptions } from './reading-options'

test.each([...readingIds])('every way of reading %s has its words', (id) => {
  expect(Object.keys(readingOptions[id]).sort()).toEqual([...currentPack.readings[id].options].sort())
})
