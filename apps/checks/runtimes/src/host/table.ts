import { describeRun, type Machine } from '../../../../../tools/describe-machine.ts'
import type { PackageName } from '../suite/suite.ts'

export const PACKAGES: readonly PackageName[] = [
  'env',
  'auth',
  'rest',
  'console',
  'modeler',
  'operate',
  'camunda',
  'worker',
  'proxy',
  'emulator',
]

/** The result of one runtime. */
export interface Row {
  readonly runtime: string
  /** Undefined if the runtime was missing. */
  readonly version?: string | undefined
  /** Number of tests by package. */
  readonly passed: Readonly<Partial<Record<PackageName, number>>>
  readonly failures: readonly { readonly packageName?: PackageName | undefined; readonly text: string }[]
}

/** One run of the whole matrix. */
export interface Matrix {
  readonly machine: Machine
  readonly rows: readonly Row[]
}

/** Returns a Markdown row for each runtime, below a line with place and time. */
export function toMarkdown({ machine, rows }: Matrix): string {
  return `Ran on ${describeRun(machine)}.\n\n${toTable(rows)}\n`
}

function toTable(rows: readonly Row[]): string {
  const head = ['Runtime', 'Version', ...PACKAGES.map((name) => `@x/${name}`)]
  const table = [head, ...rows.map(toCells)]
  const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)))
  const lines = [table[0], widths.map((width) => '-'.repeat(width)), ...table.slice(1)].map((cells) => {
    const padded = widths.map((width, column) => (cells?.[column] ?? '').padEnd(width))
    return `| ${padded.join(' | ')} |`
  })
  return lines.join('\n')
}

function toCells({ runtime, version, passed, failures }: Row): string[] {
  if (version === undefined) return [runtime, failures.length > 0 ? 'failed' : 'not run']
  const results = PACKAGES.map((name) => {
    const failed = failures.filter(({ packageName }) => packageName === name).length
    if (failed > 0) return `${failed} failed`
    return passed[name] ? '✓' : ''
  })
  return [runtime, version, ...results]
}
