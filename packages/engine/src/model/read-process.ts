import type { FeelEnvironment } from '../feel/environment.ts'
import { compileExpression, type Expression } from '../feel/expression.ts'
import {
  draftElement,
  type ElementDraft,
  type ElementReader,
  type ElementValidator,
  freezeElement,
  type Reading,
  type SequenceFlowDraft,
} from './draft.ts'
import { reportDuplicates } from './duplicate-events.ts'
import type { EventModel } from './event-model.ts'
import { findHandlerId } from './find-handler.ts'
import { reportMisplacedExtensions } from './misplaced-extensions.ts'
import { extension, type ModdleElement } from './moddle.ts'
import type { Problems } from './problems.ts'
import type { ElementModel, ElementType, ProcessModel, SequenceFlowModel } from './process-model.ts'
import { readListeners, validateListeners } from './read-listeners.ts'
import { readLoop } from './read-loop.ts'
import { readMappings } from './read-mappings.ts'
import { readStartForm } from './read-start-form.ts'
import { requireExpression } from './require-expression.ts'
import { unsupportedMessage } from './unsupported.ts'

/** The readers of elements, by the name in the file, such as `bpmn:ServiceTask`. */
export type ElementReaders = Readonly<
  Record<string, { readonly type: ElementType; readonly read?: ElementReader; readonly validate?: ElementValidator }>
>

export interface ReadOptions {
  readonly readers: ElementReaders
  readonly feel: FeelEnvironment
}

/** Data and annotations, which are not executed. */
const NOT_EXECUTED = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'])

