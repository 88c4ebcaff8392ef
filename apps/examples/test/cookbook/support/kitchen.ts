import process from 'node:process'
import { format } from 'node:util'
import { createEmulator, type Emulator, type EmulatorOptions } from '@x/emulator'
import { onTestFinished, vi } from 'vitest'
import { variablesOf } from '../../support/camunda.ts'
import { makeFolder } from '../../support/folder.ts'
import { source } from '../../support/run.ts'
import { bpmn, type Step } from './models.ts'

export interface Kitchen {
  readonly emulator: Emulator
  readonly engine: Emulator['engine']
  /** Everything that the recipes have printed. */
  readonly printed: readonly string[]
  /** Deploys a process with consecutive elements. */
  deploy(processId: string, ...steps: Step[]): Promise<void>
  start(processDefinitionId: string, variables?: Readonly<Record<string, unknown>>): string
  /** Responds to requests before the emulator, unless it returns undefined. */
  intercept(answer: (request: Request) => Promise<Response | undefined>): void
  /** Creates a folder with these files, and makes it the current one. */
  folder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string>
  /** Runs a recipe as printed, with these arguments after its name. A recipe can only run once. */
  cook(recipe: string, ...args: string[]): Promise<void>
  /** Runs a recipe that works until it is stopped, and stops it once `done` returns. */
  cookUntil(recipe: string, done: () => unknown): Promise<void>
}

/**
 * An embedded Camunda that recipes use without changes: through environment variables and `fetch`, without a network.
 */
export function enter(options: EmulatorOptions = {}): Kitchen {
  const emulator = createEmulator({
    clusters: [{ name: 'Test', version: '8.9' }],
    operate: { processInstances: 0 },
    rateLimit: false,
    ...options,
  })
  for (const [name, value] of Object.entries(variablesOf({ emulator }, 'both'))) vi.stubEnv(name, value)
  vi.stubGlobal('fetch', emulator.fetch)
  const argv = process.argv
  const printed: string[] = []
  for (const method of ['log', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => void printed.push(format(...values)))
  }
  onTestFinished(() => {
    process.argv = argv
    vi.unstubAllEnvs()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  const { engine } = emulator
  const cook = async (recipe: string, ...args: string[]): Promise<void> => {
    process.argv = [...argv.slice(0, 2), ...args]
    await import(/* @vite-ignore */ source(`cookbook/${recipe}.ts`))
  }
  return {
    emulator,
    engine,
    printed,
    cook,
    async deploy(processId, ...steps) {
      await engine.deploy([{ name: `${processId}.bpmn`, content: bpmn(processId, steps) }])
    },
    intercept(answer) {
      vi.stubGlobal('fetch', async (...request: Parameters<typeof emulator.fetch>) => {
        return (await answer(new Request(...request))) ?? emulator.fetch(...request)
      })
    },
    async folder(files) {
      const path = await makeFolder(files)
      const before = process.cwd()
      process.chdir(path)
      onTestFinished(() => process.chdir(before))
      return path
    },
    start: (processDefinitionId, variables = {}) =>
      engine.createInstance({ processDefinitionId, variables: variables as never }).processInstanceKey,
    async cookUntil(recipe, done) {
      const before = process.listeners('SIGTERM')
      const cooking = cook(recipe)
      await vi.waitFor(done, { interval: 5, timeout: 30_000 })
      const stop = process.listeners('SIGTERM').filter((listener) => !before.includes(listener))
      for (const listener of stop) listener('SIGTERM')
      await cooking
    },
  }
}
