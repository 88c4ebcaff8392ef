import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chart } from '../src/report/chart.ts'
import { toMarkdown } from '../src/report/markdown.ts'
import { panels } from '../src/report/panels.ts'
import { print } from '../src/report/print.ts'
import type { Report } from '../src/report/report.ts'

const read = (name: string): string => readFileSync(new URL(`../results/${name}`, import.meta.url), 'utf8')
const report: Report = JSON.parse(read('bench.json'))

test('the text and the chart that are kept are what the kept figures say', () => {
  expect(read('bench.txt')).toBe(print(report))
  const { date, cpu, node, commit } = report.machine
  expect(read('bench.svg')).toBe(chart(panels(report), `${date}, ${cpu}, Node ${node.slice(1)}, commit ${commit}`))
})

test('the Markdown says the same as the text, cell by cell', () => {
  const words = (text: string): string[] => text.replaceAll(/[\\*]/g, '').match(/[\w.,@/×±µ]+/g) ?? []
  const markdown = new Set(words(toMarkdown(report)))
  expect(words(print(report)).filter((word) => !markdown.has(word))).toEqual([])
})
