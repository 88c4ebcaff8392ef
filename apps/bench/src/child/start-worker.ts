import type { Entry } from '../catalog.ts'
import type { ClientOptions } from '../client.ts'
import { type Child, startChild } from './ask.ts'
import type { WorkerOrder } from './worker.ts'

/** Starts a process with one client, loaded and opened. */
export async function startWorker(
  { module }: Entry,
  options: ClientOptions,
  clockErrorMs = 0,
): Promise<Child<WorkerOrder>> {
  const { tokenUrl, apiUrl, clientId, clientSecret, audience, directory } = options
  const worker = await startChild<WorkerOrder>(new URL('./worker.ts', import.meta.url), [
    module.href,
    `${clockErrorMs}`,
  ])
  try {
    const plain: ClientOptions = { tokenUrl, apiUrl, clientId, clientSecret, audience, directory }
    await worker.ask({ do: 'open', options: plain })
    return worker
  } catch (error) {
    worker.kill()
    throw error
  }
}
