import type { ElementDraft, Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import type { ElementType, JobModel } from './process-model.ts'
import { DEFAULT_RETRIES, readHeaders, toHeaders } from './read-job.ts'

/** Elements without work at their start, so that a start listener would have nothing to precede. */
const WITHOUT_START: readonly ElementType[] = ['START_EVENT', 'BOUNDARY_EVENT']

/** Reads the execution listeners of an element or process. */
export function readListeners(draft: ElementDraft, source: ModdleElement, reading: Reading): void {
  const listeners = extension(source, 'zeebe:ExecutionListeners')?.listeners ?? []
  const seen = new Set<string>()
  for (const listener of listeners) {
    const { eventType = '', type = '' } = listener
    const model = readListener(source, listener, reading)
    if (type.trim() === '') reading.problems.add(draft.id, 'An execution listener needs a job type.')
    if (seen.has(`${eventType} ${type}`)) {
      reading.problems.add(draft.id, `There are several execution listeners of the type '${type}' for '${eventType}'.`)
    }
    seen.add(`${eventType} ${type}`)
    if (eventType === 'start') draft.startListeners.push(model)
    else if (eventType === 'end') draft.endListeners.push(model)
    else reading.problems.add(draft.id, `The engine does not support execution listeners for '${eventType}'.`)
  }
}

function readListener(source: ModdleElement, listener: ModdleElement, reading: Reading): JobModel {
  return {
    type: reading.expression(source, listener.type ?? ''),
    retries: reading.expression(source, listener.retries || DEFAULT_RETRIES),
    priority: undefined,
    // Headers of the listener take precedence over those of its element.
    headers: Object.freeze({ ...readHeaders(source), ...toHeaders(listener.headers) }),
    linkedResources: [],
  }
}

/** Reports listeners for events that the element does not have. */
export function validateListeners(
  { id, type, event, startListeners, endListeners }: ElementDraft,
  reading: Reading,
): void {
  const report = (when: string): void =>
    reading.problems.add(id, `An element of this kind does not support execution listeners for '${when}'.`)
  if (startListeners.length > 0 && WITHOUT_START.includes(type)) report('start')
  const isErrorEnd = type === 'END_EVENT' && event?.kind === 'error'
  if (endListeners.length > 0 && (type.endsWith('GATEWAY') || isErrorEnd)) report('end')
}
