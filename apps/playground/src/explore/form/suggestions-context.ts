import { createContext } from 'preact'

/** An existing value, and what it belongs to. */
export interface SuggestedValue {
  readonly value: string
  /** Name of its owner, if it has one. */
  readonly label: string
}

/** Finds existing values for a member that identifies something, such as `clusterUuid`. Sends only reading requests. */
export type Suggest = (name: string) => Promise<readonly SuggestedValue[]>

export const SuggestContext = createContext<Suggest>(async () => [])

/** True for a member whose value is the key or ID of something that must exist. */
export function namesSomething(name: string): boolean {
  return /(Key|Id|Uuid)$|^key$|^id$/.test(name)
}
