import { installApart, isInstalled } from '../../../../scripts/install-apart.ts'

const peers = new URL('../../peers/', import.meta.url)

/** Whether the SDK is there, in the version that the tests were written for. */
export const hasSdk = (): boolean => isInstalled(peers)

/** Run by vitest before all tests. Without a network the SDK's tests are skipped on a laptop; CI fails. */
export async function setup(): Promise<void> {
  const failure = await installApart(peers)
  if (failure === undefined) return
  const message = `@camunda8/sdk could not be installed: it does not drive the emulator\n${failure}`
  if (process.env.CI) throw new Error(message)
  process.stderr.write(`skipped: ${message}\n`)
}
