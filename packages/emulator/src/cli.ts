#!/usr/bin/env node
// biome-ignore-start lint/correctness/noNodejsModules: the command runs on Node
import { open } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
// biome-ignore-end lint/correctness/noNodejsModules: the command runs on Node
import { type EmulatorServer, serve } from './node.ts'

const HELP = `An emulated Camunda 8 on 127.0.0.1: token endpoint, Console, Operate and Web Modeler, with
seeded data.

Usage: npx @x/emulator [options]

  --port N                 Port to listen on; 0 takes a free one (default 0).
  --credentials-out FILE   Write credentials of a cluster client and an organization client to FILE,
                           in the format that Camunda's Console offers for download.
  --force                  Overwrite FILE when it exists.
  --token-lifetime N       Lifetime of access tokens in seconds (default 86400).
  --no-rate-limit          Do not limit the token endpoint to one request per second.
  --help                   Show this text.

Ends with Ctrl+C.`

/** Something the user can put right: told in one line, without a stack. */
class UsageError extends Error {
  override name = 'UsageError'
}

interface Arguments {
  readonly help: boolean
  readonly port: number
  readonly credentialsOut: string | undefined
  readonly force: boolean
  readonly tokenLifetimeSeconds: number | undefined
  readonly rateLimit: boolean
}

function readArguments(args: string[]): Arguments {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      port: { type: 'string', short: 'p', default: '0' },
      'credentials-out': { type: 'string' },
      force: { type: 'boolean', default: false },
      'token-lifetime': { type: 'string' },
      'no-rate-limit': { type: 'boolean', default: false },
    },
  })
  const lifetime = values['token-lifetime']
  return {
    help: values.help,
    port: readInteger('--port', values.port, 0, 65_535),
    credentialsOut: values['credentials-out'],
    force: values.force,
    tokenLifetimeSeconds: lifetime === undefined ? undefined : readInteger('--token-lifetime', lifetime, 1, 2 ** 31),
    rateLimit: !values['no-rate-limit'],
  }
}

function readInteger(option: string, text: string, lowest: number, highest: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= lowest && value <= highest) return value
  throw new UsageError(`${option} must be a whole number from ${lowest} to ${highest}.`)
}

/** Only the owner may read the file: it holds secrets, if invented ones, and people copy what they see. */
async function writeCredentials(file: string, text: string, force: boolean): Promise<void> {
  const handle = await open(file, force ? 'w' : 'wx', 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

function report({ emulator, url }: EmulatorServer): void {
  console.log(`Emulated Camunda 8 at ${url}`)
  for (const part of ['token', 'console', 'operate', 'modeler'])
    console.log(`  ${part.padEnd(8)} ${emulator.url(part)}`)
}

async function main(args: string[]): Promise<void> {
  const { help, port, credentialsOut, force, tokenLifetimeSeconds, rateLimit } = readArguments(args)
  if (help) {
    console.log(HELP)
    return
  }
  // Where `JSON` is older, keys beyond 2^53 cannot be read, and every request would fail.
  if (!('rawJSON' in JSON)) throw new UsageError(`Node 22 or newer is needed; this is ${process.version}.`)
  const server = await serve({ port, tokenLifetimeSeconds, rateLimit: rateLimit ? undefined : false })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
  try {
    const credentials = server.emulator.credentialsFile('both')
    if (credentialsOut !== undefined) await writeCredentials(credentialsOut, credentials, force)
    report(server)
    if (credentialsOut !== undefined) {
      const names = [...credentials.matchAll(/^export (\w+)=/gm)].map(([, name]) => name)
      console.log(`Credentials in ${credentialsOut}, readable by you only, with these variables:`)
      console.log(`  ${names.join(' ')}`)
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

function explain(error: unknown): string {
  const { code, message = String(error), path, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port, or 0 for a free one.`
  if (code === 'EACCES' && port !== undefined) return `Port ${port} is not allowed. Choose one from 1024 up.`
  if (code === 'EEXIST') return `${path} exists. Use --force to overwrite it.`
  return message
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`camunda-emulator: ${explain(error)}`)
  process.exitCode = 1
}
