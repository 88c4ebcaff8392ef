import type { LoopModel } from './activity-model.ts'
import type { Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import { optionalExpression, requireExpression } from './require-expression.ts'

/** Reads the multi-instance characteristics of an activity. */
export function readLoop(source: ModdleElement, loop: ModdleElement, reading: Reading): LoopModel {
  const { inputCollection, inputElement, outputCollection, outputElement } =
    extension(loop, 'zeebe:LoopCharacteristics') ?? {}
  const report = (message: string): void => reading.problems.add(source.id, message)
  if (!inputCollection) report('A multi-instance activity needs an input collection.')
  const items = inputCollection || '= []'
  if (Boolean(outputCollection) !== Boolean(outputElement)) {
    report('An output collection and an output element need each other.')
  }
  return {
    isSequential: loop.isSequential === true,
    inputCollection: requireExpression(source, items, 'input collection', reading),
    inputElement: inputElement || undefined,
    outputCollection: outputCollection || undefined,
    outputElement: optionalExpression(source, outputElement, 'output element', reading),
    completionCondition: optionalExpression(source, loop.completionCondition?.body, 'completion condition', reading),
  }
}
