import { type Engine, EngineError } from '../../src/index.ts'

/** What happens to a process: one of `moves`, on what the second number picks. */
export type Move = readonly [kind: number, pick: number]

const MINUTE = 60_000

interface Play {
  readonly engine: Engine
  readonly pick: number
  /** Key of the process instance that was started. */
  readonly root: string
  /** The one of a list that the number picks. */
  of<T>(list: readonly T[]): T | undefined
}

const openJob = ({ engine, of }: Play): string =>
  of([...engine.jobs].filter(({ endTime }) => endTime === null))?.jobKey ?? ''

const openTask = ({ engine, of }: Play): string =>
  of([...engine.userTasks].filter(({ completionDate }) => completionDate === null))?.userTaskKey ?? ''

const complete = (play: Play): void => play.engine.completeJob(openJob(play))

export const moves = {
  complete,
  completeToo: complete,
  completeTask: (play: Play) => {
    play.engine.completeUserTask(openTask(play))
  },
  deny: (play: Play) => {
    play.engine.completeJob(openJob(play), { result: { type: 'userTask', denied: true, deniedReason: 'no' } })
  },
  assign: (play: Play) => {
    play.engine.assignUserTask(openTask(play), { assignee: 'jane' })
  },
  throwError: (play: Play) => {
    play.engine.throwError(openJob(play), { errorCode: play.pick % 3 === 0 ? 'unknown' : 'broken' })
  },
  fail: (play: Play) => {
    play.engine.failJob(openJob(play), { retries: play.pick % 2 })
  },
  wait: ({ engine }: Play) => engine.advance(MINUTE),
  publish: ({ engine, pick }: Play) => {
    engine.publishMessage({ name: 'news', correlationKey: 'A', timeToLive: pick % 2 === 0 ? 0 : MINUTE })
  },
  broadcast: ({ engine }: Play) => {
    engine.broadcastSignal({ signalName: 'all' })
  },
  setVariable: ({ engine, root, pick }: Play) => {
    engine.setVariables(root, { variables: { x: pick % 2 } })
  },
  resolve: ({ engine, of }: Play) => {
    const incident = of([...engine.incidents].filter(({ state }) => state === 'ACTIVE'))
    if (incident?.jobKey) engine.updateJob(incident.jobKey, { retries: 1 })
    if (incident) engine.resolveIncident(incident.incidentKey)
  },
  terminate: ({ engine, of, pick }: Play) => {
    const active = of([...engine.elementInstances].filter(({ state }) => state === 'ACTIVE'))
    if (pick % 3 > 0 || active === undefined) return
    const { processInstanceKey, elementInstanceKey } = active
    engine.modifyInstance(processInstanceKey, { terminateInstructions: [{ elementInstanceKey }] })
  },
  again: ({ engine, of, pick }: Play) => {
    const known = of([...engine.elementInstances])
    if (pick % 3 > 0 || known === undefined) return
    const { processInstanceKey, elementId } = known
    engine.modifyInstance(processInstanceKey, { activateInstructions: [{ elementId }] })
  },
  migrate: ({ engine, root }: Play) => {
    const { processDefinitionKey, processDefinitionId } = engine.processInstances.get(root) ?? {}
    const versions = [...engine.processDefinitions].filter((one) => one.processDefinitionId === processDefinitionId)
    const target = versions.find((one) => one.processDefinitionKey !== processDefinitionKey)
    const nodes = target?.xml.matchAll(
      /<bpmn:(?!process|definitions|sequenceFlow|association|message|signal|error|escalation)\w+ id="([\w-]+)"/g,
    )
    engine.migrateInstance(root, {
      targetProcessDefinitionKey: target?.processDefinitionKey ?? '',
      mappingInstructions: [...(nodes ?? [])].map(([, id = '']) => ({ sourceElementId: id, targetElementId: id })),
    })
  },
  cancel: ({ engine, root, pick }: Play) => {
    if (pick % 5 === 0) engine.cancelInstance(root)
  },
  suspend: ({ engine, root, pick }: Play) => {
    if (engine.processInstances.get(root)?.state === 'SUSPENDED') engine.resumeInstance(root)
    else if (pick % 3 === 0) engine.suspendInstance(root)
  },
}

const names = Object.keys(moves) as readonly (keyof typeof moves)[]

/** Lets something happen. What is not possible now is refused, and changes nothing. */
export function carryOut(engine: Engine, [kind, pick]: Move): void {
  const name = names[kind % names.length] as keyof typeof moves
  move(engine, name, pick)
}

export function move(engine: Engine, name: keyof typeof moves, pick: number): void {
  const [first] = engine.processInstances
  try {
    moves[name]({
      engine,
      pick,
      root: first?.processInstanceKey ?? '',
      of: (list) => list[pick % list.length],
    })
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
  }
}
