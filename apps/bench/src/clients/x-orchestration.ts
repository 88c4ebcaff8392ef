import { createOrchestrationClient } from '@x/orchestration'
import type { Client, ClientOptions } from '../client.ts'
import { openOrchestration } from './open-orchestration.ts'

/** Our client of the Orchestration Cluster API: typed and checked. */
export function open(options: ClientOptions): Client {
  return openOrchestration(options, createOrchestrationClient)
}
