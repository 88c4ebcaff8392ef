import { createOperateClient } from '@x/operate'
import { throughUndici } from '@x/rest/undici'
import type { Client, ClientOptions } from '../client.ts'
import { openOperate } from './open-operate.ts'

/** Our client of the Operate API over undici. */
export function open(options: ClientOptions): Client {
  return openOperate(options, createOperateClient, throughUndici())
}
