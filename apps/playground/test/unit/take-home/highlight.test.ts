import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight } from '../../../src/take-home/highlight.ts'

test('the pieces are the code, whatever it is', () => {
  const code = fc.string({ unit: fc.constantFrom("'", '"', '\\', '\n', '//', '#', ' ', 'const', 'curl ', 'x') })
  fc.assert(
    fc.property(code, fc.constantFrom('script', 'shell'), (text, language) => {
      const pieces = highlight(text, language)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})

test('comments, texts and keywords', () => {
  const kinds = highlight("// a 'b'\nconst x = 'https://c' // d", 'script').filter(({ kind }) => kind)
  expect(kinds).toEqual([
    { text: "// a 'b'", kind: 'comment' },
    { text: 'const', kind: 'keyword' },
    { text: "'https://c'", kind: 'text' },
    { text: '// d', kind: 'comment' },
  ])
})
