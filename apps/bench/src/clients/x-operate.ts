import { createOperateClient } from '@x/operate'
import type { Client, ClientOptions } from '../client.ts'
import { openOperate } from './open-operate.ts'

/** Our client of the Operate API: typed, checked, exact keys. */
export function open(options: ClientOptions): Client {
  return openOperate(options, createOperateClient)
}
