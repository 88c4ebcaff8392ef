// Runs process instances in an engine, in a separate process: from their start through five jobs each to their end.
import { createEngine, type Engine } from '@x/engine'
import { serveOrders } from '../child/ask.ts'

/** How many instances to run. */
export interface EngineOrder {
  readonly instances: number
}

/** What it took to run them. */
export interface EngineRun {
  readonly ms: number
  /** Processor time of the whole process, including garbage collection. */
  readonly cpuUs: number
  /** Growth of the heap, without garbage: the engine with the history of all instances. */
  readonly heapBytes: number
}

const tasks = ['reserve', 'charge', 'pack', 'ship', 'notify']

function toXml(): string {
  const ids = ['start', ...tasks, 'end']
  const services = tasks.map(
    (task) => `<bpmn:serviceTask id="${task}"><bpmn:extensionElements><zeebe:taskDefinition type="${task}" />
</bpmn:extensionElements></bpmn:serviceTask>`,
  )
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="to-${id}" sourceRef="${ids[index]}" targetRef="${id}" />`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="bench">
<bpmn:process id="order" isExecutable="true">
<bpmn:startEvent id="start" /><bpmn:endEvent id="end" />${[...services, ...flows].join('\n')}
</bpmn:process>
</bpmn:definitions>`
}

/** Each instance begins with two variables, and each job adds one. */
function runInstances(engine: Engine, instances: number): void {
  for (let index = 0; index < instances; index++) {
    engine.createInstance({ processDefinitionId: 'order', variables: { orderId: `A-${index}`, total: 42.5 } })
  }
  for (const type of tasks) {
    for (;;) {
      const jobs = engine.activateJobs({ type, timeout: 60_000, maxJobsToActivate: 32 })
      if (jobs.length === 0) break
      for (const { jobKey } of jobs) engine.completeJob(jobKey, { variables: { [type]: true } })
    }
  }
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

serveOrders<EngineOrder>(async ({ instances }): Promise<EngineRun> => {
  const before = heap()
  const engine = createEngine()
  await engine.deploy([{ name: 'order.bpmn', content: toXml() }])
  const begin = performance.now()
  const cpu = process.cpuUsage()
  runInstances(engine, instances)
  const { user, system } = process.cpuUsage(cpu)
  const ms = performance.now() - begin
  const heapBytes = heap() - before
  const completed = [...engine.processInstances].filter(({ state }) => state === 'COMPLETED').length
  if (completed !== instances) throw new Error(`${completed} of ${instances} instances have completed.`)
  return { ms, cpuUs: user + system, heapBytes }
})
