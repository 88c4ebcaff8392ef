import { startChild } from '../child/ask.ts'
import type { JsonOrder, ParseSpeed } from './json-child.ts'

/** Reading speed on a page full of 64-bit keys and on one without. */
export interface JsonSpeed {
  readonly withKeys: readonly ParseSpeed[]
  readonly withoutKeys: readonly ParseSpeed[]
}

/** Reads pages of so many items with all parsers in turn. */
export async function measureJson(items: number, rounds: number): Promise<JsonSpeed> {
  const read = async (withKeys: boolean): Promise<ParseSpeed[]> => {
    const child = await startChild<JsonOrder>(new URL('./json-child.ts', import.meta.url))
    try {
      return await child.ask<ParseSpeed[]>({ items, withKeys, rounds })
    } finally {
      child.kill()
    }
  }
  return { withKeys: await read(true), withoutKeys: await read(false) }
}
