import type { ModdleElement } from './moddle.ts'
import type { ElementReaders } from './read-process.ts'

/** Why the engine cannot run an element; undefined if it can. Unknown elements are rejected, not skipped. */
export function unsupportedMessage(source: ModdleElement, readers: ElementReaders): string | undefined {
  const name = source.$type.replace('bpmn:', '')
  if (readers[source.$type] === undefined) return `The engine does not support elements of the kind '${name}'.`
  const loop = source.loopCharacteristics?.$type.replace('bpmn:', '')
  const isUnknown = loop !== undefined && loop !== 'MultiInstanceLoopCharacteristics'
  return isUnknown ? `The engine does not support '${loop}'.` : undefined
}
