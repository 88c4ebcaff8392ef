// Chromium from npm, with the libraries that a machine without a desktop lacks. `installEngines` brings it.
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { enginesFolder, engineVersion } from './engines.ts'

/** What `chromium.launch` of playwright-core takes. */
export interface ChromiumLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

interface Packed {
  readonly default: { executablePath(): Promise<string> }
  inflate(file: string): Promise<string>
}

/**
 * Unpacks Chromium into a folder of the caller's own: in one for all users anybody could have put it. Undefined where there
 * is none, since it is made for Linux on x64; in CI that is an error.
 */
export async function unpackChromium(folder: string): Promise<ChromiumLaunch | undefined> {
  const isMadeFor = process.platform === 'linux' && process.arch === 'x64'
  if (!isMadeFor || !engineVersion('@sparticuz/chromium')) {
    if (process.env.CI) throw new Error('There is no Chromium on this machine')
    return undefined
  }
  const place = join(enginesFolder, 'node_modules/@sparticuz/chromium')
  const { TMPDIR } = process.env
  // Where it unpacks itself.
  process.env.TMPDIR = folder
  const packed: Packed = await import(pathToFileURL(join(place, 'build/index.js')).href)
  const executablePath = await packed.default.executablePath()
  const libraries = join(await packed.inflate(join(place, 'bin/al2023.tar.br')), 'lib')
  if (TMPDIR === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = TMPDIR
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-zygote']
  return { executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string> }
}
