import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ApiAccess } from '../../../calls/api-access.ts'
import type { Call } from '../../../calls/call.ts'
import { type AllPages, loadAll } from './load-all.ts'

/** What was loaded for a response is kept with it, also while another one is open. */
const loads = new WeakMap<Call, Signal<AllPages | undefined>>()
let running: { readonly call: Call; readonly controller: AbortController } | undefined

/** The loaded part of all pages; undefined until they are requested. */
export function allPagesOf(call: Call): ReadonlySignal<AllPages | undefined> {
  return loadOf(call)
}

/** Loads the items of all pages of this response's list. */
export async function startAllPages(access: ApiAccess, call: Call): Promise<void> {
  stopAllPages()
  const load = loadOf(call)
  const controller = new AbortController()
  const report = (loaded: AllPages): void => {
    load.value = loaded
  }
  running = { call, controller }
  report({ items: [], requests: 0, state: 'loading' })
  report(await loadAll(access, call.operation, call.input, report, controller.signal))
}

/** Stops loading, unless it is for this response. */
export function stopAllPages(except?: Call): void {
  if (running?.call !== except) running?.controller.abort()
}

function loadOf(call: Call): Signal<AllPages | undefined> {
  const load = loads.get(call) ?? signal(undefined)
  loads.set(call, load)
  return load
}
