import { createBearer } from '@x/auth'
import { createJobs, type OrchestrationClientOptions } from '@x/orchestration/jobs'
import { createWorker } from '@x/worker'
import type { WorkerOptions } from '../catalog.ts'

/** Opens our worker over the jobs resource, which checks what it receives. */
export function openXWorker(
  { baseUrl, type, maxJobs, handle }: WorkerOptions,
  fetch?: OrchestrationClientOptions['fetch'],
): void {
  const orchestration = createJobs({ auth: createBearer('bench'), baseUrl, fetch })
  void createWorker({ orchestration, jobs: { [type]: () => handle() }, maxJobs }).run()
}
