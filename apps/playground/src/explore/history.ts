import { signal } from '@preact/signals'
import type { Call } from '../calls/call.ts'
import { onSwitch } from '../connection/on-switch.ts'

const LIMIT = 50

/** The calls of this tab on this connection, newest first. In memory only, because responses can hold secrets. */
export const history = signal<readonly Call[]>([])

export function remember(call: Call): void {
  history.value = [call, ...history.value].slice(0, LIMIT)
}

export function clearHistory(): void {
  history.value = []
}

onSwitch(clearHistory)
