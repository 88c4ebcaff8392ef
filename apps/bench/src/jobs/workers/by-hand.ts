import type { WorkerOptions } from '../catalog.ts'
import { loop } from './loop.ts'

/** The limit: nothing but the requests. */
export function open(options: WorkerOptions): void {
  void loop(options, fetch)
}
