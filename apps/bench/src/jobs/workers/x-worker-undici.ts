import { throughUndici } from '@x/rest/undici'
import type { WorkerOptions } from '../catalog.ts'
import { openXWorker } from './open-x-worker.ts'

/** Our worker over undici. */
export function open(options: WorkerOptions): void {
  openXWorker(options, throughUndici())
}
