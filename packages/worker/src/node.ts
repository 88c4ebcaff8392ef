// biome-ignore-all lint/correctness/noNodejsModules: for Node, Deno and Bun, as the sub-path says
import process from 'node:process'

/**
 * Returns a signal that aborts when the process receives SIGTERM or SIGINT (Ctrl+C), by default. A second one ends the
 * process at once.
 *
 * @example
 * import { createWorker } from '@x/worker'
 * import { stopSignal } from '@x/worker/node'
 *
 * const worker = createWorker({ orchestration: camunda, jobs: { 'charge-card': async () => ({ paid: true }) } })
 * await worker.run({ signal: stopSignal() })
 */
export function stopSignal(names: readonly ('SIGTERM' | 'SIGINT' | 'SIGHUP')[] = ['SIGTERM', 'SIGINT']): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    for (const name of names) process.removeListener(name, stop)
    controller.abort()
  }
  for (const name of names) process.on(name, stop)
  return controller.signal
}
