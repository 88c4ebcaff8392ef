import { startChild } from '../child/ask.ts'
import type { JsonOrder, ParseSpeed } from './json-child.ts'

/** Parsing speed for a page full of 64-bit keys, and for one without. */
export interface JsonSpeed {
  readonly withKeys: readonly ParseSpeed[]
  readonly withoutKeys: readonly ParseSpeed[]
}

/** Parses pages of this many items with all parsers in turn. */
export async function measureJson({ items, rounds }: Pick<JsonOrder, 'items' | 'rounds'>): Promise<JsonSpeed> {
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