/** Reads one process of a BPMN file with all its elements, in the order of the file. */
export function readProcess(process: ModdleElement, options: ReadOptions, problems: Problems): ProcessModel {
  const { readers, feel } = options
  const expressions = new Map<string, Expression>()
  const reading: Reading = {
    problems,
    process,
    feel,
    expression(element, text) {
      const expression = expressions.get(text) ?? compileExpression(text, feel)
      expressions.set(text, expression)
      if (expression.problem !== undefined) problems.add(element.id, expression.problem)
      return expression
    },
  }
  const elements = new Map<string, ElementDraft>()
  const all: ElementDraft[] = []
  const flows: SequenceFlowDraft[] = []
  const validations: (() => void)[] = []
  // Elements that lack a rejected part. They are not reported for lacking it.
  const incomplete = new Set<ElementModel>()
  const root = draftElement(process, 'PROCESS', undefined)
  const flowSources: ModdleElement[] = []
  const handlers: (readonly [event: ElementDraft, handlerId: string | undefined])[] = []
  if (!process.id) problems.add(undefined, 'The process needs an id.')
  reportMisplacedExtensions(process, problems)
  readListeners(root, process, reading)
  readContainer(process, root)
  for (const source of flowSources) readFlow(source)
  for (const [event, handlerId] of handlers) event.compensationHandler = elements.get(handlerId ?? '')
  for (const element of all) {
    if (!incomplete.has(element)) validateFlows(element, problems)
    element.catches = findCatches(element)
    reportDuplicates(element.boundaryEvents, problems)
  }
  root.catches = findCatches(root)
  if (!incomplete.has(root)) validateContainer(root, problems)
  for (const validate of validations) validate()

  for (const element of [root, ...all]) freezeElement(element)
  for (const flow of flows) Object.freeze(flow)
  return Object.freeze({
    id: process.id ?? '',
    name: process.name ?? null,
    versionTag: extension(process, 'zeebe:VersionTag')?.value ?? null,
    startFormId: readStartForm(process),
    root,
    elements,
    flows,
    hasCompensation: handlers.length > 0,
  })

  function readContainer(source: ModdleElement, container: ElementDraft): void {
    // Boundary events come last, because in a file they may precede the activity that they are attached to.
    const nodes = (source.flowElements ?? []).filter((node) => !NOT_EXECUTED.has(node.$type))
    for (const node of nodes) {
      if (node.$type === 'bpmn:SequenceFlow') flowSources.push(node)
      else if (node.$type !== 'bpmn:BoundaryEvent') readElement(node, container)
    }
    for (const node of nodes) if (node.$type === 'bpmn:BoundaryEvent') readElement(node, container)
  }

  function readElement(source: ModdleElement, container: ElementDraft): void {
    const unsupported = unsupportedMessage(source, readers)
    if (unsupported !== undefined) {
      problems.add(source.id, unsupported)
      incomplete.add(container)
      return
    }
    requireId(source, container)
    reportMisplacedExtensions(source, problems)
    const reader = readers[source.$type] as ElementReaders[string]
    const type = source.triggeredByEvent === true ? 'EVENT_SUB_PROCESS' : reader.type
    const element = draftElement(source, type, container)
    Object.assign(element, readMappings(source, reading))
    all.push(element)
    const node = source.loopCharacteristics === undefined ? element : draftBody(element, source, container)
    elements.set(node.id, node)
    container.children.push(node)
    reader.read?.(element, source, reading)
    readListeners(element, source, reading)
    validateListeners(element, reading)
    if (reader.validate !== undefined) validations.push(() => reader.validate?.(element, problems))
    if (source.attachedToRef?.id !== undefined) attach(element, source.attachedToRef.id)
    if (type === 'BOUNDARY_EVENT' && element.event?.kind === 'compensation') {
      handlers.push([element, findHandlerId(source)])
    }
    if (element.type.endsWith('SUB_PROCESS')) {
      readContainer(source, element)
      if (!incomplete.has(element)) validateContainer(element, problems)
    }
    if (element.type === 'EVENT_SUB_PROCESS') container.eventSubProcesses.push(element)
    if (element.type === 'START_EVENT') readStartEvent(element, container)
  }

  /**
   * Creates the body of a multi-instance activity. It replaces the activity in the container and has it as its only
   * child.
   */
  function draftBody(activity: ElementDraft, source: ModdleElement, container: ElementDraft): ElementDraft {
    const body = draftElement(source, 'MULTI_INSTANCE_BODY', container)
    body.loop = readLoop(source, source.loopCharacteristics as ModdleElement, reading)
    body.children.push(activity)
    activity.parent = body
    all.push(body)
    return body
  }

  function requireId({ $type, id }: ModdleElement, container: ElementModel): void {
    if (!id)
      problems.add(
        container.id || undefined,
        `An element of the kind '${$type.replace('bpmn:', '')}' in it needs an id.`,
      )
  }

  function readStartEvent(element: ElementDraft, container: ElementDraft): void {
    if (element.event !== undefined && container.type !== 'EVENT_SUB_PROCESS') return
    if (container.startEvent !== undefined) {
      problems.add(element.id, `'${container.id}' has more than one start event of this kind.`)
    }
    container.startEvent = element
  }

  function attach(element: ElementDraft, activityId: string): void {
    const activity = elements.get(activityId)
    // The activity itself was rejected.
    if (activity === undefined) return
    element.attachedTo = activity
    activity.boundaryEvents.push(element)
  }

  function readFlow(source: ModdleElement): void {
    requireId(source, elements.get(source.sourceRef?.id ?? '')?.parent ?? root)
    const from = elements.get(source.sourceRef?.id ?? '')
    const to = elements.get(source.targetRef?.id ?? '')
    const isLoose = source.sourceRef === undefined || source.targetRef === undefined
    // A reference that points to nothing is already reported.
    if (isLoose && !problems.has(source.id)) {
      problems.add(source.id, 'A sequence flow needs a source and a target.')
    }
    if (from === undefined || to === undefined) {
      if (from !== undefined) incomplete.add(from)
      return
    }
    if (from.parent !== to.parent) {
      problems.add(source.id, 'A sequence flow must not cross the border of a sub-process.')
    }
    const condition = source.conditionExpression?.body
    const flow: SequenceFlowDraft = {
      id: source.id ?? '',
      index: flows.length,
      source: from,
      target: to,
      condition: condition === undefined ? undefined : readCondition(source, condition, from),
    }
    flows.push(flow)
    from.outgoing.push(flow)
    to.incoming.push(flow)
    if (source.sourceRef?.default === source) from.defaultFlow = flow
  }

  function readCondition(source: ModdleElement, condition: string, from: ElementModel): Expression {
    if (from.type !== 'EXCLUSIVE_GATEWAY' && from.type !== 'INCLUSIVE_GATEWAY') {
      problems.add(source.id, 'Only a flow that leaves an exclusive or inclusive gateway can have a condition.')
    }
    return requireExpression(source, condition, 'condition', reading)
  }
}

