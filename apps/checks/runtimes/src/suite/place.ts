import type { TokenStorage } from '@x/auth'

/** What the runner tells the runtime. */
export interface Setup {
  /** Where the emulator is steered, see {@link Controls}. */
  readonly controlUrl: string
  /** The credentials files that the emulator's Console offers. */
  readonly clusterFile: string
  readonly organizationFile: string
  /** Operate behind the runner's `@x/proxy`, on the origin of the page; for pages only. */
  readonly proxyUrl?: string | undefined
}

/** A storage that the runtime has. */
export interface StorageChoice {
  /** A new object for the same place each time. */
  readonly open: () => TokenStorage
  /** False for a place that one object has for itself. */
  readonly shared: boolean
}

/** What differs from one runtime to the next. */
export interface Place {
  readonly setup: Setup
  /** The credentials as variables; undefined where the runtime has an environment of its own, which then holds them. */
  readonly variables: Readonly<Record<string, string>> | undefined
  readonly storages: Readonly<Record<string, StorageChoice>>
  /** How the runtime shows a value, with as much detail as it can; undefined where only its console can. */
  readonly inspect: ((value: unknown) => string) | undefined
}

/** The variables of a credentials file, as a shell reads them. */
export function variablesOf(file: string): Record<string, string> {
  return Object.fromEntries([...file.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]))
}
