import type { WorkerOptions } from '../catalog.ts'
import { openXWorker } from './open-x-worker.ts'

/** Our worker. */
export function open(options: WorkerOptions): void {
  openXWorker(options)
}
