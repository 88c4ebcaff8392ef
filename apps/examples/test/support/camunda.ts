import { type EmulatorServer, type ServeOptions, serve } from '@x/emulator/node'
import type { CredentialsSource } from '@x/env'
import { onTestFinished } from 'vitest'

/** Starts an embedded Camunda on a free port. It is closed after the test. */
export async function startCamunda(options?: ServeOptions): Promise<EmulatorServer> {
  const server = await serve(options)
  onTestFinished(() => server.close())
  return server
}

/** Returns the variables of a credentials file, as `source FILE` sets them. */
export function variablesOf(
  { emulator }: Pick<EmulatorServer, 'emulator'>,
  kind: 'cluster' | 'organization' | 'both',
): CredentialsSource & Record<string, string> {
  const lines = emulator.credentialsFile(kind).matchAll(/^export (\w+)='(.*)'$/gm)
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]))
}
