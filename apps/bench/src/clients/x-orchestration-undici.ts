import { createOrchestrationClient } from '@x/orchestration'
import { throughUndici } from '@x/rest/undici'
import type { Client, ClientOptions } from '../client.ts'
import { openOrchestration } from './open-orchestration.ts'

/** Our client of the Orchestration Cluster API over undici. */
export function open(options: ClientOptions): Client {
  return openOrchestration(options, createOrchestrationClient, throughUndici())
}
