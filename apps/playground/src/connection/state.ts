import { signal } from '@preact/signals'
import { connectEmbeddedCamunda, type EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import { SAMPLE_ORIGIN } from '../camunda/sample-origin.ts'
import { recordEarlier, recordTokenAnswer, recordTokenEvent } from '../recording/activity.ts'
import { keptText } from '../ui/kept-text.ts'
import type { Connection } from './connection.ts'
import { credentialsText } from './credentials-text.ts'
import { dropPrevious } from './on-switch.ts'
import { PROXY_META } from './proxy-info.ts'

/** The current connection; undefined while connecting, and after a failure. */
export const connection = signal<Connection | undefined>(undefined)

/** The reason why there is no connection. */
export const startProblem = signal<unknown>(undefined)

/**
 * What this tab connects to after a reload: the cluster behind the proxy, unless the user has chosen the sample data.
 */
const wanted = keptText(() => sessionStorage, 'camunda-playground-connection')

/** Path of the proxy beside this page, such as `/camunda`; undefined if the server has none. */
const proxyPath = document.querySelector<HTMLMetaElement>(`meta[name="${PROXY_META}"]`)?.content

export const hasProxy: boolean = proxyPath !== undefined

let camunda: Promise<EmbeddedCamunda> | undefined

/** Returns the embedded Camunda of this browser, started on the first call. */
export function embeddedCamunda(): Promise<EmbeddedCamunda> {
  camunda ??= connectEmbeddedCamunda()
  return camunda
}

let latest = 0

/** Replaces the connection. Everything of the previous one is dropped first. */
async function connect(kind: Connection['kind'], open: () => Promise<Connection>): Promise<void> {
  const attempt = ++latest
  wanted.write(kind)
  connection.value = undefined
  startProblem.value = undefined
  dropPrevious()
  try {
    const opened = await open()
    if (attempt === latest) connection.value = opened
  } catch (error) {
    if (attempt === latest) startProblem.value = error
  }
}

/** Connects to the cluster behind the proxy beside this page. */
export function useCluster(): Promise<void> {
  return connect('cluster', async () => {
    const { connectProxy } = await import('./connect-proxy.ts')
    return connectProxy(proxyPath ?? '/camunda')
  })
}

/** Connects to the embedded Camunda with the given file if it created it, otherwise with a new one. */
export function useSample(): Promise<void> {
  return connect('sample', async () => {
    if (!isSecureContext) throw new TypeError('Browsers let pages sign and encrypt over https and on localhost only.')
    const { connectEmbedded } = await import('./connect-embedded.ts')
    const options = { start: startSample, onEvent: recordTokenEvent }
    const given = credentialsText.value
    try {
      // The file remembered from the last session may be unusable.
      return connectEmbedded({ ...options, file: given !== undefined && isOfEmbedded(given) ? given : undefined })
    } catch {
      return connectEmbedded({ ...options, file: undefined })
    }
  })
}

async function startSample(): Promise<EmbeddedCamunda> {
  const embedded = await embeddedCamunda()
  await followTokenEndpoint(embedded)
  return embedded
}

let unfollow: (() => void) | undefined

/** Records the responses of its token endpoint, past and future. */
async function followTokenEndpoint(embedded: EmbeddedCamunda): Promise<void> {
  unfollow?.()
  const entries = await embedded.ask('journal')
  recordEarlier(entries)
  unfollow = embedded.subscribe(recordTokenAnswer)
}

/** Connects to what this tab was connected to before the reload. */
export function connectAtStart(): Promise<void> {
  return hasProxy && wanted.read() !== 'sample' ? useCluster() : useSample()
}

/** Connects to the embedded Camunda with a new file, as after rotating a secret. */
export async function useFreshCredentials(): Promise<void> {
  credentialsText.value = undefined
  await useSample()
}

/** Returns true if a credentials file belongs to the embedded Camunda. */
export function isOfEmbedded(file: string): boolean {
  return file.includes(SAMPLE_ORIGIN)
}
