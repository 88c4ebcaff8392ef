// Pages of figures: what was recorded, in words and tables. No figure is written by hand.
import { readFileSync } from 'node:fs'
import { toMarkdown as benchToMarkdown } from '../../../apps/bench/src/report/markdown.ts'
import type { Report } from '../../../apps/bench/src/report/report.ts'
import { type Matrix, toMarkdown as matrixToMarkdown } from '../../../apps/checks/runtimes/src/host/table.ts'
import { describeRun, type Machine } from '../../../tools/describe-machine.ts'
import { repository } from '../navigation.ts'
import type { Page, Section } from '../page.ts'

function read<T extends { readonly machine: Machine }>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, repository), 'utf8'))
}

export function measuredSection(): Section {
  const bench = read<Report>('apps/bench/results/bench.json')
  const page = (name: string, title: string, markdown: string): Page => ({
    title,
    address: `measured/${name}`,
    file: `apps/bench/results/${name}.md`,
    markdown,
  })
  return {
    title: 'Measured',
    summary: 'What ran where, how fast, and what it weighs: written from the recorded figures, none by hand.',
    folder: 'measured',
    shows: [],
    groups: [
      {
        pages: [
          page('runtimes', 'Runtimes', runtimesPage(read('apps/checks/runtimes/runtimes.json'))),
          page(
            'bench',
            'Bench',
            `# Bench\n\n![The figures that say most, as bars; the tables below have them all](bench.svg)\n\n${benchToMarkdown(bench)}`,
          ),
          page('bundle-sizes', 'Bundle sizes', sizesPage(read('apps/checks/packed/bundle-sizes.json'))),
        ],
      },
    ],
  }
}

function runtimesPage(matrix: Matrix): string {
  const [first] = matrix.rows
  const counts = Object.values(first?.passed ?? {}).reduce((sum, count) => sum + count, 0)
  return `# Runtimes

One suite, run on the packages as they would be published: packed, installed into an empty project and called over real HTTP. On ${first?.runtime} it has ${counts} tests; other runtimes have some of their own beside them.

${matrixToMarkdown(matrix)}`
}

interface BundleSizes {
  readonly machine: Machine
  readonly sizes: readonly { readonly name: string; readonly size: number; readonly sizeLimit: number }[]
}

function sizesPage({ machine, sizes }: BundleSizes): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  const rows = sizes.map(
    ({ name, size, sizeLimit }) => `| ${name.replaceAll('@', '\\@')} | ${kilobytes(size)} | ${kilobytes(sizeLimit)} |`,
  )
  return `# Bundle sizes

What a bundle weighs that has the entry and all that it needs, valibot too: minified and gzipped. A change that breaks a budget fails the build.

Measured on ${describeRun(machine)}.

| Entry | Weighs | Budget |
| --- | --: | --: |
${rows.join('\n')}
`
}
