import { heldOutNames } from './legibility/degradations'
import { sourcePages } from './legibility/pages'

const drawings = (seed: number, half: 'tuning' | 'unseen') =>
  sourcePages(seed, half).map(({ scene }) => scene.svg('with print'))

describe('the set of the bench of legibility', () => {
  test('is the same for the same seed and another for another', () => {
    expect(drawings(7, 'unseen')).toEqual(drawings(7, 'unseen'))
    expect(drawings(8, 'unseen')).not.toEqual(drawings(7, 'unseen'))
  })

  test('has no page in both halves, and at least forty in all', () => {
    const [tuning, unseen] = [drawings(7, 'tuning'), drawings(7, 'unseen')]
    expect(tuning.filter((drawing) => unseen.includes(drawing))).toEqual([])
    expect(tuning.length + unseen.length).toBeGreaterThanOrEqual(40)
  })

  test('shows the tuning half nothing of the kinds that are held out', () => {
    const kinds = (half: 'tuning' | 'unseen') =>
      new Set(sourcePages(7, half).flatMap(({ variants }) => variants.map(({ kind }) => kind)))
    expect(heldOutNames.filter((name) => kinds('tuning').has(name))).toEqual([])
    expect(heldOutNames.filter((name) => !kinds('unseen').has(name))).toEqual([])
  })

  test('has readable and unreadable pictures of every page', () => {
    for (const { variants } of sourcePages(7, 'unseen')) {
      const labels = variants.map(({ label }) => label)
      expect(labels).toContain('readable')
      expect(labels).toContain('unreadable')
    }
  })
})
