import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import type { ModdleElement } from './moddle.ts'
import type { Problems } from './problems.ts'

interface ExtensionType {
  readonly name: string
  readonly meta?: { readonly allowedIn?: readonly string[] }
}

/** Camunda's extensions, and the elements that each has an effect on. Undefined for those that may be anywhere. */
const places = new Map(
  (zeebe.types as readonly ExtensionType[]).map(({ name, meta }) => [`zeebe:${name}`, meta?.allowedIn]),
)

/** Camunda's Modeler offers mappings for fewer activities than the engine runs them on. */
const moreThanOffered: Readonly<Record<string, readonly string[]>> = { 'zeebe:IoMapping': ['bpmn:Activity'] }

/**
 * Reports extensions on elements where they have no effect, such as task listeners on a service task: they would be
 * skipped silently.
 */
export function reportMisplacedExtensions(source: ModdleElement, problems: Problems): void {
  for (const owner of [source, source.loopCharacteristics, ...(source.eventDefinitions ?? [])]) {
    for (const { $type } of owner?.extensionElements?.values ?? []) {
      const allowed = places.get($type)
      const fits = (place: string): boolean => owner?.$instanceOf?.(place) ?? true
      if (!allowed || [...allowed, ...(moreThanOffered[$type] ?? [])].some(fits)) continue
      problems.add(source.id, `'${tagOf($type)}' has no effect on elements of the kind '${kindOf(owner)}'.`)
    }
  }
}

const kindOf = (element: ModdleElement | undefined): string => element?.$type.replace('bpmn:', '') ?? ''

/** The name as written in the file, such as `zeebe:taskListeners`. */
const tagOf = (type: string): string => type.replace(/:(.)/, (_, first: string) => `:${first.toLowerCase()}`)
