import { startChild } from '../child/ask.ts'
import type { PageVersion } from '../client.ts'
import type { CheckCost, CheckOrder } from './check-child.ts'

/** The cost of checking 500 process instances of each version. */
export type CheckCosts = Readonly<Record<PageVersion, CheckCost>>

/** Compares checking pages of 500 items with `JSON.parse` of them. */
export async function measureChecks(rounds: number): Promise<CheckCosts> {
  const measure = async (version: PageVersion): Promise<CheckCost> => {
    const child = await startChild<CheckOrder>(new URL('./check-child.ts', import.meta.url))
    try {
      return await child.ask<CheckCost>({ version, items: 500, rounds })
    } finally {
      child.kill()
    }
  }
  return { v1: await measure('v1'), v2: await measure('v2') }
}
