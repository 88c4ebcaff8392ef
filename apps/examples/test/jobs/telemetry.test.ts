import { metrics, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { createJobs } from '@x/orchestration/jobs'
import { createWorker } from '@x/worker'
import { expect, it } from 'vitest'
import { countEvents, observePlaces, traced } from '../../src/jobs/telemetry.ts'
import { startMailJobs } from '../support/mail-jobs.ts'

it('creates a span for each run of a handler, and counts how jobs end', async () => {
  const spans = new InMemorySpanExporter()
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }))
  const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 })
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))

  const { jobs, variables, add } = await startMailJobs()
  const worker = createWorker({
    orchestration: createJobs({ auth: { headers: async () => ({}) }, baseUrl: variables.CAMUNDA_REST_ADDRESS }),
    jobs: {
      'send-mail': traced((job) => {
        if (job.retries === 3) throw new Error('The first try fails')
        return { sent: true }
      }),
    },
    onEvent: countEvents(),
  })
  observePlaces(worker)
  const job = add('ada@example.com')
  await worker.runFor({ ms: 10_000 })
  await reader.forceFlush()

  expect(jobs.jobs.size).toBe(1)
  const seen = spans
    .getFinishedSpans()
    .map(({ name, status, attributes }) => [name, status.code, attributes['camunda.job.retries']])
  expect(seen).toEqual([
    ['job send-mail', 2, 3],
    ['job send-mail', 0, 2],
  ])
  expect(spans.getFinishedSpans()[0]?.attributes['camunda.job.key']).toBe(job.key)
  const found = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
  const counts = found.find(({ descriptor }) => descriptor.name === 'camunda.jobs')
  expect(counts?.dataPoints.map(({ attributes, value }) => [attributes.outcome, value])).toEqual([
    ['failed', 1],
    ['completed', 1],
  ])
  expect(found.find(({ descriptor }) => descriptor.name === 'camunda.jobs.held')?.dataPoints[0]?.value).toBe(0)
})
