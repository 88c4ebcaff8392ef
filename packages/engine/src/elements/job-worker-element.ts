import type { ElementDraft, Reading } from '../model/draft.ts'
import type { ModdleElement } from '../model/moddle.ts'
import type { JobModel } from '../model/process-model.ts'
import { readJob } from '../model/read-job.ts'
import { createJob } from '../run/jobs.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ElementInstance } from '../state/element-instance.ts'

/** Starts the work of an element that a job worker handles. Completing the job completes the element. */
export function activateJobWorkerElement(runtime: Runtime, instance: ElementInstance): void {
  createJob(runtime, instance, instance.element.job as JobModel)
}

/** The engine does not send messages. A worker does, through the job of the event. */
export function readMessageJob(draft: ElementDraft, source: ModdleElement, reading: Reading): void {
  if (draft.event?.kind !== 'message') return
  draft.job = readJob(source, reading)
  if (draft.job === undefined) {
    reading.problems.add(draft.id, 'An event that sends a message needs a task definition with a job type.')
  }
}
