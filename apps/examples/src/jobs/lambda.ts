import process from 'node:process'
import type { Worker, WorkerStats } from '@x/worker'
import { createMailWorker } from './create-mail-worker.ts'

/** The members of Lambda's context that the handler uses. */
export interface Context {
  getRemainingTimeInMillis(): number
}

/** Reserved for the response, after the worker has ended. */
const reserveMs = 1000

/** Created on a cold start, and used by all following runs. */
let worker: Worker | undefined

/** Called by Lambda, on a schedule of EventBridge. Set its reserved concurrency to 1 if one at a time is enough. */
export async function handler(_event: unknown, context: Context): Promise<WorkerStats> {
  worker ??= createMailWorker({ variables: process.env, mailUrl: process.env.MAIL_URL, name: 'lambda' })
  await worker.runFor({ ms: context.getRemainingTimeInMillis() - reserveMs })
  return worker.stats()
}
