import { createOrchestrationClient } from '@x/orchestration/unchecked'
import type { Client, ClientOptions } from '../client.ts'
import { openOrchestration } from './open-orchestration.ts'

/** The same without checks. */
export function open(options: ClientOptions): Client {
  return openOrchestration(options, createOrchestrationClient)
}
