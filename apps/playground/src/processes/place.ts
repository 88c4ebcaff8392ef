/** A place in the Processes view. */
export type Place =
  | { readonly type: 'overview' }
  | { readonly type: 'definition'; readonly key: string; readonly elementId: string | undefined }
  | { readonly type: 'instance'; readonly key: string }
  | { readonly type: 'decisions' }
  | { readonly type: 'decision'; readonly key: string }
  | { readonly type: 'evaluation'; readonly decisionKey: string; readonly id: string }

const KEY = /^\d{1,19}$/

/**
 * Where an address leads: `2251799813685254/elements/pay` without the view's own name before it. Undefined
 * for an address that leads nowhere.
 */
export function readPlace([first, second, third, fourth, ...rest]: readonly string[]): Place | undefined {
  if (rest.length > 0) return undefined
  if (first === undefined) return { type: 'overview' }
  if (first === 'decisions') {
    if (second === undefined) return { type: 'decisions' }
    if (!KEY.test(second)) return undefined
    if (third === undefined) return { type: 'decision', key: second }
    return third === 'evaluations' && fourth ? { type: 'evaluation', decisionKey: second, id: fourth } : undefined
  }
  // Whoever has the key of an instance need not know its definition.
  if (first === 'instances' && second && KEY.test(second) && third === undefined)
    return { type: 'instance', key: second }
  if (!KEY.test(first) || fourth !== undefined) return undefined
  if (second === undefined) return { type: 'definition', key: first, elementId: undefined }
  if (second === 'elements' && third) return { type: 'definition', key: first, elementId: third }
  if (second === 'instances' && third && KEY.test(third)) return { type: 'instance', key: third }
  return undefined
}
