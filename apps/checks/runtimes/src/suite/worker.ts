import { createBearer } from '@x/auth'
import { createJobs } from '@x/orchestration/jobs'
import { createWorker, type Worker, type WorkerOptions } from '@x/worker'
import type { Controls } from './controls.ts'
import { equal } from './expect.ts'
import type { Place } from './place.ts'
import type { Suite } from './suite.ts'

export function workerSuite({ test }: Suite, { setup }: Place, { addJobs, listJobs }: Controls): void {
  const open = (handle: WorkerOptions['jobs'][string]): Worker =>
    createWorker({
      orchestration: createJobs({ auth: createBearer('runtimes'), baseUrl: setup.jobsUrl }),
      jobs: { 'charge-card': handle },
    })

  test('worker', 'works on all jobs with exact variables, then ends', async () => {
    await addJobs(40, '{"orderId":9007199254740993}')
    const worker = open(({ variables }) => ({ charged: variables.orderId }))
    await worker.runFor({ ms: 15_000 })
    const completed = { state: 'completed', retries: 3, body: '{"variables":{"charged":9007199254740993}}' }
    equal(await listJobs(), Array(40).fill(completed), 'jobs')
  })

  test('worker', 'retries a job whose handler throws', async () => {
    await addJobs(1, '{}')
    const worker = open(({ retries }) => {
      if (retries === 3) throw new Error('the first try')
    })
    await worker.runFor({ ms: 15_000 })
    equal(await listJobs(), [{ state: 'completed', retries: 2, body: '{}' }], 'jobs')
  })

  test('worker', 'finishes its jobs when it is stopped, and no poll stays open', async () => {
    await addJobs(3, '{}')
    const stop = new AbortController()
    const worker = open(async () => {
      stop.abort()
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await worker.run({ signal: stop.signal })
    equal(await listJobs(), Array(3).fill({ state: 'completed', retries: 3, body: '{}' }), 'jobs')
    const { completed, held, reserved, lost } = worker.stats()
    equal([completed, held, reserved, lost], [3, 0, 0, 0], 'counts')
  })
}
