import { createContext } from 'preact'

/** A value that exists, and what it belongs to. */
export interface SuggestedValue {
  readonly value: string
  /** Name of the thing, if it has one. */
  readonly label: string
}

/** Finds existing values for a member that names something, such as `clusterUuid`. Sends reading requests. */
export type Suggest = (name: string) => Promise<readonly SuggestedValue[]>

export const SuggestContext = createContext<Suggest>(async () => [])

/** True for a member whose value is the key or id of something that has to exist. */
export function namesSomething(name: string): boolean {
  return /(Key|Id|Uuid)$|^key$|^id$/.test(name)
}
