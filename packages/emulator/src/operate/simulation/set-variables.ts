import type { Variable } from '../entities.ts'
import { type Records, type Run, TENANT } from './run.ts'

/** Sets a variable of the process instance, or of a flow node instance when `scope` is given. */
export function setVariable({ store, nextKey }: Records, run: Run, name: string, value: unknown, scope?: bigint): void {
  const known = scope === undefined ? run.variables.get(name) : undefined
  if (known && run.values[name] === value) return
  const text = JSON.stringify(value)
  if (scope === undefined) run.values[name] = value
  if (known) {
    known.value = text
    return
  }
  const variable: Variable = {
    key: nextKey(run.partition),
    processInstanceKey: run.instance.key,
    scopeKey: scope ?? run.instance.key,
    name,
    value: text,
    truncated: false,
    tenantId: TENANT,
  }
  store.variables.set(variable.key, variable)
  if (scope === undefined) run.variables.set(name, variable)
}

export function setVariables(records: Records, run: Run, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) setVariable(records, run, name, value)
}
