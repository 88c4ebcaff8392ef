/** A place in the Processes view. */
export type Place =
  | { readonly type: 'overview' }
  | { readonly type: 'instances' }
  | { readonly type: 'incidents' }
  | { readonly type: 'tasks'; readonly key: string | undefined }
  | { readonly type: 'definition'; readonly key: string; readonly elementId: string | undefined }
  | { readonly type: 'instance'; readonly key: string }
  | { readonly type: 'decisions' }
  | { readonly type: 'decision'; readonly key: string }
  | { readonly type: 'evaluation'; readonly decisionKey: string; readonly id: string }

const KEY = /^\d{1,19}$/

/**
 * Returns the place of an address such as `2251799813685254/elements/pay`, without the name of the view. Undefined for an
 * address that has no place.
 */
export function readPlace(path: readonly string[]): Place | undefined {
  const [first, second, third, fourth, ...rest] = path
  if (rest.length > 0) return undefined
  switch (first) {
    case undefined:
      return { type: 'overview' }
    case 'decisions':
      return readDecisionPlace(second, third, fourth)
    case 'incidents':
      return second === undefined ? { type: 'incidents' } : undefined
    case 'tasks':
      return third === undefined && (second === undefined || isKey(second)) ? { type: 'tasks', key: second } : undefined
    case 'instances':
      if (second === undefined) return { type: 'instances' }
      // An instance can be opened by its key without its definition.
      return isKey(second) && third === undefined ? { type: 'instance', key: second } : undefined
    default:
      return isKey(first) ? readDefinitionPlace(first, second, third, fourth) : undefined
  }
}

function isKey(text: string | undefined): text is string {
  return text !== undefined && KEY.test(text)
}

function readDecisionPlace(key?: string, part?: string, id?: string): Place | undefined {
  if (key === undefined) return { type: 'decisions' }
  if (!isKey(key)) return undefined
  if (part === undefined) return { type: 'decision', key }
  return part === 'evaluations' && id ? { type: 'evaluation', decisionKey: key, id } : undefined
}

function readDefinitionPlace(key: string, part?: string, id?: string, rest?: string): Place | undefined {
  if (rest !== undefined) return undefined
  if (part === undefined) return { type: 'definition', key, elementId: undefined }
  if (part === 'elements' && id) return { type: 'definition', key, elementId: id }
  return part === 'instances' && isKey(id) ? { type: 'instance', key: id } : undefined
}
