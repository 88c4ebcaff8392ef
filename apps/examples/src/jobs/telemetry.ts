import { type Attributes, metrics, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Job, JobHandler, Worker, WorkerEvent } from '@x/worker'

const scope = 'mail-worker'

/** Wraps a handler in a span, which is the parent of the calls that it makes. */
export function traced<Variables, Result>(handle: JobHandler<Variables, Result>): JobHandler<Variables, Result> {
  return (job) => {
    const options = { kind: SpanKind.CONSUMER, attributes: describe(job) }
    return trace.getTracer(scope).startActiveSpan(`job ${job.type}`, options, (span) => run(span, () => handle(job)))
  }
}

async function run<Result>(span: Span, handle: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await handle()
  } catch (error) {
    span.recordException(error as Error)
    span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}

/** No variables: they may be secret. */
function describe({
  jobKey,
  type,
  retries,
  processDefinitionId,
  processInstanceKey,
  elementId,
}: Job<unknown>): Attributes {
  return {
    'camunda.job.key': jobKey,
    'camunda.job.type': type,
    'camunda.job.retries': retries,
    'camunda.process.id': processDefinitionId,
    'camunda.process.instance.key': processInstanceKey,
    'camunda.element.id': elementId,
  }
}

/** Counts jobs by outcome, and failed polls. Pass the returned function to the worker as `onEvent`. */
export function countEvents(): (event: WorkerEvent) => void {
  const meter = metrics.getMeter(scope)
  const jobs = meter.createCounter('camunda.jobs', { description: 'Jobs, by outcome' })
  const duration = meter.createHistogram('camunda.job.duration', { unit: 'ms' })
  const failedPolls = meter.createCounter('camunda.polls.failed')
  return (event) => {
    if (event.type === 'poll_failed') failedPolls.add(1, { type: event.jobType })
    if (event.type === 'job_completed') duration.record(event.durationMs, { type: event.jobType })
    if (event.type.startsWith('job_') && event.type !== 'job_started' && 'jobType' in event) {
      jobs.add(1, { type: event.jobType, outcome: event.type.slice('job_'.length) })
    }
  }
}

/** Reports how many slots of the worker are in use. */
export function observePlaces(worker: Worker): void {
  const held = metrics.getMeter(scope).createObservableGauge('camunda.jobs.held')
  held.addCallback((result) => result.observe(worker.stats().held))
}
