import { startChild } from '../child/ask.ts'
import type { FleetOrder } from './fleet-child.ts'
import { day, type FleetPlan, type FleetResult, threeHours } from './plan.ts'
import { behaviours, simulateApart } from './simulate-apart.ts'

/** A fleet's day with one client. */
export interface Fleet {
  readonly title: string
  readonly plan: FleetPlan
  /** Whether the client's own code ran, or a model of it. */
  readonly code: 'real' | 'model'
  readonly result: FleetResult
}

/** Simulates a fleet's day with tokens of a day, and three hours with tokens of five minutes. */
export async function measureFleets(workers: number): Promise<Fleet[]> {
  const fleets: Fleet[] = []
  for (const model of [day, threeHours]) {
    const plan: FleetPlan = { ...model, workers }
    const [redis, kv] = await Promise.all([simulate({ plan, storage: 'redis' }), simulate({ plan, storage: 'kv' })])
    fleets.push({ title: '@x/auth, Redis', plan, code: 'real', result: redis })
    fleets.push({ title: '@x/auth, Workers KV', plan, code: 'real', result: kv })
    for (const behaviour of Object.values(behaviours)) {
      fleets.push({ title: behaviour.title, plan, code: 'model', result: simulateApart(plan, behaviour) })
    }
  }
  return fleets
}

async function simulate(order: FleetOrder): Promise<FleetResult> {
  const child = await startChild<FleetOrder>(new URL('./fleet-child.ts', import.meta.url))
  try {
    return await child.ask<FleetResult>(order)
  } finally {
    child.kill()
  }
}
