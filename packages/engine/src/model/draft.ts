import type { FeelEnvironment } from '../feel/environment.ts'
import type { Expression } from '../feel/expression.ts'
import type { ModdleElement } from './moddle.ts'
import type { Problems } from './problems.ts'
import type { ElementModel, ElementType, SequenceFlowModel } from './process-model.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

/** An element while its process is being read. */
export type ElementDraft = Mutable<ElementModel>
export type SequenceFlowDraft = Mutable<SequenceFlowModel>

/** All elements have the same members in the same order, so that property access stays fast. */
export function draftElement(source: ModdleElement, type: ElementType, parent: ElementModel | undefined): ElementDraft {
  return {
    id: source.id ?? '',
    name: source.name ?? null,
    type,
    parent,
    incoming: [],
    outgoing: [],
    defaultFlow: undefined,
    inputs: [],
    outputs: [],
    job: undefined,
    startListeners: [],
    endListeners: [],
    loop: undefined,
    adHoc: undefined,
    calledElement: undefined,
    calledDecision: undefined,
    script: undefined,
    userTask: undefined,
    event: undefined,
    isInterrupting: true,
    attachedTo: undefined,
    boundaryEvents: [],
    isForCompensation: source.isForCompensation === true,
    compensationHandler: undefined,
    catches: [],
    children: [],
    startEvent: undefined,
    eventSubProcesses: [],
  }
}

/** Freezes an element once it has been read. */
export function freezeElement(element: ElementDraft): void {
  for (const value of Object.values(element)) if (Array.isArray(value)) Object.freeze(value)
  Object.freeze(element)
}

/** The context that the readers of elements share. */
export interface Reading {
  readonly problems: Problems
  readonly process: ModdleElement
  readonly feel: FeelEnvironment
  /** Compiles an attribute that may be FEEL or static text. An invalid expression is a problem of the element. */
  expression(element: ModdleElement, text: string): Expression
}

/** Checks what is specific to one kind of element, in the context of its process. */
export type ElementValidator = (element: ElementModel, problems: Problems) => void

/** Reads what is specific to one kind of element. */
export type ElementReader = (draft: ElementDraft, source: ModdleElement, reading: Reading) => void
