import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Engine, EngineError, type TaskListenerResult, type UserTaskChange } from '../src/index.ts'
import { engineWith, startInstance } from './support/engine.ts'
import { end, flows, process, start, taskListeners, userTask } from './support/models.ts'

const EVENTS = ['creating', 'assigning', 'updating', 'completing', 'canceling'] as const
type Event = (typeof EVENTS)[number]
/** How many listeners each event has, and whom the process assigns the task to. */
type Setup = Readonly<Record<Event, number>> & { readonly assignee: string | null }
type Attributes = { readonly assignee: string | null; readonly priority: number }

/** A user task in the simplest terms. */
interface ModelTask {
  readonly instance: string
  readonly key: string
  state: 'CREATED' | 'COMPLETED' | 'CANCELED' | Uppercase<Event>
  attributes: Attributes
  /** A change whose listeners are at work. */
  change: { event: Event; attributes: Attributes; listener: number; hasFailed: boolean } | undefined
  /** The latest change that a command asked for, and what should have become of it. */
  asked: { result: UserTaskChange | undefined; outcome: string } | undefined
}

interface Model {
  readonly setup: Setup
  readonly tasks: ModelTask[]
}

type Command = fc.Command<Model, Engine>

/** Begins a change, or goes on with it: waits for the next listener, or the change happens. */
function goOn({ setup }: Model, task: ModelTask, change: NonNullable<ModelTask['change']>): void {
  if (change.listener < setup[change.event]) {
    task.change = change
    task.state = change.event.toUpperCase() as Uppercase<Event>
    return
  }
  task.change = undefined
  task.attributes = change.attributes
  if (task.asked?.outcome === 'PENDING') task.asked.outcome = 'DONE'
  task.state = change.event === 'completing' ? 'COMPLETED' : change.event === 'canceling' ? 'CANCELED' : 'CREATED'
}

function create(model: Model, instance: string, key: string): ModelTask {
  const { assignee } = model.setup
  const task: ModelTask = {
    instance,
    key,
    state: 'CREATED',
    attributes: { assignee: null, priority: 50 },
    change: undefined,
    asked: undefined,
  }
  goOn(model, task, { event: 'creating', attributes: { assignee, priority: 50 }, listener: 0, hasFailed: false })
  assignFirst(model, task)
  return task
}

/** The assignee of the process takes over once the task is created. */
function assignFirst(model: Model, task: ModelTask): void {
  const { assignee } = model.setup
  if (task.change !== undefined || assignee === null) return
  const attributes = { ...task.attributes, assignee }
  task.attributes = { ...attributes, assignee: null }
  goOn(model, task, { event: 'assigning', attributes, listener: 0, hasFailed: false })
}

function codeOf(command: () => unknown): string | undefined {
  try {
    command()
    return undefined
  } catch (error) {
    if (error instanceof EngineError) return error.code
    throw error
  }
}

function checkTask(engine: Engine, task: ModelTask): void {
  const { key, instance, state, attributes, change, asked } = task
  const record = engine.userTasks.get(key)
  expect({ state: record?.state, assignee: record?.assignee, priority: record?.priority }).toEqual({
    state,
    ...attributes,
  })
  expect(record?.completionDate !== null).toBe(state === 'COMPLETED' || state === 'CANCELED')
  const open = [...engine.jobs.of(instance)].filter(({ endTime }) => endTime === null)
  expect(open.map(({ type, listenerEventType }) => [type, listenerEventType])).toEqual(
    change === undefined ? [] : [[`${change.event}-${change.listener}`, change.event.toUpperCase()]],
  )
  const incidents = [...engine.incidents.of(instance)].filter((incident) => incident.state === 'ACTIVE')
  expect(incidents).toHaveLength(change?.hasFailed ? 1 : 0)
  const isOver = { COMPLETED: 'COMPLETED', CANCELED: 'TERMINATED' }[state as string] ?? 'ACTIVE'
  expect(engine.processInstances.get(instance)?.state).toBe(isOver)
  expect(asked?.result?.outcome).toBe(asked?.outcome)
}

