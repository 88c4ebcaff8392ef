import { signal } from '@preact/signals'
import { connectEmbeddedCamunda, type EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import { recordTokenAnswer, recordTokenEvent } from '../tokens/activity.ts'
import { connectEmbedded } from './connect-embedded.ts'
import { connectProxy } from './connect-proxy.ts'
import type { Connection } from './connection.ts'
import { credentialsText } from './credentials-text.ts'

/** What the page talks to; undefined until the first connection stands. */
export const connection = signal<Connection | undefined>(undefined)

let camunda: Promise<EmbeddedCamunda> | undefined

/** The embedded Camunda of this browser, started when it is first asked for. */
export function embeddedCamunda(): Promise<EmbeddedCamunda> {
  camunda ??= connectEmbeddedCamunda().then((embedded) => {
    embedded.subscribe(recordTokenAnswer)
    return embedded
  })
  return camunda
}

/** Connects to the embedded Camunda with the file that the person gave, or with one that it hands out itself. */
export async function useEmbedded(): Promise<void> {
  const embedded = await embeddedCamunda()
  const file = credentialsText.value ?? (await embedded.ask('credentialsFile', 'both'))
  connection.value = await connectEmbedded(embedded, file, recordTokenEvent)
}

/**
 * At the start of the page: what was kept of the last session may be of another Camunda, or of an embedded one that is gone,
 * and must not keep the page from working.
 */
export async function connectAtStart(): Promise<void> {
  const embedded = await embeddedCamunda()
  if (credentialsText.value !== undefined && (await isOfEmbedded(credentialsText.value))) await useEmbedded()
  else
    connection.value = await connectEmbedded(embedded, await embedded.ask('credentialsFile', 'both'), recordTokenEvent)
}

/** Connects to the embedded Camunda with a file that it hands out now, as after a secret was rotated. */
export async function useFreshCredentials(): Promise<void> {
  credentialsText.value = undefined
  await useEmbedded()
}

/** Whether a file of credentials is one that the embedded Camunda handed out. */
export async function isOfEmbedded(file: string): Promise<boolean> {
  const embedded = await embeddedCamunda()
  return file.includes(new URL(await embedded.ask('url', 'token')).origin)
}

/** Connects through the proxy at a path of this page's host. @throws TypeError for another host. */
export function useProxy(path: string): void {
  connection.value = connectProxy(path)
}
