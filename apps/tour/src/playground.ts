import process from 'node:process'
import { type ServeOptions, servePlayground } from 'playground/server'
import { heading } from './print.ts'

/** Serves the playground, connected to the Camunda of the credentials if there are any, until Ctrl-C. */
export async function servePlaygroundUntilInterrupted(
  options: ServeOptions,
  say: (line: string) => void,
): Promise<void> {
  const served = await servePlayground(options)
  say(heading('Playground'))
  say(`  ${served.url}`)
  say('  Open this address in a browser. Press Ctrl-C to stop.')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await served.close()
}
