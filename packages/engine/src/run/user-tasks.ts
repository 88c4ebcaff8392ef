import { keyOf } from '../keys.ts'
import type { UserTaskModel } from '../model/user-task-model.ts'
import type { Form } from '../state/deployed-file.ts'
import type { ElementInstance, LiveState } from '../state/element-instance.ts'
import {
  type TaskListenerEvent,
  Transition,
  type TransitionSpec,
  UserTask,
  type UserTaskSpec,
  type UserTaskState,
} from '../state/user-task.ts'
import { evaluateText } from './evaluate.ts'
import { findBound } from './find-bound.ts'
import { listenersFor } from './global-task-listeners.ts'
import { closeIncident } from './incidents.ts'
import { complete, terminated } from './lifecycle.ts'
import type { Runtime } from './runtime.ts'
import { callTaskListeners } from './task-listeners.ts'
import { evaluateAttributes } from './user-task-attributes.ts'

type Values = Readonly<Record<string, unknown>>

/** Creates the user task that an element instance waits for. Throws a `Failure` if one of its expressions fails. */
export function createUserTask(runtime: Runtime, owner: ElementInstance): void {
  const model = modelOf(owner)
  const evaluated = evaluateAttributes(model, owner)
  const { externalFormReference, headers } = model
  const spec = {
    form: findForm(runtime, model, owner),
    externalFormReference: externalFormReference === undefined ? null : evaluateText(externalFormReference, owner),
    headers,
    // Assigning it is a separate change.
    attributes: { ...evaluated, assignee: null },
  }
  const task = addUserTask(runtime, owner, spec)
  const { assignee } = evaluated
  const apply = (): void => {
    if (assignee === null) return
    task.attributes = { ...task.attributes, assignee: null }
    changeUserTask(runtime, task, { event: 'assigning', action: '', attributes: { ...task.attributes, assignee } })
  }
  begin(runtime, task, { event: 'creating', action: '', attributes: evaluated, apply })
}

/** Adds a user task, without calling its listeners. */
export function addUserTask(runtime: Runtime, owner: ElementInstance, spec: UserTaskSpec): UserTask {
  const { store } = runtime
  const task = store.add(store.userTasks, new UserTask(store.nextSequence(owner.sequence), owner, spec, runtime.now))
  link(task)
  ;(owner.live as LiveState).userTask = task
  return task
}

/** The form of the task. Throws a `Failure` if it is not deployed. */
export function findForm(runtime: Runtime, { form }: UserTaskModel, owner: ElementInstance): Form | undefined {
  if (form === undefined) return undefined
  const what = { name: 'form', id: evaluateText(form.formId, owner), errorType: 'FORM_NOT_FOUND' } as const
  return findBound(runtime.forms, what, form.binding, owner)
}

/** Changes attributes and calls `apply`, once the listeners for the change are done. */
export function changeUserTask(
  runtime: Runtime,
  task: UserTask,
  change: Omit<TransitionSpec, 'apply'> & Partial<Pick<TransitionSpec, 'apply'>>,
): Transition {
  return begin(runtime, task, { apply: () => undefined, ...change })
}

/** Completes the element of a user task, once the listeners for it are done. */
export function completeUserTask(runtime: Runtime, task: UserTask, action: string, variables: Values): Transition {
  const apply = (): void => {
    end(runtime, task, 'COMPLETED')
    complete(runtime, task.owner, variables)
  }
  return begin(runtime, task, { event: 'completing', action, attributes: task.attributes, variables, apply })
}

/** Cancels the user task of an element that ends. Returns true if the end has to wait for listeners. */
export function cancelUserTask(runtime: Runtime, owner: ElementInstance): boolean {
  const task = owner.live?.userTask
  if (task === undefined) return false
  // The incident that kept the task from changing no longer matters.
  if (owner.incident !== undefined) closeIncident(owner.incident)
  if (task.transition !== undefined) settle(runtime, task, task.transition, 'CANCELED')
  if (listenersFor(runtime, modelOf(owner), 'canceling').length === 0) {
    end(runtime, task, 'CANCELED')
    return false
  }
  const apply = (): void => {
    end(runtime, task, 'CANCELED')
    terminated(runtime, owner)
  }
  const { action, attributes } = task
  begin(runtime, task, { event: 'canceling', action, attributes, apply })
  return true
}

/** Discards a change that a task listener denied: the task stays as it was. */
export function denyTransition(runtime: Runtime, task: UserTask, transition: Transition, reason: string): void {
  transition.deniedReason = reason
  task.state = 'CREATED'
  settle(runtime, task, transition, 'DENIED')
}

/** Continues after a task listener that did not deny the change. */
export function continueTransition(runtime: Runtime, task: UserTask, transition: Transition): void {
  if (callTaskListeners(runtime, task, transition, () => continueTransition(runtime, task, transition))) return
  task.attributes = transition.attributes
  task.action = transition.requested.action
  task.state = 'CREATED'
  settle(runtime, task, transition, 'DONE')
  transition.requested.apply()
}

const STATES: Readonly<Record<TaskListenerEvent, UserTaskState>> = {
  creating: 'CREATING',
  assigning: 'ASSIGNING',
  updating: 'UPDATING',
  completing: 'COMPLETING',
  canceling: 'CANCELING',
}

function begin(runtime: Runtime, task: UserTask, requested: TransitionSpec): Transition {
  const { event } = requested
  const transition = new Transition(requested, listenersFor(runtime, modelOf(task.owner), event))
  task.state = STATES[event]
  task.transition = transition
  continueTransition(runtime, task, transition)
  return transition
}

function settle(
  runtime: Runtime,
  task: UserTask,
  transition: Transition,
  outcome: 'DONE' | 'DENIED' | 'CANCELED',
): void {
  task.transition = undefined
  transition.outcome = outcome
  runtime.emit({ type: 'user-task-changed', userTaskKey: keyOf(task.sequence) })
}

function end(runtime: Runtime, task: UserTask, state: 'COMPLETED' | 'CANCELED'): void {
  task.state = state
  task.endTime = runtime.now
  ;(task.owner.live as LiveState).userTask = undefined
}

function link(task: UserTask): void {
  const { processInstance } = task.owner
  if (processInstance.lastUserTask === undefined) processInstance.firstUserTask = task
  else processInstance.lastUserTask.next = task
  processInstance.lastUserTask = task
}

function modelOf({ element }: ElementInstance): UserTaskModel {
  return element.userTask as UserTaskModel
}
