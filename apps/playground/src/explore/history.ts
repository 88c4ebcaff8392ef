import { signal } from '@preact/signals'
import type { Call } from '../calls/call.ts'

const LIMIT = 50

/** The calls of this tab, newest first. In memory: they end with the tab, and the secrets in them too. */
export const history = signal<readonly Call[]>([])

export function remember(call: Call): void {
  history.value = [call, ...history.value].slice(0, LIMIT)
}

export function clearHistory(): void {
  history.value = []
}