/** Runs a command on the task that `index` picks, and then looks at it. */
function onTask(index: number, text: string, run: (model: Model, engine: Engine, task: ModelTask) => void): Command {
  return {
    check: ({ tasks }) => tasks.length > 0,
    run(model, engine) {
      const task = model.tasks[index % model.tasks.length] as ModelTask
      run(model, engine, task)
      checkTask(engine, task)
    },
    toString: () => `${text} ${index}`,
  }
}

const startTask: Command = {
  check: ({ tasks }) => tasks.length < 3,
  run(model, engine) {
    const instance = startInstance(engine)
    const [record] = engine.userTasks.of(instance)
    const task = create(model, instance, record?.userTaskKey ?? '')
    model.tasks.push(task)
    checkTask(engine, task)
  },
  toString: () => 'start',
}

/** A command that changes a task, which is only accepted while it waits for one. */
function change(
  index: number,
  text: string,
  event: Event,
  command: (engine: Engine, key: string) => UserTaskChange,
  changes: Partial<Attributes>,
  isRejected: (attributes: Attributes) => boolean = () => false,
): Command {
  return onTask(index, text, (model, engine, task) => {
    const isOver = task.state === 'COMPLETED' || task.state === 'CANCELED'
    const rejection = isOver
      ? 'NOT_FOUND'
      : task.state !== 'CREATED' || isRejected(task.attributes)
        ? 'INVALID_STATE'
        : undefined
    let result: UserTaskChange | undefined
    expect(
      codeOf(() => {
        result = command(engine, task.key)
      }),
    ).toBe(rejection)
    if (rejection !== undefined) return
    task.asked = { result, outcome: 'PENDING' }
    const attributes = { ...task.attributes, ...changes }
    goOn(model, task, { event, attributes, listener: 0, hasFailed: false })
  })
}

const assign = (index: number, assignee: string, allowOverride: boolean): Command =>
  change(
    index,
    `assign to ${assignee}, overriding ${allowOverride}:`,
    'assigning',
    (engine, key) => engine.assignUserTask(key, { assignee, allowOverride }),
    { assignee },
    (now) => !allowOverride && now.assignee !== null && now.assignee !== assignee,
  )

const unassign = (index: number): Command =>
  change(index, 'unassign', 'assigning', (engine, key) => engine.unassignUserTask(key), { assignee: null })

const update = (index: number, priority: number): Command =>
  change(
    index,
    `update priority to ${priority}:`,
    'updating',
    (engine, key) => engine.updateUserTask(key, { changeset: { priority } }),
    { priority },
  )

const complete = (index: number): Command =>
  change(index, 'complete', 'completing', (engine, key) => engine.completeUserTask(key), {})

/** Completes the job of a listener, with corrections or a denial. */
const answer = (index: number, result: Pick<TaskListenerResult, 'denied' | 'corrections'>): Command =>
  onTask(index, `listener answers ${JSON.stringify(result)}:`, (model, engine, task) => {
    const { change } = task
    if (change === undefined) return
    const { corrections, denied = false } = result
    const isCorrected = corrections !== undefined
    const isUndeniable = change.event === 'creating' || change.event === 'canceling'
    const isSetByProcess = change.event === 'creating' && model.setup.assignee !== null
    const rejection = change.hasFailed
      ? 'INVALID_STATE'
      : (denied && (isUndeniable || isCorrected)) || (isSetByProcess && corrections?.assignee !== undefined)
        ? 'INVALID_ARGUMENT'
        : undefined
    expect(codeOf(() => engine.completeJob(openJob(engine, task), { result }))).toBe(rejection)
    if (rejection !== undefined) return
    if (denied) {
      task.state = 'CREATED'
      task.change = undefined
      if (task.asked?.outcome === 'PENDING') task.asked.outcome = 'DENIED'
      return
    }
    const corrected = Object.entries(corrections ?? {}).map(([name, value]) => [name, value === '' ? null : value])
    change.attributes = { ...change.attributes, ...Object.fromEntries(corrected) }
    change.listener += 1
    goOn(model, task, change)
    if (change.event === 'creating') assignFirst(model, task)
  })

