import { runAll } from '../suite/index.ts'
import type { Place, Setup } from '../suite/place.ts'

/** For runtimes that are programs: runs the suite and prints the report as the last line. */
export async function report(version: string, place: Omit<Place, 'setup' | 'variables'>): Promise<void> {
  const setup: Setup = JSON.parse(globalThis.process.argv[2] ?? '')
  const outcomes = await runAll({ setup, variables: undefined, ...place })
  console.log(JSON.stringify({ version, outcomes }))
}
