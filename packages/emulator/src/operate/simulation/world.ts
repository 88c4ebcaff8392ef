import { DAY, type FlowNode, HOUR, nodeOf, type ProcessModel, type SequenceFlow } from '../bpmn/model.ts'
import type { DecisionModel } from '../dmn/model.ts'
import { notFound } from '../errors.ts'
import { createKeys } from '../keys.ts'
import { createStore, type Store } from '../store.ts'
import { decide } from './decide.ts'
import { createDeployments } from './deployments.ts'
import { boundariesOf, catcherOf, chosenFlows, isError, mayPass, outgoing } from './diagram.ts'
import { createEventQueue } from './event-queue.ts'
import { clearIncident, raiseIncident } from './incidents.ts'
import { problemOf } from './problem.ts'
import type { Random } from './random.ts'
import { type ActiveNode, createActiveNode, createRun, type Problem, type Records, type Run } from './run.ts'
import { setVariable, setVariables } from './set-variables.ts'

/** The data of a cluster with its own time: nothing happens but in {@link runUntil}. */
export interface World {
  readonly store: Store
  runUntil(time: number): void
  /** Resolves an active incident; its flow node tries again. */
  resolveIncident(key: bigint): void
}

/** A world that process instances run in. */
export interface SimulatedWorld extends World {
  deployProcess(model: ProcessModel): void
  deployDecisions(model: DecisionModel): void
  /** Starts an instance of the latest version of a process, on any partition. */
  start(processId: string, at: number): void
  /** Has something done at its time. */
  schedule(at: number, action: () => void): void
}

/** How often an instance is canceled, starts without a variable it needs, and gets its incident resolved. */
const CANCELED = 0.04
const FORGETFUL = 0.08
const RESOLVED = 0.5

/**
 * Walks process instances through their diagrams, a token at a time: every flow node entered and left is recorded as
 * Operate would, so that all that it shows agrees.
 */
