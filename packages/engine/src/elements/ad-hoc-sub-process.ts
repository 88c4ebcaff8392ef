import type { ElementModel, JobModel } from '../model/process-model.ts'
import { readAdHoc } from '../model/read-ad-hoc.ts'
import { readJob } from '../model/read-job.ts'
import { activateActivity, adHocOf, findActivity, setResultVariable } from '../run/ad-hoc.ts'
import { evaluate, evaluateAs, evaluateBoolean, lookupIn } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import { takeFlow } from '../run/flows.ts'
import { cancelJob, createJob } from '../run/jobs.ts'
import { complete, createElementInstance } from '../run/lifecycle.ts'
import type { Runtime } from '../run/runtime.ts'
import { interruptScope } from '../run/trigger.ts'
import { propagate, setLocal, visibleValue } from '../run/variables.ts'
import { type ElementInstance, type LiveState, TERMINATED } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'

/**
 * Runs some of its activities, each as often as a collection or a worker's job results name it. Each run is in an inner
 * instance, together with the elements that follow it.
 */
export const adHocSubProcess: ElementKind = {
  type: 'AD_HOC_SUB_PROCESS',
  read(draft, source, reading) {
    draft.job = readJob(source, reading)
    draft.adHoc = readAdHoc(draft, source, reading)
  },
  activate(runtime, instance) {
    const { job } = instance.element
    const active = job === undefined ? readActiveElements(instance) : []
    if (job !== undefined) createJob(runtime, instance, job, 'AD_HOC_SUB_PROCESS')
    setVariables(runtime, instance)
    for (const activity of active) activateActivity(runtime, instance, activity)
  },
  open: setVariables,
  childActivating(runtime, { live }) {
    // An interrupting event sub-process takes over from the worker.
    if (live?.isInterrupted === true && live.job !== undefined) cancelJob(runtime, live.job)
  },
  childCompleting(runtime, instance, child) {
    const { job } = instance.element
    collectResult(runtime, instance, child)
    if (instance.live?.isInterrupted === true) return
    if (job === undefined) checkCondition(runtime, instance, child)
    else askWorker(runtime, instance, job)
  },
  emptied(runtime, instance, child) {
    const { completionCondition } = adHocOf(instance.element)
    const { isInterrupted, isConditionMet } = instance.live as LiveState
    const isOpen = instance.element.job !== undefined || completionCondition !== undefined
    if (!isOpen || isInterrupted || isConditionMet || child.phase === TERMINATED) complete(runtime, instance)
  },
  leave(runtime, instance) {
    const scope = instance.parent as ElementInstance
    const { outputCollection } = adHocOf(instance.element)
    if (outputCollection !== undefined) {
      propagate(runtime, scope, { [outputCollection]: visibleValue(instance, outputCollection) })
    }
    for (const flow of instance.element.outgoing) takeFlow(runtime, flow, scope)
  },
}

/** The scope of one activity and the elements that follow it. It completes when all of them have ended. */
export const adHocInnerInstance: ElementKind = {
  type: 'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  activate(runtime, inner) {
    createElementInstance(runtime, inner.live?.activity as ElementModel, inner)
  },
  open: setResultVariable,
}

function setVariables(runtime: Runtime, instance: ElementInstance): void {
  const { activities, outputCollection } = adHocOf(instance.element)
  setLocal(runtime, instance, 'adHocSubProcessElements', activities)
  if (outputCollection !== undefined) setLocal(runtime, instance, outputCollection, [])
}

function readActiveElements(instance: ElementInstance): readonly ElementModel[] {
  const { activeElements } = adHocOf(instance.element)
  if (activeElements === undefined) return []
  const ids = evaluateAs(activeElements, lookupIn(instance), ['ARRAY']) as readonly unknown[]
  return ids.map((id) => {
    const activity = typeof id === 'string' ? findActivity(instance, id) : undefined
    if (activity !== undefined) return activity
    throw new Failure('EXTRACT_VALUE_ERROR', `The ad-hoc sub-process has no activity '${id}' to activate.`)
  })
}

function collectResult(runtime: Runtime, instance: ElementInstance, child: ElementInstance): void {
  const { outputCollection, outputElement } = adHocOf(instance.element)
  if (outputCollection === undefined || outputElement === undefined) return
  const result = evaluate(outputElement, child)
  const collected = visibleValue(instance, outputCollection)
  if (!Array.isArray(collected)) {
    throw new Failure('EXTRACT_VALUE_ERROR', `The output collection '${outputCollection}' is no longer a list.`)
  }
  setLocal(runtime, instance, outputCollection, [...collected, result])
}

function checkCondition(runtime: Runtime, instance: ElementInstance, child: ElementInstance): void {
  const { completionCondition, cancelsRemaining } = adHocOf(instance.element)
  if (completionCondition === undefined) return
  const live = instance.live as LiveState
  live.isConditionMet = evaluateBoolean(completionCondition, instance)
  if (live.isConditionMet && cancelsRemaining) interruptScope(runtime, instance, child)
}

/** Replaces the job of a worker that has not responded yet, because its information is out of date. */
function askWorker(runtime: Runtime, instance: ElementInstance, job: JobModel): void {
  const live = instance.live as LiveState
  if (live.job !== undefined) cancelJob(runtime, live.job)
  if (!live.isConditionMet) createJob(runtime, instance, job, 'AD_HOC_SUB_PROCESS')
}
