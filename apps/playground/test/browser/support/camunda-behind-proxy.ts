import { createOAuth } from '@x/auth'
import type { Emulator } from '@x/emulator'
import { serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import { createOperateClient, type OperateClient } from '@x/operate'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { servePlayground } from '../../../server/serve-playground.ts'
import { openPage } from './chromium.ts'

/** A Camunda that the page reaches over HTTP, and the test by a client of its own. */
export interface CamundaBehindProxy {
  readonly emulator: Emulator
  readonly clusterId: string
  /** What the API says, to compare with what the page shows. */
  readonly operate: OperateClient
  /** Opens the playground, connects it through the proxy, and goes to a place in it. */
  open(hash: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function serveCamundaBehindProxy(): Promise<CamundaBehindProxy> {
  // The proxy and the test each request a token, and the page does not wait for the test's turn.
  const camunda = await serve({ rateLimit: false })
  const { emulator } = camunda
  const credentials = parseCredentials(emulator.credentialsFile('both'))
  const served = await servePlayground({ credentials })
  const cluster = credentials.cluster
  if (!cluster?.clusterId) throw new Error('The emulator hands out the credentials of a cluster.')
  const auth = createOAuth({ ...cluster, fetch: emulator.fetch, minTokenIntervalMs: 0 })
  return {
    emulator,
    clusterId: cluster.clusterId,
    operate: createOperateClient({ auth, baseUrl: cluster.operateUrl, fetch: emulator.fetch }),
    open: async (hash, options) => {
      const page = await openPage('', options, served.url)
      await goTo(page, '#/connect?proxy=%2Fcamunda')
      await page.getByRole('button', { name: 'Connect through the proxy' }).click()
      await goTo(page, hash)
      return page
    },
    close: async () => {
      await served.close()
      await camunda.close()
    },
  }
}

/** Moves within the page: loading it anew would lose the connection. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place
  }, hash)
}
