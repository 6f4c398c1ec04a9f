import Taro from '../../../../test/mocks/taro'
import { type Pen } from './drawn'
import { keepDrawing } from './keep-drawing'

jest.mock('./keep-drawing', () => jest.requireActual('./keep-drawing.weapp'))

const pen = { fillRect: jest.fn(), fillText: jest.fn(), fillStyle: '', font: '' }
const canvas = { width: 0, height: 0, getContext: () => pen }
const drawing = { width: 750, height: 900, draw: (on: Pen) => on.fillText('缴费凭证', 0, 0), name: '缴费凭证' }

const phone = (node: object | undefined, save: () => Promise<unknown> = () => Promise.resolve({})) => {
  const query = {
    select: () => query,
    fields: () => query,
    exec: (done: (found: unknown[]) => void) => done([node && { node }]),
  }
  Object.assign(Taro, {
    createSelectorQuery: () => query,
    canvasToTempFilePath: jest.fn().mockResolvedValue({ tempFilePath: 'wxfile://tmp_receipt.png' }),
    saveImageToPhotosAlbum: jest.fn(save),
  })
}
const fails = (errMsg: string) => () => Promise.reject({ errMsg })

test('it is drawn in its own size and put into the album', async () => {
  phone(canvas)
  expect(await keepDrawing(drawing)).toBe('kept')
  expect(canvas).toMatchObject({ width: 750, height: 900 })
  expect(pen.fillText).toHaveBeenCalledWith('缴费凭证', 0, 0)
  expect(Taro).toMatchObject({ saveImageToPhotosAlbum: expect.any(Function) })
})

test.each([
  ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
  ['saveImageToPhotosAlbum:fail auth deny', 'refused'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'refused'],
  ['saveImageToPhotosAlbum:fail authorize no response', 'refused'],
  ['saveImageToPhotosAlbum:fail privacy permission is not authorized', 'refused'],
  ['saveImageToPhotosAlbum:fail invalid file type', 'failed'],
  ['saveImageToPhotosAlbum:fail api scope is not declared in the privacy agreement', 'failed'],
])('%s is %s', async (errMsg, kept) => {
  phone(canvas, fails(errMsg))
  expect(await keepDrawing(drawing)).toBe(kept)
})

test('a phone that has no canvas says that it cannot', async () => {
  phone(undefined)
  expect(await keepDrawing(drawing)).toBe('failed')
})
