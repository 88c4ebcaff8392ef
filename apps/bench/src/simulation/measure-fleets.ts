import { startChild } from '../child/ask.ts'
import type { FleetOrder } from './fleet-child.ts'
import { day, type FleetPlan, type FleetResult, threeHours } from './plan.ts'
import { behaviours } from './simulate-apart.ts'

/** A day of a fleet with one client. */
export interface Fleet {
  readonly title: string
  readonly plan: FleetPlan
  /** Whether the client's own code ran, or a model of it. */
  readonly code: 'real' | 'model'
  readonly result: FleetResult
}

/** Simulates a day of a fleet with tokens of 24 hours, and three hours with tokens of five minutes. */
export async function measureFleets(workers: number): Promise<Fleet[]> {
  const fleets: Fleet[] = []
  for (const model of [day, threeHours]) {
    const plan: FleetPlan = { ...model, workers }
    const [redis, kv] = await Promise.all([simulate({ plan, client: 'redis' }), simulate({ plan, client: 'kv' })])
    fleets.push({ title: '@x/auth, Redis', plan, code: 'real', result: redis })
    fleets.push({ title: '@x/auth, Workers KV', plan, code: 'real', result: kv })
    for (const [client, { title }] of Object.entries(behaviours)) {
      fleets.push({ title, plan, code: 'model', result: await simulate({ plan, client }) })
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
