// One fleet's day, in a process of its own: its clocks are replaced.
import { serveOrders } from '../child/ask.ts'
import type { FleetPlan } from './plan.ts'
import { simulateFleet } from './simulate-fleet.ts'
import { startOAuth } from './start-oauth.ts'
import { kvLike, redisLike } from './storages.ts'
import { installVirtualTime } from './virtual-time.ts'

export interface FleetOrder {
  readonly plan: FleetPlan
  readonly storage: 'redis' | 'kv'
}

serveOrders<FleetOrder>(({ plan, storage }) => {
  const time = installVirtualTime(Date.UTC(2026, 0, 1), plan.seed)
  return simulateFleet(plan, time, startOAuth(storage === 'redis' ? redisLike(time) : kvLike(time)))
})
