import type { Operation } from '@x/rest/shapes'
import { createContext } from 'preact'
import { href } from '../../../routing/route.ts'

/** Returns the link of a key or ID by the name of its member; undefined if there is none. */
export type KeyLink = (name: string, value: string) => string | undefined

export const KeyLinks = createContext<KeyLink>(() => undefined)

/** Places in the Processes view by member name. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  processInstanceKey: ['instances'],
  parentProcessInstanceKey: ['instances'],
  rootProcessInstanceKey: ['instances'],
  processDefinitionKey: [],
  userTaskKey: ['tasks'],
  decisionDefinitionKey: ['decisions'],
}

/**
 * Links keys to the Processes view, and other keys and IDs to the operation of the same API that returns their object.
 */
export function createKeyLink(api: string, operations: readonly Operation[]): KeyLink {
  const gets = new Map(
    operations.flatMap((operation) => {
      const [name, ...others] = Object.keys(operation.params ?? {})
      const isGet = operation.method === 'GET' && /\.get$/.test(operation.id)
      return isGet && name !== undefined && others.length === 0 && name !== 'key' ? [[name, operation] as const] : []
    }),
  )
  return (name, value) => {
    const place = PLACES[name]
    if (place && /^\d+$/.test(value)) return href(['processes', ...place, value])
    const operation = gets.get(name)
    return operation && value !== ''
      ? href(['explore', api, operation.id], { params: JSON.stringify({ [name]: value }) })
      : undefined
  }
}
