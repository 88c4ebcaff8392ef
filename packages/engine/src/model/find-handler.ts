import type { ModdleElement } from './moddle.ts'

/** The id of the element that an association connects with a compensation event. */
export function findHandlerId({ id, $parent }: ModdleElement): string | undefined {
  const associations = ($parent?.artifacts ?? []).filter(({ $type }) => $type === 'bpmn:Association')
  return associations.find(({ sourceRef }) => sourceRef?.id === id)?.targetRef?.id
}
