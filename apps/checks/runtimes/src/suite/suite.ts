/** The packages under test, as users install them. */
export type PackageName =
  | 'env'
  | 'auth'
  | 'rest'
  | 'console'
  | 'modeler'
  | 'operate'
  | 'camunda'
  | 'worker'
  | 'proxy'
  | 'emulator'

/** Registers a test. */
export interface Suite {
  test(packageName: PackageName, name: string, body: () => Promise<void>): void
}

/** The result of one test. */
export interface Outcome {
  readonly packageName: PackageName
  readonly name: string
  /** The failure; undefined if it passed. */
  readonly error?: string | undefined
}

/** Longer than any test takes, even on a slow machine. */
const LIMIT_MS = 20_000

/** Runs the tests that `fill` registers, one after the other. No test runner works in all these runtimes. */
export async function runSuite(fill: (suite: Suite) => void, beforeEach: () => Promise<void>): Promise<Outcome[]> {
  const tests: { readonly packageName: PackageName; readonly name: string; readonly body: () => Promise<void> }[] = []
  fill({ test: (packageName, name, body) => tests.push({ packageName, name, body }) })
  const outcomes: Outcome[] = []
  for (const { packageName, name, body } of tests) {
    const failure = await inTime(beforeEach().then(body)).then(
      () => ({}),
      (thrown) => ({ error: `${thrown?.name}: ${thrown?.message}\n${thrown?.stack}` }),
    )
    outcomes.push({ packageName, name, ...failure })
  }
  return outcomes
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${LIMIT_MS} ms`)), LIMIT_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
