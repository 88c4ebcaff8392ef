import { signal } from '@preact/signals'
import { connectEmbeddedCamunda, type EmbeddedCamunda } from '../camunda/embedded-camunda.ts'
import { recordTokenEvent } from '../tokens/activity.ts'
import { connectEmbedded } from './connect-embedded.ts'
import type { Connection } from './connection.ts'

/** What the page talks to; undefined until the first connection stands. */
export const connection = signal<Connection | undefined>(undefined)

let camunda: Promise<EmbeddedCamunda> | undefined

/** The embedded Camunda of this browser, started when it is first asked for. */
export function embeddedCamunda(): Promise<EmbeddedCamunda> {
  camunda ??= connectEmbeddedCamunda()
  return camunda
}

/** Connects to the embedded Camunda, with a file of credentials that it hands out unless one is given. */
export async function useEmbedded(credentialsFile?: string): Promise<void> {
  const embedded = await embeddedCamunda()
  const file = credentialsFile ?? (await embedded.ask('credentialsFile', 'both'))
  connection.value = await connectEmbedded(embedded, file, recordTokenEvent)
}
