import { signal } from '@preact/signals'
import { type RuntimeName, runtimes } from './runtimes.ts'

const KEY = 'camunda-playground-runtime'

/** The runtime that code is shown for; kept for the next visit. */
export const chosenRuntime = signal<RuntimeName>(remembered())

export function chooseRuntime(name: RuntimeName): void {
  chosenRuntime.value = name
  try {
    localStorage.setItem(KEY, name)
  } catch {
    // No storage in this browser: chosen for this visit.
  }
}

function remembered(): RuntimeName {
  let name: string | null = null
  try {
    name = localStorage.getItem(KEY)
  } catch {
    // As on the first visit.
  }
  return runtimes.find((runtime) => runtime.name === name)?.name ?? 'node'
}
