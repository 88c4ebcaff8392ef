// #region setup
import { readFile } from 'node:fs/promises'
import { createOAuth } from '@x/auth'
import { createEmulator, type Emulator } from '@x/emulator'
import { type Assertions, createAssertions } from '@x/emulator/testing'
import { createOrchestrationClient } from '@x/orchestration'
import { createOrderWorker } from './create-order-worker.ts'

export interface TestCamunda extends AsyncDisposable {
  readonly emulator: Emulator
  readonly camunda: Assertions
  /** Starts the process. */
  start(variables: Record<string, unknown>): string
}

const order = await readFile(new URL('./order.bpmn', import.meta.url), 'utf8')

/** A Camunda for one test: the model is deployed, and the worker runs until the test ends. */
export async function startCamunda(): Promise<TestCamunda> {
  // Without the sample processes: the worker would get their jobs, too.
  const emulator = createEmulator({ rateLimit: false, operate: { processInstances: 0 } })
  const { engine, fetch } = emulator
  await engine.deploy([{ name: 'order.bpmn', content: order }])
  const auth = createOAuth({ ...emulator.credentials('cluster'), fetch, minTokenIntervalMs: 0 })
  const orchestration = createOrchestrationClient({ auth, baseUrl: emulator.url('orchestration'), fetch })
  const stop = new AbortController()
  const running = createOrderWorker(orchestration).run({ signal: stop.signal })
  return {
    emulator,
    camunda: createAssertions(emulator),
    start: (variables) => engine.createInstance({ processDefinitionId: 'order', variables }).processInstanceKey,
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
    },
  }
}
// #endregion setup
