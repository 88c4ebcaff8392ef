import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../../../src/explore/answer/keep/csv.ts'

test('a row for each item, a column for each member of any', () => {
  const items = [
    { key: '9007199254740993', name: 'a, "b"', size: -5 },
    { key: '-9223372036854775808', tags: ['x', 'y'], done: false, none: null },
  ]
  expect(toCsv(items)).toBe(
    'key,name,size,tags,done,none\r\n' +
      '"=""9007199254740993""","a, ""b""",-5,,,\r\n' +
      '"=""-9223372036854775808""",,,"[""x"",""y""]",false,\r\n',
  )
})

test('a spreadsheet keeps all digits of a key, and calculates with shorter numbers', () => {
  const items = [{ a: '2251799813685254', b: 123456789012345, c: '123456789012345', d: 12345678901234567n }]
  const cells = parseCsv(toCsv(items))
  expect(cells[1]).toEqual(['="2251799813685254"', '123456789012345', '123456789012345', '="12345678901234567"'])
  // With anything but digits it is guarded as before.
  expect(parseCsv(toCsv(['2251799813685254+1', '=2251799813685254'])).slice(1)).toEqual([
    ['2251799813685254+1'],
    ["'=2251799813685254"],
  ])
})

test('no cell is a formula', () => {
  const texts = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '-cmd', '--5']
  const cells = parseCsv(toCsv(texts)).slice(1).flat()
  expect(cells).toEqual(texts.map((text) => `'${text}`))
  // Names of members become cells, too.
  expect(toCsv([{ '=cmd()': 1 }])).toBe("'=cmd()\r\n1\r\n")
})

test('what is not text by JSON is a number or a word', () => {
  expect(toCsv([{ a: -1.5, b: '-1.5', c: true }])).toBe('a,b,c\r\n-1.5,-1.5,true\r\n')
})

test('every text comes back, but for the guard', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', '=', '-', 'x', '1', 'ä') })
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (items) => {
      const [head, ...rows] = parseCsv(toCsv(items))
      expect(head).toEqual(['a', 'b'])
      const unguarded = rows.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))
      expect(unguarded).toEqual(items.map(({ a, b }) => [a, b]))
    }),
  )
})

/** A reader after RFC 4180 of its own. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === ',') continue
    rows.push(cells)
    cells = []
  }
  return rows
}
