import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../../src/explore/answer/keep/download.ts'
import { jsonText } from '../../../src/explore/answer/keep/json-text.ts'
import { textKind } from '../../../src/explore/answer/keep/text-kind.ts'
import { durationText, sizeText } from '../../../src/explore/answer/quantity.ts'
import { statusText } from '../../../src/explore/answer/status-reason.ts'
import { preview, shorten } from '../../../src/explore/answer/value/preview.ts'

test('JSON keeps every digit of a key', () => {
  expect(jsonText({ key: '9007199254740993', sort: [9007199254740993n] })).toBe(
    '{\n  "key": "9007199254740993",\n  "sort": [\n    "9007199254740993"\n  ]\n}',
  )
})

test('what kind of file a text makes', () => {
  const bpmn = '<?xml version="1.0"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">'
  const dmn = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d">'
  expect(textKind(bpmn).extension).toBe('bpmn')
  expect(textKind(dmn).extension).toBe('dmn')
  expect(textKind('<?xml version="1.0"?><a/>').extension).toBe('xml')
  expect(textKind('a,b', 'text/csv; charset=utf-8').extension).toBe('csv')
  expect(textKind('<img src=x onerror=alert(1)>', 'text/html')).toEqual({ extension: 'txt', type: 'text/plain' })
})

test('statuses, sizes, times and names of files', () => {
  expect([200, 418, 429, 599].map(statusText)).toEqual([
    '200 OK',
    '418 Client Error',
    '429 Too Many Requests',
    '599 Server Error',
  ])
  expect([12, 1240, 5_400_000].map(sizeText)).toEqual(['12 B', '1.2 kB', '5.4 MB'])
  expect([12.4, 1234].map(durationText)).toEqual(['12 ms', '1.2 s'])
  expect(fileName('operate', 'incidents.search', Date.UTC(2026, 10, 22, 15, 4, 5), 'json')).toBe(
    'operate-incidents.search-2026-11-22T15-04-05.json',
  )
})

test('previews', () => {
  expect(preview([1, 2, 3])).toBe('3 items')
  expect(preview({ key: '1', inner: { a: 1 }, state: null })).toBe('key: 1, state: null')
  expect(preview({ inner: {}, list: [] })).toBe('2 members')
})

test('a shortened text is the beginning, and whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, limit) => {
      const short = shorten(text, limit)
      expect(text.startsWith(short.replace(/…$/, '')) || short === text).toBe(true)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
