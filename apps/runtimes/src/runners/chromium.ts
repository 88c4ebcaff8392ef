import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium as playwright } from 'playwright-core'
import { enginesFolder, engineVersion } from '../host/engines.ts'
import type { Project } from '../host/project.ts'
import { runPage } from './page.ts'
import type { Runtime } from './runtime.ts'

interface Packed {
  readonly default: { executablePath(): Promise<string> }
  inflate(file: string): Promise<string>
}

export const chromium: Runtime = {
  name: 'Chromium',
  from: 'npm package @sparticuz/chromium',
  run: async (project, camunda) => {
    const browser = await launchChromium(project)
    return browser && runPage(project, camunda, browser)
  },
}

/** Undefined where there is none: it is made for Linux on x64. */
export async function launchChromium(project: Project): Promise<Browser | undefined> {
  const isMadeFor = process.platform === 'linux' && process.arch === 'x64'
  if (!isMadeFor || !engineVersion('@sparticuz/chromium')) return undefined
  const place = join(enginesFolder, 'node_modules/@sparticuz/chromium')
  // It unpacks itself there: under the project, since in a folder for all users anybody could have put it.
  process.env.TMPDIR = project.folder
  const packed: Packed = await import(pathToFileURL(join(place, 'build/index.js')).href)
  const executablePath = await packed.default.executablePath()
  const libraries = join(await packed.inflate(join(place, 'bin/al2023.tar.br')), 'lib')
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-zygote']
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>
  return playwright.launch({ executablePath, args, env })
}
