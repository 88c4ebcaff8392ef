import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { charts } from '../src/report/charts.ts'
import { toMarkdown } from '../src/report/markdown.ts'
import { print } from '../src/report/print.ts'
import type { Report } from '../src/report/report.ts'

const read = (name: string): string => readFileSync(new URL(`../results/${name}`, import.meta.url), 'utf8')
const report: Report = JSON.parse(read('bench.json'))

test('the committed text and charts match the committed figures', () => {
  expect(read('bench.txt')).toBe(print(report))
  for (const [name, svg] of Object.entries(charts(report))) expect(read(name), name).toBe(svg)
})

test('the Markdown matches the text, cell by cell', () => {
  const words = (text: string): string[] => text.replaceAll(/[\\*]/g, '').match(/[\w.,@/×±µ]+/g) ?? []
  const markdown = new Set(words(toMarkdown(report)))
  expect(words(print(report)).filter((word) => !markdown.has(word))).toEqual([])
})
