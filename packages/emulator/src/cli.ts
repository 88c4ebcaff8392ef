#!/usr/bin/env node
// biome-ignore-start lint/correctness/noNodejsModules: the command runs on Node
import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import process from 'node:process'
// biome-ignore-end lint/correctness/noNodejsModules: the command runs on Node
import { readArguments } from './cli/arguments.ts'
import { HELP } from './cli/help.ts'
import { readFiles } from './cli/read-files.ts'
import { UsageError } from './cli/usage-error.ts'
import { isLoopback } from './host.ts'
import type { JournalEntry } from './journal.ts'
import type { EmulatorServer, ServeOptions } from './node.ts'

/** Only the owner may read the file. Its secrets are invented, but people copy what they see. */
async function writeCredentials(file: string, text: string, force: boolean): Promise<void> {
  const handle = await open(file, force ? 'w' : 'wx', 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

function report({ emulator, url }: EmulatorServer, deployment: ServeOptions['deployment']): void {
  console.log(`Emulated Camunda 8 at ${url}`)
  const first = deployment === 'self-managed' ? 'login' : 'console'
  for (const part of ['token', first, 'orchestration', 'operate', 'tasklist', 'optimize', 'modeler', 'hub']) {
    console.log(`  ${part.padEnd(13)} ${emulator.url(part)}`)
  }
}

/** Prints one line for each request. Like the journal, it contains no secret. */
function logRequest({ time, method, path, status, clientId = '', tier }: JournalEntry): void {
  const words = [new Date(time).toISOString(), method, path, status || 'no response', clientId, tier ?? '']
  console.error(words.filter(String).join(' '))
}

async function main(args: string[]): Promise<void> {
  const options = readArguments(args)
  if (options.print !== undefined) return console.log(options.print === 'help' ? HELP : readVersion())
  // With an older `JSON`, keys beyond 2^53 cannot be read, and every request would fail.
  if (!('rawJSON' in JSON)) throw new Error(`Node 22 or newer is needed; this is ${process.version}.`)
  const { credentialsOut, force, quiet } = options
  const files = readFiles(options.deploy)
  // Loaded lazily, so that the help and errors are printed immediately.
  const [{ serve }, { deployFiles }] = await Promise.all([import('./node.ts'), import('./cli/deploy.ts')])
  const server = await serve(options.serve)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
  try {
    const deployed = files.length === 0 ? [] : await deployFiles(server.emulator.engine, files)
    const credentials = server.emulator.credentialsFile('both')
    if (credentialsOut !== undefined) await writeCredentials(credentialsOut, credentials, force)
    if (!isLoopback(options.serve.host)) {
      console.error(
        `Warning: --host ${options.serve.host} lets other machines use the emulator, which has no real security.`,
      )
    }
    report(server, options.serve.deployment)
    for (const line of deployed) console.log(`Deployed ${line}`)
    if (credentialsOut !== undefined) {
      const names = [...credentials.matchAll(/^export (\w+)=/gm)].map(([, name]) => name)
      console.log(`Credentials in ${credentialsOut}, readable by you only, with these variables:`)
      console.log(`  ${names.join(' ')}`)
    }
    if (!quiet) server.emulator.journal.subscribe(logRequest)
  } catch (error) {
    await server.close()
    throw error
  }
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

function explain(error: unknown): string {
  const { code, message = String(error), path, port, address, hostname = address } = error as SystemError
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port, or 0 for a free one.`
  if (code === 'EACCES' && port !== undefined) return `Port ${port} is not allowed. Choose one from 1024 up.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `--host must be an address of this machine; ${hostname} is not.`
  }
  if (code === 'EEXIST') return `${path} exists. Use --force to overwrite it.`
  return message
}

interface SystemError extends NodeJS.ErrnoException {
  readonly port?: number
  readonly address?: string
  readonly hostname?: string
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`camunda-emulator: ${explain(error)}`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