const fail = (index: number): Command =>
  onTask(index, 'listener fails', (_, engine, task) => {
    if (task.change === undefined || task.change.hasFailed) return
    engine.failJob(openJob(engine, task), { retries: 0 })
    task.change.hasFailed = true
  })

const resolve = (index: number): Command =>
  onTask(index, 'resolve', (_, engine, task) => {
    if (task.change?.hasFailed !== true) return
    engine.updateJob(openJob(engine, task), { retries: 1 })
    const incident = [...engine.incidents.of(task.instance)].find(({ state }) => state === 'ACTIVE')
    engine.resolveIncident(incident?.incidentKey ?? '')
    task.change.hasFailed = false
  })

const cancel = (index: number): Command =>
  onTask(index, 'cancel', (model, engine, task) => {
    const isOver = task.state === 'COMPLETED' || task.state === 'CANCELED'
    expect(codeOf(() => engine.cancelInstance(task.instance))).toBe(isOver ? 'NOT_FOUND' : undefined)
    if (isOver || task.state === 'CANCELING') return
    if (task.asked?.outcome === 'PENDING') task.asked.outcome = 'CANCELED'
    goOn(model, task, { event: 'canceling', attributes: task.attributes, listener: 0, hasFailed: false })
  })

function openJob(engine: Engine, { instance }: ModelTask): string {
  return [...engine.jobs.of(instance)].find(({ endTime }) => endTime === null)?.jobKey ?? ''
}

function xmlFor(setup: Setup): string {
  const listeners = EVENTS.flatMap((event) =>
    Array.from({ length: setup[event] }, (_, index) => [event, `${event}-${index}`] as const),
  )
  const assignment = setup.assignee === null ? '' : `<zeebe:assignmentDefinition assignee="${setup.assignee}" />`
  const task = userTask('task', assignment + taskListeners(...listeners))
  return process([start(), task, end(), flows('start', 'task', 'end')].join('\n'))
}

/** What should come more often than the rest. */
const twice = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T>[] => [arbitrary, arbitrary]

it('user tasks behave like the model, in every order of commands', async () => {
  const count = fc.nat(2)
  const setups = fc.record({
    creating: fc.nat(1),
    assigning: count,
    updating: count,
    completing: count,
    canceling: count,
    assignee: fc.constantFrom('jane', null),
  })
  const index = fc.nat(2)
  const user = fc.constantFrom('jane', 'joe')
  const priority = fc.constantFrom(0, 50, 100)
  const corrections = fc.record({ assignee: fc.constantFrom('jane', ''), priority }, { requiredKeys: [] })
  const isCorrection = (value: object): boolean => Object.keys(value).length > 0
  const results = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.record({ corrections: corrections.filter(isCorrection) }) },
    { weight: 1, arbitrary: fc.constant({ denied: true }) },
    { weight: 1, arbitrary: fc.record({ denied: fc.boolean(), corrections: corrections.filter(isCorrection) }) },
  )
  const commands = [
    ...twice(fc.constant(startTask)),
    fc.tuple(index, user, fc.boolean()).map(([at, to, allowOverride]) => assign(at, to, allowOverride)),
    index.map(unassign),
    ...twice(fc.tuple(index, priority).map(([at, to]) => update(at, to))),
    ...twice(index.map(complete)),
    ...twice(index.map(resolve)),
    // Otherwise most commands would meet a task that waits for its listeners.
    ...Array.from({ length: 8 }, () => fc.tuple(index, results).map(([at, result]) => answer(at, result))),
    index.map(fail),
    index.map(cancel),
  ]
  await fc.assert(
    fc.asyncProperty(setups, fc.commands(commands, { maxCommands: 40, size: 'max' }), async (setup, run) => {
      const engine = await engineWith(xmlFor(setup))
      const model: Model = { setup, tasks: [] }
      fc.modelRun(() => ({ model, real: engine }), run)
      for (const task of model.tasks) checkTask(engine, task)
    }),
    { numRuns: 120 },
  )
})
