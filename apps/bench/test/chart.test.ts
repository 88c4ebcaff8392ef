import { expect, test } from 'vitest'
import { chart } from '../src/report/chart.ts'
import { table } from '../src/report/table.ts'

const bars = [
  { label: 'ours & "yours"', value: 1, text: '1', isOurs: true },
  { label: 'theirs', value: 400, text: '400', isOurs: false },
]

test('bars have the length of their values, ours stand out, and the longest fills the panel', () => {
  const svg = chart([{ title: 'Token requests', note: 'Shorter is better.', bars }], 'a machine')
  const widths = [...svg.matchAll(/<rect class="(\w+)".*?width="([\d.]+)"/g)].map(([, name, width]) => [
    name,
    Number(width),
  ])
  expect(widths).toEqual([
    ['ours', 1],
    ['bar', 360],
  ])
})

test('text is escaped, and both color schemes are included', () => {
  const svg = chart([{ title: 'a < b', note: '', bars }], 'a machine')
  expect(svg).toContain('a &#60; b')
  expect(svg).toContain('ours &#38; &#34;yours&#34;')
  expect(svg).toContain('prefers-color-scheme: dark')
})

test('a mark is drawn where its value is', () => {
  const svg = chart([{ title: 't', note: '', bars, mark: 200 }], '')
  expect(svg).toMatch(/<line class="mark" x1="470"/)
})

test('tables align names to the left and figures to the right', () => {
  expect(
    table([
      ['a', 'b'],
      ['long', '10'],
      ['x', '1000'],
    ]),
  ).toBe('a        b\nlong    10\nx     1000')
})
