import type { TokenStorage } from '@x/auth'

/** The settings that the runner passes to the runtime. */
export interface Setup {
  /** Address for {@link Controls}. */
  readonly controlUrl: string
  /** The credentials files, as the emulator's Console offers them. */
  readonly clusterFile: string
  readonly organizationFile: string
  /** Address of the jobs, without `/v2`. */
  readonly jobsUrl: string
  /** Operate behind the runner's `@x/proxy`, on the origin of the page; only for pages. */
  readonly proxyUrl?: string | undefined
}

/** A storage that is available in the runtime. */
export interface StorageChoice {
  /** Returns a new object for the same place each time. */
  readonly open: () => TokenStorage
  /** False for a place that belongs to a single object. */
  readonly shared: boolean
}

/** The differences between runtimes. */
export interface Place {
  readonly setup: Setup
  /** The credentials as variables; undefined if the runtime has an environment, which then contains them. */
  readonly variables: Readonly<Record<string, string>> | undefined
  readonly storages: Readonly<Record<string, StorageChoice>>
  /** How the runtime prints a value, as detailed as possible; undefined if only its console can. */
  readonly inspect: ((value: unknown) => string) | undefined
}

/** Parses the variables of a credentials file as a shell does. */
export function variablesOf(file: string): Record<string, string> {
  return Object.fromEntries([...file.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]))
}
