import { signal } from '@preact/signals'
import { keptText } from '../ui/kept-text.ts'
import { type RuntimeName, runtimes } from './runtimes.ts'

const kept = keptText(() => localStorage, 'camunda-playground-runtime')

/** The runtime to show code for, remembered for the next visit. */
export const chosenRuntime = signal<RuntimeName>(remembered())

export function chooseRuntime(name: RuntimeName): void {
  chosenRuntime.value = name
  kept.write(name)
}

function remembered(): RuntimeName {
  const name = kept.read()
  return runtimes.find((runtime) => runtime.name === name)?.name ?? 'node'
}
