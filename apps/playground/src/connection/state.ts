import { signal } from '@preact/signals'
import { connectEmbeddedCamunda, type EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import { recordTokenAnswer, recordTokenEvent } from '../recording/activity.ts'
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
  if (credentialsText.value === undefined) await useOwnFile()
  else connection.value = await connectEmbedded(await embeddedCamunda(), credentialsText.value, recordTokenEvent)
}

/** Why there is no connection, where none could be made at the start. */
export const startProblem = signal<unknown>(undefined)

/**
 * At the start of the page. What was kept of the last session may be of a real Camunda, or of an embedded one that is gone:
 * that must not keep the page from working, and the Connect view says what is wrong with it.
 */
export async function connectAtStart(): Promise<void> {
  try {
    if (!isSecureContext) throw new TypeError('Browsers let pages sign and encrypt over https and on localhost only.')
    const given = credentialsText.value
    if (given !== undefined && (await isOfEmbedded(given))) await useEmbedded().catch(useOwnFile)
    else await useOwnFile()
  } catch (error) {
    startProblem.value = error
  }
}

async function useOwnFile(): Promise<void> {
  const embedded = await embeddedCamunda()
  const file = await embedded.ask('credentialsFile', 'both')
  connection.value = await connectEmbedded(embedded, file, recordTokenEvent)
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
