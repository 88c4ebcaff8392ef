import type { Run, Runtime } from '../runners/runtime.ts'
import { PRINTED } from '../suite/redaction.ts'
import type { PackageName } from '../suite/suite.ts'

export const PACKAGES: readonly PackageName[] = [
  'env',
  'auth',
  'rest',
  'console',
  'modeler',
  'operate',
  'proxy',
  'emulator',
]

/** How one runtime did. */
export interface Row {
  readonly runtime: string
  /** Undefined when the runtime was missing. */
  readonly version?: string | undefined
  /** Number of tests by package. */
  readonly passed: Readonly<Partial<Record<PackageName, number>>>
  readonly failures: readonly { readonly packageName?: PackageName | undefined; readonly text: string }[]
}

/** Counts, and looks for what the tests inside cannot see: what was printed, and tests that did not run. */
export function toRow({ name }: Runtime, run: Run, secrets: readonly string[]): Row {
  const { version, outcomes, printed } = run
  const passed: Partial<Record<PackageName, number>> = {}
  const failures: { packageName?: PackageName; text: string }[] = []
  for (const { packageName, name, error } of outcomes) {
    if (error === undefined) passed[packageName] = (passed[packageName] ?? 0) + 1
    else failures.push({ packageName, text: `${packageName}: ${name}\n${error}` })
  }
  for (const name of PACKAGES) {
    const ran = outcomes.some(({ packageName }) => packageName === name)
    if (!ran) failures.push({ packageName: name, text: `${name}: no test ran` })
  }
  if (printed !== undefined) {
    if (!printed.includes(PRINTED)) failures.push({ text: 'What the console printed was not seen.' })
    // A token is a JWT: what begins so is the first part of one.
    const shown = [...secrets, 'marker-secret', 'eyJhbGci'].some((secret) => printed.includes(secret))
    if (shown) failures.push({ packageName: 'auth', text: `The console shows a secret or a token:\n${printed}` })
  }
  return { runtime: name, version, passed, failures }
}

/** A row of Markdown for each runtime. */
export function toMarkdown(rows: readonly Row[]): string {
  const head = ['Runtime', 'Version', ...PACKAGES.map((name) => `@x/${name}`)]
  const table = [head, ...rows.map(toCells)]
  const widths = head.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)))
  const lines = [table[0], widths.map((width) => '-'.repeat(width)), ...table.slice(1)].map((cells) => {
    const padded = widths.map((width, column) => (cells?.[column] ?? '').padEnd(width))
    return `| ${padded.join(' | ')} |`
  })
  return lines.join('\n')
}

function toCells({ runtime, version, failures }: Row): string[] {
  if (version === undefined) return [runtime, failures.length > 0 ? 'failed' : 'not run']
  const results = PACKAGES.map((name) => {
    const failed = failures.filter(({ packageName }) => packageName === name).length
    return failed > 0 ? `${failed} failed` : '✓'
  })
  return [runtime, version, ...results]
}
