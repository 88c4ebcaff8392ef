import { installApart, isInstalled } from '../../../../tools/install-apart.ts'

const peers = new URL('../peers/', import.meta.url)

/** Whether the clients are installed, in the versions that the tests were written for. */
export const hasPeers = (): boolean => isInstalled(peers)

/** Run by vitest before all tests. Without a network, these tests are skipped on a laptop, and fail in CI. */
export async function setup(): Promise<void> {
  const failure = await installApart(peers)
  if (failure === undefined) return
  const message = `Camunda's clients could not be installed: they run neither on our authenticator nor on the emulator\n${failure}`
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`skipped: ${message}\n`)
}
