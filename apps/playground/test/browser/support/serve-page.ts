import type { TestProject } from 'vitest/node'
import { servePlayground } from '../../../server/serve-playground.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served. */
    readonly pageUrl: string
  }
}

/** Serves the built page once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = await servePlayground()
  project.provide('pageUrl', served.url)
  return served.close
}
