import type { CalledElementModel } from '../model/activity-model.ts'
import { extension } from '../model/moddle.ts'
import { readBinding } from '../model/read-binding.ts'
import { evaluateText } from '../run/evaluate.ts'
import { Failure } from '../run/failure.ts'
import { findBound } from '../run/find-bound.ts'
import { defineMember } from '../run/json.ts'
import { complete, terminate, terminated } from '../run/lifecycle.ts'
import { startProcess } from '../run/process-instances.ts'
import { localVariables, visibleVariables } from '../run/variables.ts'
import { COMPLETED, type ElementInstance, type LiveState, TERMINATING } from '../state/element-instance.ts'
import type { ElementKind } from './element-kind.ts'

/** The limit of a Camunda broker. A deeper chain of calls is most likely a process that calls itself endlessly. */
const MAX_DEPTH = 1000

/** Calls another process, as a separate process instance, and waits for it to end. */
export const callActivity: ElementKind = {
  type: 'CALL_ACTIVITY',
  read(draft, source, reading) {
    const called = extension(source, 'zeebe:CalledElement')
    if (!called?.processId) {
      reading.problems.add(draft.id, 'A call activity needs the id of the process that it calls.')
      return
    }
    draft.calledElement = {
      processId: reading.expression(source, called.processId),
      binding: readBinding(source, called, reading),
      propagatesAllParentVariables: called.propagateAllParentVariables !== false,
      propagatesAllChildVariables: called.propagateAllChildVariables !== false,
      businessId: called.businessId ? reading.expression(source, called.businessId) : undefined,
    }
  },
  activate(runtime, instance) {
    const called = calledElementOf(instance)
    const id = evaluateText(called.processId, instance)
    const what = { name: 'process', id, errorType: 'CALLED_ELEMENT_ERROR' } as const
    const definition = findBound(runtime.definitions, what, called.binding, instance)
    if (definition.model.root.startEvent === undefined) {
      throw new Failure('CALLED_ELEMENT_ERROR', `The process '${id}' has no none start event.`)
    }
    if (depthOf(instance) >= MAX_DEPTH) {
      const message = `The call activities are nested more than ${MAX_DEPTH} deep. The process seems to call itself without end.`
      throw new Failure('CALLED_ELEMENT_ERROR', message)
    }
    const { businessId } = instance.processInstance
    const variables = called.propagatesAllParentVariables ? visibleVariables(instance) : localVariables(instance)
    const live = instance.live as LiveState
    live.called = startProcess(runtime, {
      definition,
      variables,
      caller: instance,
      businessId: called.businessId === undefined ? businessId : evaluateText(called.businessId, instance),
    })
  },
  terminate(runtime, { live }) {
    if (live?.called === undefined || live.called.isEnded) return false
    terminate(runtime, live.called)
    return true
  },
  calledInstanceEnded(runtime, instance, called) {
    if (instance.phase === TERMINATING) terminated(runtime, instance)
    else if (called.phase === COMPLETED) complete(runtime, instance, resultOf(instance, called))
  },
}

/** The variables of the called process that the call activity returns. */
function resultOf(
  instance: ElementInstance,
  { processInstance, sequence }: ElementInstance,
): Record<string, unknown> | undefined {
  const { outputs } = instance.element
  if (outputs.length === 0 && !calledElementOf(instance).propagatesAllChildVariables) return undefined
  const variables: Record<string, unknown> = {}
  for (let at = processInstance.firstVariable; at !== undefined; at = at.next) {
    if (at.scope.sequence === sequence) defineMember(variables, at.name, at.value)
  }
  return variables
}

function depthOf({ processInstance }: ElementInstance): number {
  let depth = 1
  for (let at = processInstance.caller; at !== undefined; at = at.processInstance.caller) depth += 1
  return depth
}

function calledElementOf({ element }: ElementInstance): CalledElementModel {
  return element.calledElement as CalledElementModel
}
