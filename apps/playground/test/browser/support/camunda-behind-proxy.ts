import { createOAuth } from '@x/auth'
import { type ConnectedCluster, connectCluster } from '@x/camunda'
import type { Emulator, EmulatorOptions } from '@x/emulator'
import { serve } from '@x/emulator/node'
import { parseCredentials } from '@x/env'
import type { Page } from 'playwright-core'
import { servePlayground } from '../../../server/serve-playground.ts'
import { type Look, openPage } from './chromium.ts'

/** A Camunda that the page reaches over HTTP, and the test by a client of its own. */
export interface CamundaBehindProxy {
  readonly emulator: Emulator
  readonly clusterId: string
  /** What the API says, to compare with what the page shows. */
  readonly cluster: ConnectedCluster
  /** Opens the playground at a place. It is connected through the proxy from the start. */
  open(hash: string, look?: Look): Promise<Page>
  close(): Promise<void>
}

export interface BehindProxyOptions {
  /** @defaultValue `false` */
  readonly allowWrites?: boolean
  readonly clusters?: EmulatorOptions['clusters']
  /** Whether it has sample data. @defaultValue `false` */
  readonly hasSamples?: boolean
}

export async function serveCamundaBehindProxy(options: BehindProxyOptions = {}): Promise<CamundaBehindProxy> {
  // The proxy and the test each request a token, and the page does not wait for the test's turn.
  const operate = options.hasSamples ? {} : { processInstances: 0 }
  const camunda = await serve({ rateLimit: false, clusters: options.clusters, operate })
  const { emulator } = camunda
  const credentials = parseCredentials(emulator.credentialsFile('both'))
  const served = await servePlayground({ credentials, allowWrites: options.allowWrites })
  const { cluster } = credentials
  if (!cluster?.clusterId) throw new Error('The emulator hands out the credentials of a cluster.')
  const auth = createOAuth({ ...cluster, fetch: emulator.fetch, minTokenIntervalMs: 0 })
  return {
    emulator,
    clusterId: cluster.clusterId,
    cluster: connectCluster(cluster, { auth, fetch: emulator.fetch }),
    open: async (hash, look) => {
      const page = await openPage('', look, served.url)
      await goTo(page, hash)
      return page
    },
    close: async () => {
      await served.close()
      await camunda.close()
    },
  }
}

/** Moves within the page. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place
  }, hash)
}
