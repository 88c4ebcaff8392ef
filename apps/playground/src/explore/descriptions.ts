import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The doc comments of an API, read at build time. */
export interface Descriptions {
  /** By ID. */
  readonly operations: Readonly<Record<string, { readonly text: string; readonly errors: readonly string[] }>>
  /** Members of interfaces by the names of interface and member. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const loaders: Readonly<Record<string, () => Promise<{ readonly default: Descriptions }>>> = {
  orchestration: () => import('virtual:descriptions/orchestration'),
  console: () => import('virtual:descriptions/console'),
  hub: () => import('virtual:descriptions/hub'),
  modeler: () => import('virtual:descriptions/modeler'),
  optimize: () => import('virtual:descriptions/optimize'),
  operate: () => import('virtual:descriptions/operate'),
  tasklist: () => import('virtual:descriptions/tasklist'),
}

const NOTHING: Descriptions = { operations: {}, types: {} }

/** Loads the descriptions of an API's operations and types. Everything works without them. */
export async function loadDescriptions(api: string): Promise<Descriptions> {
  const loaded = await loaders[api]?.().catch(() => undefined)
  return loaded?.default ?? NOTHING
}

/** The descriptions of the open operation's API. */
export const DescriptionsContext = createContext<Descriptions>(NOTHING)

/** Returns the description of an interface's member; undefined if there is none. */
export function useMemberText(type: string | undefined, member: string): string | undefined {
  const { types } = useContext(DescriptionsContext)
  return type === undefined ? undefined : types[type]?.[member]
}
