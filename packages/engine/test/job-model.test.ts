import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Engine, EngineError } from '../src/index.ts'
import { engineWith, startInstance } from './support/engine.ts'
import { flows, process, serviceTask, start } from './support/models.ts'

/** What a job should be able to do, in the simplest terms. */
interface ModelJob {
  readonly jobKey: string
  readonly instance: string
  phase: 'available' | 'active' | 'backoff' | 'incident' | 'ended'
  retries: number
  priority: number
  /** When it becomes available again. */
  until: number
}

interface Model {
  now: number
  readonly jobs: ModelJob[]
}

type Command = fc.Command<Model, Engine>

/** Runs a command on the job that `index` picks. Returns the code of its rejection. */
function onJob(index: number, run: (model: Model, engine: Engine, job: ModelJob) => void, text: string): Command {
  return {
    check: ({ jobs }) => jobs.length > 0,
    run: (model, engine) => run(model, engine, model.jobs[index % model.jobs.length] as ModelJob),
    toString: () => `${text} job ${index}`,
  }
}

function codeOf(command: () => void): string | undefined {
  try {
    command()
    return undefined
  } catch (error) {
    if (error instanceof EngineError) return error.code
    throw error
  }
}

/** Finishing is for jobs that are available or with a worker. */
const rejection = ({ phase }: ModelJob): string | undefined => {
  if (phase === 'ended') return 'NOT_FOUND'
  return phase === 'available' || phase === 'active' ? undefined : 'INVALID_STATE'
}

const create = (priority: number): Command => ({
  check: ({ jobs }) => jobs.length < 8,
  run(model, engine) {
    const instance = startInstance(engine, { priority })
    const [job] = engine.jobs.of(instance)
    model.jobs.push({ jobKey: job?.jobKey ?? '', instance, phase: 'available', retries: 3, priority, until: 0 })
  },
  toString: () => `create with priority ${priority}`,
})

const activate = (maxJobsToActivate: number, timeout: number): Command => ({
  check: () => true,
  run(model, engine) {
    const expected = model.jobs
      .filter(({ phase }) => phase === 'available')
      .sort((a, b) => b.priority - a.priority || Number(a.jobKey) - Number(b.jobKey))
      .slice(0, maxJobsToActivate)
    const jobs = engine.activateJobs({ type: 'work', timeout, maxJobsToActivate })
    expect(jobs.map(({ jobKey, retries }) => [jobKey, retries])).toEqual(
      expected.map((job) => [job.jobKey, job.retries]),
    )
    for (const job of expected) Object.assign(job, { phase: 'active', until: model.now + timeout })
  },
  toString: () => `activate ${maxJobsToActivate} for ${timeout}`,
})

const complete = (index: number): Command =>
  onJob(
    index,
    (_, engine, job) => {
      expect(codeOf(() => engine.completeJob(job.jobKey))).toBe(rejection(job))
      if (rejection(job) === undefined) job.phase = 'ended'
    },
    'complete',
  )

const fail = (index: number, retries: number, retryBackOff: number): Command =>
  onJob(
    index,
    (model, engine, job) => {
      expect(codeOf(() => engine.failJob(job.jobKey, { retries, retryBackOff }))).toBe(rejection(job))
      if (rejection(job) !== undefined) return
      const phase = retries === 0 ? 'incident' : retryBackOff > 0 ? 'backoff' : 'available'
      Object.assign(job, { phase, retries, until: model.now + retryBackOff })
    },
    `fail with ${retries} retries and backoff ${retryBackOff}`,
  )

const update = (index: number, retries: number, priority: number): Command =>
  onJob(
    index,
    (_, engine, job) => {
      const code = codeOf(() => engine.updateJob(job.jobKey, { retries, priority }))
      expect(code).toBe(job.phase === 'ended' ? 'NOT_FOUND' : undefined)
      if (code === undefined) Object.assign(job, { retries, priority })
    },
    `update to ${retries} retries and priority ${priority}`,
  )

const resolve = (index: number): Command =>
  onJob(
    index,
    (_, engine, job) => {
      const incident = [...engine.incidents.of(job.instance)].find(({ state }) => state === 'ACTIVE')
      expect(incident?.jobKey).toBe(job.phase === 'incident' ? job.jobKey : undefined)
      if (incident === undefined) return
      const code = codeOf(() => engine.resolveIncident(incident.incidentKey))
      expect(code).toBe(job.retries === 0 ? 'INVALID_STATE' : undefined)
      if (code === undefined) job.phase = 'available'
    },
    'resolve incident of',
  )

const cancel = (index: number): Command =>
  onJob(
    index,
    (_, engine, job) => {
      const code = codeOf(() => engine.cancelInstance(job.instance))
      expect(code).toBe(job.phase === 'ended' ? 'NOT_FOUND' : undefined)
      job.phase = 'ended'
    },
    'cancel instance of',
  )

const advance = (ms: number): Command => ({
  check: () => true,
  run(model, engine) {
    engine.advance(ms)
    model.now += ms
    for (const job of model.jobs) {
      if ((job.phase === 'active' || job.phase === 'backoff') && job.until <= model.now) job.phase = 'available'
    }
  },
  toString: () => `advance by ${ms}`,
})

it('jobs behave like the model, in every order of commands', async () => {
  const index = fc.nat(7)
  const priority = fc.nat(2)
  const commands = [
    priority.map(create),
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 50 })).map(([max, ms]) => activate(max, ms)),
    index.map(complete),
    fc.tuple(index, fc.nat(2), fc.nat(40)).map(([at, retries, backoff]) => fail(at, retries, backoff)),
    fc.tuple(index, fc.integer({ min: 1, max: 3 }), priority).map(([at, retries, to]) => update(at, retries, to)),
    index.map(resolve),
    index.map(cancel),
    fc.nat(60).map(advance),
  ]
  const xml = process(
    [
      start(),
      serviceTask('task', 'work', '<zeebe:jobPriorityDefinition priority="= priority" />'),
      flows('start', 'task'),
    ].join(''),
  )
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (run) => {
      const engine = await engineWith(xml)
      fc.modelRun(() => ({ model: { now: 0, jobs: [] }, real: engine }), run)
    }),
    { numRuns: 150 },
  )
})
