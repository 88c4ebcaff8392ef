/** Where copied code runs. */
export type RuntimeName = 'node' | 'deno' | 'bun' | 'worker' | 'curl'

export interface TakeHomeRuntime {
  readonly name: RuntimeName
  readonly title: string
  /** The file's name in the tabs. */
  readonly file: string
}

export const runtimes: readonly TakeHomeRuntime[] = [
  { name: 'node', title: 'Node', file: 'call.mjs' },
  { name: 'deno', title: 'Deno', file: 'call.ts' },
  { name: 'bun', title: 'Bun', file: 'call.ts' },
  { name: 'worker', title: 'Workers', file: 'worker.ts' },
  { name: 'curl', title: 'curl', file: 'call.sh' },
]
