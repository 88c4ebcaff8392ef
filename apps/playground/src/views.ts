import type { ComponentType } from 'preact'

/** One of the page's views. Its code is loaded when it is first opened. */
export interface View {
  /** First part of its address. */
  readonly name: string
  readonly title: string
  /** True if its link is elsewhere. */
  readonly isAside?: boolean
  load(): Promise<ComponentType>
}

export const views: readonly View[] = [
  {
    name: 'explore',
    title: 'Explore',
    load: async () => (await import('./explore/explore-view.tsx')).ExploreView,
  },
  {
    name: 'processes',
    title: 'Processes',
    load: async () => (await import('./processes/processes-view.tsx')).ProcessesView,
  },
  {
    name: 'tokens',
    title: 'Tokens',
    load: async () => (await import('./tokens/tokens-view.tsx')).TokensView,
  },
  {
    name: 'connect',
    title: 'Connect',
    load: async () => (await import('./connection/connect-view.tsx')).ConnectView,
  },
  {
    name: 'help',
    title: 'Help',
    isAside: true,
    load: async () => (await import('./help/help-view.tsx')).HelpView,
  },
]
