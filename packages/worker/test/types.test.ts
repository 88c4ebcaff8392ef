import type { OrchestrationClient } from '@x/orchestration'
import * as v from 'valibot'
import { describe, expectTypeOf, test } from 'vitest'
import {
  type ActivatedJob,
  type AdHocSubProcessResult,
  createWorker,
  type Job,
  type StandardSchema,
  type UserTaskListenerResult,
} from '../src/index.ts'

declare const camunda: OrchestrationClient
const Parcel = v.object({ weight: v.number(), address: v.object({ zip: v.string() }) })
const Order = v.pipe(
  v.object({ placed: v.string() }),
  v.transform(({ placed }) => ({ placed: new Date(placed) })),
)
/** Only compiled: a worker of these options is never made. */
const compiled = (create: () => unknown): void => void create

describe('types', () => {
  test('variables are what the schema returns, and plain JSON without one', () => {
    compiled(() =>
      createWorker({
        orchestration: camunda,
        jobs: {
          plain: (job) => {
            expectTypeOf(job.variables).toEqualTypeOf<Readonly<Record<string, unknown>>>()
          },
          options: {
            timeoutMs: 1000,
            handle: (job) => {
              expectTypeOf(job.variables).toEqualTypeOf<Readonly<Record<string, unknown>>>()
            },
          },
          schema: {
            variables: Parcel,
            handle: async (job) => {
              expectTypeOf(job.variables).toEqualTypeOf<{ weight: number; address: { zip: string } }>()
              expectTypeOf(job.signal).toEqualTypeOf<AbortSignal>()
              return { shipped: job.variables.weight }
            },
          },
          last: {
            handle: (job) => {
              expectTypeOf(job.variables).toEqualTypeOf<{ placed: Date }>()
            },
            variables: Order,
          },
        },
      }),
    )
  })

  test('a resource of the client is enough', () => {
    compiled(() => createWorker({ orchestration: camunda.jobs, jobs: { a: () => ({}) } }))
  })

  test('results of listeners and ad-hoc sub-processes have types, and interfaces can be variables', () => {
    interface Receipt {
      readonly id: string
    }
    const corrections = (): UserTaskListenerResult => ({ corrections: { assignee: 'ada' } })
    const activate = async (): Promise<AdHocSubProcessResult> => ({ activate: [{ elementId: 'Check' }] })
    const receipt = (): Receipt => ({ id: 'R-1' })
    compiled(() =>
      createWorker({ orchestration: camunda, jobs: { corrections, activate, receipt, nothing: () => {} } }),
    )
    // @ts-expect-error A misspelled correction.
    const wrong = (): UserTaskListenerResult => ({ corrections: { asignee: 'ada' } })
    compiled(wrong)
  })

  test('invalid results, schemas and options are rejected', () => {
    // @ts-expect-error A text is no variables.
    compiled(() => createWorker({ orchestration: camunda, jobs: { a: () => 'done' } }))
    // @ts-expect-error A misspelled option.
    compiled(() => createWorker({ orchestration: camunda, jobs: { a: { handle: () => {}, timeout: 1 } } }))
    // @ts-expect-error No client.
    compiled(() => createWorker({ orchestration: {}, jobs: { a: () => {} } }))
  })

  test("the job is that of the client, and valibot's schemas are Standard Schemas", () => {
    type Theirs = Awaited<ReturnType<OrchestrationClient['jobs']['activate']>>['jobs'][number]
    expectTypeOf<Theirs>().toExtend<ActivatedJob>()
    expectTypeOf<keyof Theirs>().toEqualTypeOf<keyof ActivatedJob>()
    expectTypeOf<Job['retries']>().toEqualTypeOf<number>()
    expectTypeOf(Parcel).toExtend<StandardSchema>()
  })
})
