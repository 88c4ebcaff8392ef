import { createOperateClient } from '@x/operate/unchecked'
import type { Client, ClientOptions } from '../client.ts'
import { openOperate } from './open-operate.ts'

/** The same without checks. */
export function open(options: ClientOptions): Client {
  return openOperate(options, createOperateClient)
}
