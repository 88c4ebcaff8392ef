import type { Reading } from './draft.ts'
import { extension, type ModdleElement } from './moddle.ts'
import type { MappingModel } from './process-model.ts'

export interface IoMappings {
  readonly inputs: MappingModel[]
  readonly outputs: MappingModel[]
}

/** Reads the input and output mappings of an element. */
export function readMappings(source: ModdleElement, reading: Reading): IoMappings {
  const mapping = extension(source, 'zeebe:IoMapping')
  return {
    inputs: readAll(mapping?.inputParameters, source, reading),
    outputs: readAll(mapping?.outputParameters, source, reading),
  }
}

function readAll(
  parameters: readonly ModdleElement[] | undefined,
  element: ModdleElement,
  reading: Reading,
): MappingModel[] {
  const mappings: MappingModel[] = []
  for (const { source, target } of parameters ?? []) {
    const path = target?.trim().split('.') ?? []
    if (path.length === 0 || path.some((name) => !isVariableName(name))) {
      reading.problems.add(element.id, `The target of a mapping must be a variable's name, but is '${target ?? ''}'.`)
    } else {
      mappings.push({ source: reading.expression(element, source ?? ''), target: path })
    }
  }
  return mappings
}

/** Whether FEEL can refer to the name without quotes. Other variables could be written but never read. */
function isVariableName(name: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)
}
