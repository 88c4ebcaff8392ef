// Simulates one day of a fleet, in a separate process, because its clocks are replaced. It runs with the lowest
// priority, since it runs next to wall-clock measurements.
import { constants, setPriority } from 'node:os'
import { serveOrders } from '../child/ask.ts'
import type { FleetPlan } from './plan.ts'
import { behaviours, simulateApart } from './simulate-apart.ts'
import { simulateFleet } from './simulate-fleet.ts'
import { startOAuth } from './start-oauth.ts'
import { kvLike, redisLike } from './storages.ts'
import { installVirtualTime } from './virtual-time.ts'

export interface FleetOrder {
  readonly plan: FleetPlan
  /** A storage of `@x/auth`, or a client whose behavior is modeled. */
  readonly client: string
}

setPriority(constants.priority.PRIORITY_LOW)
serveOrders<FleetOrder>(({ plan, client }) => {
  const behaviour = behaviours[client]
  if (behaviour) return simulateApart(plan, behaviour)
  const time = installVirtualTime(Date.UTC(2026, 0, 1), plan.seed)
  return simulateFleet(plan, time, startOAuth(client === 'redis' ? redisLike(time) : kvLike(time)))
})
