import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSimplePath, parseSimplePath } from '../src/index.ts'

test('an escaped slash belongs to a name', () => {
  expect(parseSimplePath('Orders/In\\/out/ship')).toEqual(['Orders', 'In/out', 'ship'])
  expect(formatSimplePath(['Orders', 'In/out', 'ship'])).toBe('Orders/In\\/out/ship')
})

test('reading gives back what was written', () => {
  const name = fc
    .string({ unit: fc.constantFrom('a', 'ü', '/', '\\', '.', ' ') })
    .filter((name) => !name.endsWith('\\'))
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), (names) => {
      expect(parseSimplePath(formatSimplePath(names))).toEqual(names)
    }),
  )
})
