import { cropOf, framed, moved, pixelsOf, placed, zoomed } from './crop'

const ratio = 295 / 413
const portrait = framed({ width: 3000, height: 4000 }, ratio)
const landscape = framed({ width: 4000, height: 3000 }, ratio)

test.each([
  ['portrait', portrait],
  ['landscape', landscape],
  ['narrow', framed({ width: 500, height: 4000 }, ratio)],
])(
  'a %s picture fills the frame: the part kept has the proportions of the frame and lies within the picture',
  (_, now) => {
    for (const one of [now, zoomed(now, 2), moved(zoomed(now, 2), 9, -9)]) {
      const crop = cropOf(one)
      expect((crop.width * one.width) / (crop.height * one.height)).toBeCloseTo(ratio, 5)
      expect(crop.x).toBeGreaterThanOrEqual(-1e-9)
      expect(crop.y).toBeGreaterThanOrEqual(-1e-9)
      expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-9)
      expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-9)
    }
  },
)

test('nearer keeps less of the picture, and never nearer than four times or farther than the whole', () => {
  const near = zoomed(portrait, 2)
  expect(cropOf(near).width).toBeCloseTo(cropOf(portrait).width / 2)
  expect(pixelsOf(near).height).toBe(Math.round(pixelsOf(portrait).height / 2))
  expect(zoomed(portrait, 100).zoom).toBe(4)
  expect(zoomed(portrait, 0.01).zoom).toBe(1)
})

test('the picture moved to the right shows more of its left side', () => {
  const near = zoomed(portrait, 2)
  expect(cropOf(moved(near, 0.1, 0)).x).toBeLessThan(cropOf(near).x)
  expect(cropOf(moved(near, 0, -0.1)).y).toBeGreaterThan(cropOf(near).y)
})

test('it is drawn where it was cropped', () => {
  const { left, top, width, height } = placed(landscape)
  expect(height).toBe('100%')
  expect(top).toBe('0%')
  expect(parseFloat(width)).toBeGreaterThan(100)
  expect(parseFloat(left)).toBeCloseTo(-(parseFloat(width) - 100) / 2, 1)
})
