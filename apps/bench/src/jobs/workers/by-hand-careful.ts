import type { WorkerOptions } from '../catalog.ts'
import { loop } from './loop.ts'

/** The minimum for production: dead connections time out, and error responses are noticed. */
export function open(options: WorkerOptions): void {
  void loop(options, async (url, init) => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(60_000) })
    if (!response.ok) throw new Error(`${response.status}`)
    return response
  })
}
