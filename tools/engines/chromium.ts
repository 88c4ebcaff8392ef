// Chromium from npm, with the libraries that a machine without a desktop lacks. `installEngines` installs it.
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { enginesFolder, engineVersion } from './engines.ts'

/** Options for `chromium.launch` of playwright-core. */
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
 * Unpacks Chromium into the caller's own folder: in a shared one, another user could have put a file there. Returns
 * undefined if there is none, because it is only built for Linux on x64; in CI that is an error.
 */
export async function unpackChromium(folder: string): Promise<ChromiumLaunch | undefined> {
  const isMadeFor = process.platform === 'linux' && process.arch === 'x64'
  if (!isMadeFor || !engineVersion('@sparticuz/chromium')) {
    if (process.env.CI) throw new Error('There is no Chromium on this machine')
    return undefined
  }
  const place = join(enginesFolder, 'node_modules/@sparticuz/chromium')
  const { TMPDIR } = process.env
  // The folder that it unpacks itself into.
  process.env.TMPDIR = folder
  const packed: Packed = await import(pathToFileURL(join(place, 'build/index.js')).href)
  const executablePath = await packed.default.executablePath()
  const libraries = join(await packed.inflate(join(place, 'bin/al2023.tar.br')), 'lib')
  if (TMPDIR === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = TMPDIR
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-zygote']
  return { executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string> }
}