/** Events that are triggered from outside. Errors and similar events are thrown from inside. */
const WAITING: readonly (EventModel['kind'] | undefined)[] = ['timer', 'message', 'signal', 'conditional']

function findCatches(element: ElementModel): ElementModel[] {
  const { type, boundaryEvents, eventSubProcesses, outgoing } = element
  const own = type === 'INTERMEDIATE_CATCH_EVENT' || type === 'RECEIVE_TASK' ? [element] : []
  const starts = eventSubProcesses.flatMap(({ startEvent }) => startEvent ?? [])
  const behind = type === 'EVENT_BASED_GATEWAY' ? outgoing.map(({ target }) => target) : []
  return [...own, ...boundaryEvents, ...starts, ...behind].filter(({ event }) => WAITING.includes(event?.kind))
}

/** Rules for elements of every kind. */
function validateFlows(element: ElementModel, problems: Problems): void {
  const { id, type, incoming, outgoing, isForCompensation } = element
  if (isForCompensation && incoming.length + outgoing.length > 0) {
    problems.add(id, 'What only compensates another activity must not have flows.')
  }
  if (type === 'START_EVENT' && incoming.length > 0) problems.add(id, 'A start event must not have an incoming flow.')
  if (type === 'END_EVENT' && outgoing.length > 0) problems.add(id, 'An end event must not have an outgoing flow.')
  if (type === 'BOUNDARY_EVENT' && incoming.length > 0) {
    problems.add(id, 'A boundary event must not have an incoming flow.')
  }
  if (type === 'EVENT_SUB_PROCESS' && incoming.length + outgoing.length > 0) {
    problems.add(id, 'An event sub-process must not have flows.')
  }
  if (type.endsWith('GATEWAY') && outgoing.length === 0) problems.add(id, 'The gateway has no outgoing flow.')
  if (type === 'EXCLUSIVE_GATEWAY' || type === 'INCLUSIVE_GATEWAY') validateConditions(element, problems)
}

/** With one outgoing flow there is nothing to decide. With several, each must have a condition or be the default. */
function validateConditions({ defaultFlow, outgoing }: ElementModel, problems: Problems): void {
  const withoutCondition = (flow: SequenceFlowModel): boolean => flow.condition === undefined && flow !== defaultFlow
  if (outgoing.length < 2) return
  for (const flow of outgoing.filter(withoutCondition)) {
    problems.add(flow.id, 'The flow needs a condition, or must be the default flow of its gateway.')
  }
}

function validateContainer(container: ElementModel, problems: Problems): void {
  reportDuplicates(
    container.eventSubProcesses.flatMap(({ startEvent }) => startEvent ?? []),
    problems,
  )
  if (container.type === 'AD_HOC_SUB_PROCESS') return
  const starts = container.children.filter(({ type }) => type === 'START_EVENT')
  reportDuplicates(starts, problems)
  if (starts.length === 0) problems.add(container.id, 'It has no start event.')
  if (container.type === 'SUB_PROCESS' && starts.some(({ event }) => event !== undefined)) {
    problems.add(container.id, 'The start event of an embedded sub-process must not have a trigger.')
  }
}
