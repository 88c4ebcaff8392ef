import type { Run, Runtime } from '../runners/runtime.ts'
import { PRINTED } from '../suite/redaction.ts'
import type { PackageName } from '../suite/suite.ts'
import { PACKAGES, type Row } from './table.ts'

/** Counts the tests, and checks what they cannot see themselves: console output, and tests that did not run. */
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
    // A token is a JWT, whose first part begins like this.
    const shown = [...secrets, 'marker-secret', 'eyJhbGci'].some((secret) => printed.includes(secret))
    if (shown) failures.push({ packageName: 'auth', text: `The console shows a secret or a token:\n${printed}` })
  }
  return { runtime: name, version, passed, failures }
}
