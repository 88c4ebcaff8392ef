import { startChild } from '../child/ask.ts'
import type { ClientOptions } from '../client.ts'
import type { FrontDoorCost, FrontDoorOrder } from './front-door-child.ts'

/**
 * Measures how much more a call through `@x/camunda` costs than one of the client behind it: a microsecond or two,
 * which is too little to measure by comparing whole calls in two processes.
 */
export async function measureFrontDoor(
  options: ClientOptions,
  effort: Pick<FrontDoorOrder, 'rounds' | 'calls'>,
): Promise<FrontDoorCost> {
  const child = await startChild<FrontDoorOrder>(new URL('./front-door-child.ts', import.meta.url))
  try {
    return await child.ask<FrontDoorCost>({ options, ...effort })
  } finally {
    child.kill()
  }
}
