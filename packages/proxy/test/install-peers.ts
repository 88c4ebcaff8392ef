import { installApart, isInstalled } from '../../../tools/install-apart.ts'

const peers = new URL('../peers/', import.meta.url)

/** Whether the frameworks are there, in the versions that the tests were written for. */
export const hasPeers = (): boolean => isInstalled(peers)

/** Run by vitest before all tests. Without a network these tests are skipped on a laptop; CI fails. */
export async function setup(): Promise<void> {
  const failure = await installApart(peers)
  if (failure === undefined) return
  const message = `The server frameworks could not be installed: the proxy runs behind none of them\n${failure}`
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`skipped: ${message}\n`)
}
