import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type ChromiumLaunch, unpackChromium } from '../../../../../tools/engines/chromium.ts'
import { installEngines } from '../../../../../tools/engines/engines.ts'
import { servePlayground } from '../../../server/serve-playground.ts'
import { SCREENSHOTS } from './screenshots.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served. */
    readonly pageUrl: string
    /** Undefined where there is no Chromium for this machine. */
    readonly chromium: ChromiumLaunch | undefined
  }
}

/** Does once what all test files need: serves the built page, and unpacks Chromium, which takes longer than to start it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installEngines()
  const folder = await mkdtemp(join(tmpdir(), 'playground-'))
  await mkdir(SCREENSHOTS, { recursive: true })
  const served = await servePlayground()
  project.provide('pageUrl', served.url)
  project.provide('chromium', await unpackChromium(folder))
  return async () => {
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
}
