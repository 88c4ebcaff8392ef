import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What the doc comments of an API say, read by the build. */
export interface Descriptions {
  /** By id. */
  readonly operations: Readonly<Record<string, { readonly text: string; readonly errors: readonly string[] }>>
  /** Members of interfaces, by the name of the interface and of the member. */
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

/** Loads what is said about an API's operations and types. Without it everything works, with fewer words. */
export async function loadDescriptions(api: string): Promise<Descriptions> {
  const loaded = await loaders[api]?.().catch(() => undefined)
  return loaded?.default ?? NOTHING
}

/** The descriptions of the API whose operation is open. */
export const DescriptionsContext = createContext<Descriptions>(NOTHING)

/** Returns what is said about a member of an interface; undefined if nothing is. */
export function useMemberText(type: string | undefined, member: string): string | undefined {
  const { types } = useContext(DescriptionsContext)
  return type === undefined ? undefined : types[type]?.[member]
}
