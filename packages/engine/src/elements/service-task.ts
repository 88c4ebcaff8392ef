import type { ElementDraft, Reading } from '../model/draft.ts'
import type { ModdleElement } from '../model/moddle.ts'
import { readJob } from '../model/read-job.ts'
import type { ElementKind } from './element-kind.ts'
import { activateJobWorkerElement } from './job-worker-element.ts'

export const serviceTask: ElementKind = {
  type: 'SERVICE_TASK',
  read: readJobWorkerTask,
  activate: activateJobWorkerElement,
}

export const sendTask: ElementKind = { ...serviceTask, type: 'SEND_TASK' }

function readJobWorkerTask(draft: ElementDraft, source: ModdleElement, reading: Reading): void {
  draft.job = readJob(source, reading)
  if (draft.job === undefined) reading.problems.add(draft.id, 'The task needs a task definition with a job type.')
}