export function createWorld(random: Random, partitions: number): SimulatedWorld {
  const store = createStore()
  const records: Records = { store, nextKey: createKeys() }
  const queue = createEventQueue()
  const deployments = createDeployments(records)
  const stuck = new Map<bigint, ActiveNode>()
  let time = Number.NEGATIVE_INFINITY

  function startRun(processId: string, at: number, caller?: ActiveNode): Run {
    const process = deployments.process(processId)
    const { model } = process
    const partition = caller?.run.partition ?? random.integer(1, partitions)
    const run = createRun(records, process, partition, at, caller)
    const variables = { ...caller?.run.values, ...model.variables(random) }
    if (model.forgets !== undefined && random.chance(FORGETFUL)) delete variables[model.forgets]
    setVariables(records, run, variables)
    for (const node of model.nodes) if (node.kind === 'startEvent') enter(run, node, at)
    return run
  }

  function enter(run: Run, node: FlowNode, at: number, isTriggered = false): void {
    const active = createActiveNode(records, run, node, at)
    for (const boundary of boundariesOf(active)) {
      const { trigger } = boundary
      if (trigger && 'timer' in trigger) {
        later(active, at + trigger.afterMs, (now) => interrupt(active, boundary, now))
      }
    }
    if (isTriggered) later(active, at + moment(), (now) => finishWork(active, now))
    else work(active, at, true)
  }

  /** Runs what a flow node does next, unless it has been left by then. */
  function later(active: ActiveNode, at: number, action: (at: number) => void): void {
    queue.add(at, () => {
      if (active.record.state === 'ACTIVE') action(at)
    })
  }

  const moment = (): number => random.integer(1, 40)

  /** Does a flow node's work, or gets stuck with it. */
  function work(active: ActiveNode, at: number, mayFail: boolean): void {
    const { node } = active
    const problem = problemOf(active)
    if (problem) {
      later(active, at + moment(), (now) => getStuck(active, problem, now))
      return
    }
    mapInputs(active)
    const { failure } = node
    const took = node.takes ? random.skewed(...node.takes) : moment()
    if (mayFail && failure && random.chance(failure.chance)) {
      const delay = failure.type === 'JOB_NO_RETRIES' ? took : moment()
      later(active, at + delay, (now) => getStuck(active, failure, now))
      return
    }
    switch (node.kind) {
      case 'callActivity':
        active.called = startRun(node.calls ?? '', at, active)
        break
      case 'eventBasedGateway':
        awaitFirst(active, at)
        break
      case 'businessRuleTask':
        later(active, at + took, (now) => finishDecision(active, now))
        break
      case 'endEvent':
        later(active, at + took, (now) => (isError(node) ? throwError(active, now) : leave(active, [], now)))
        break
      case 'exclusiveGateway':
        later(active, at + took, (now) => leave(active, chosenFlows(active), now))
        break
      case 'intermediateCatchEvent': {
        const wait = node.trigger && 'timer' in node.trigger ? node.trigger.afterMs : took
        later(active, at + wait, (now) => finishWork(active, now))
        break
      }
      default:
        later(active, at + took, (now) => finishWork(active, now))
    }
  }

  /** Copies what a flow node wants into local variables of its own, once. */
  function mapInputs(active: ActiveNode): void {
    const { node, run, record } = active
    if (active.isMapped) return
    active.isMapped = true
    for (const [name, source] of Object.entries(node.inputs ?? {})) {
      setVariable(records, run, name, run.values[source], record.key)
    }
  }

  function getStuck(active: ActiveNode, problem: Problem, at: number): void {
    const incident = raiseIncident(records, active, problem, at)
    stuck.set(incident.key, active)
    if (problem.type === 'UNHANDLED_ERROR_EVENT' || !random.chance(RESOLVED)) return
    later(active, at + random.skewed(HOUR, 3 * DAY), (now) => {
      if (active.stuck?.incident === incident) retry(active, now)
    })
  }

  /** Resolves the incident as an operator would: sets what was missing, then has the flow node try again. */
  function retry(active: ActiveNode, at: number): void {
    const { run, node } = active
    const missing = active.stuck?.problem.missing
    if (active.stuck) stuck.delete(active.stuck.incident.key)
    clearIncident(active)
    if (missing !== undefined) setVariable(records, run, missing, run.model.repairs?.[missing] ?? null)
    if (isError(node)) throwError(active, at)
    else work(active, at, false)
  }

  function finishDecision(active: ActiveNode, at: number): void {
    const { node, run } = active
    const { decision, result } = node.decides ?? { decision: '', result: '' }
    const evaluation = decide(records, deployments.decision(decision), decision, run, at)
    const { failure: message, missing } = evaluation
    if (message !== undefined) {
      getStuck(active, { type: 'DECISION_EVALUATION_ERROR', message, missing }, at)
      return
    }
    setVariable(records, run, result, evaluation.result)
    finishWork(active, at)
  }

  /** Waits for the first of the events behind an event-based gateway; that one is entered when it has happened. */
  function awaitFirst(active: ActiveNode, at: number): void {
    for (const flow of outgoing(active.run, active.node)) {
      const { trigger, takes } = nodeOf(active.run.model, flow.to)
      const wait = trigger && 'timer' in trigger ? trigger.afterMs : random.skewed(...(takes ?? [HOUR, DAY]))
      later(active, at + wait, (now) => leave(active, [flow], now, true))
    }
  }

  function finishWork(active: ActiveNode, at: number): void {
    const { node, run } = active
    if (node.script) setVariable(records, run, node.script.result, node.script.value)
    if (node.sets) setVariables(records, run, node.sets(random, run.values))
    leave(active, outgoing(run, node), at)
  }

  function leave(active: ActiveNode, flows: readonly SequenceFlow[], at: number, isTriggered = false): void {
    const { run } = active
    end(active, 'COMPLETED', at)
    clearIncident(active)
    run.tokens += flows.length - 1
    for (const flow of flows) take(run, flow, at, isTriggered)
    if (run.tokens === 0) completeRun(run, at)
  }

  /** Goes along a sequence flow; a gateway that joins is entered when the last of its flows has been taken. */
  function take(run: Run, flow: SequenceFlow, at: number, isTriggered: boolean): void {
    store.sequenceFlows.get(run.instance.key)?.add(flow.id)
    const target = nodeOf(run.model, flow.to)
    if (mayPass(run, target)) enter(run, target, at, isTriggered)
    else run.tokens -= 1
  }

  function completeRun(run: Run, at: number): void {
    run.instance.state = 'COMPLETED'
    run.instance.endDate = at
    if (!run.caller) return
    setVariables(records, run.caller.run, run.values)
    finishWork(run.caller, at)
  }

  /** The caller's boundary event catches an error end event; without one the instance is stuck there. */
  function throwError(active: ActiveNode, at: number): void {
    const code = active.node.trigger && 'error' in active.node.trigger ? active.node.trigger.error : ''
    const { caller } = active.run
    const boundary = caller && catcherOf(caller, code)
    if (caller && boundary) {
      interrupt(caller, boundary, at)
      return
    }
    const message = `Expected to throw an error event with the code '${code}', but it was not caught. No error events are available in the scope.`
    getStuck(active, { type: 'UNHANDLED_ERROR_EVENT', message }, at)
  }

  function interrupt(active: ActiveNode, boundary: FlowNode, at: number): void {
    terminate(active, at)
    enter(active.run, boundary, at, true)
  }

  function terminate(active: ActiveNode, at: number): void {
    if (active.called) cancel(active.called, at)
    if (active.stuck) stuck.delete(active.stuck.incident.key)
    clearIncident(active)
    end(active, 'TERMINATED', at)
  }

  function cancel(run: Run, at: number): void {
    if (run.instance.state !== 'ACTIVE') return
    for (const active of [...run.active]) terminate(active, at)
    run.instance.state = 'CANCELED'
    run.instance.endDate = at
  }

  function end(active: ActiveNode, state: 'COMPLETED' | 'TERMINATED', at: number): void {
    active.record.state = state
    active.record.endDate = at
    active.run.active.delete(active)
  }

  return {
    store,
    deployProcess: deployments.deployProcess,
    deployDecisions: deployments.deployDecisions,
    start: (processId, at) => {
      const run = startRun(processId, at)
      if (!random.chance(CANCELED)) return
      const canceledAt = at + random.skewed(HOUR, 10 * DAY)
      queue.add(canceledAt, () => cancel(run, canceledAt))
    },
    schedule: queue.add,
    runUntil: (until) => {
      if (queue.runUntil(until) > 0) store.revision += 1
      time = Math.max(time, until)
    },
    resolveIncident: (key) => {
      const active = stuck.get(key)
      if (!active) throw notFound(`No active incident found for key ${key}`)
      retry(active, time)
      queue.runUntil(time)
      store.revision += 1
    },
  }
}
