import { NotYetError, type ReadOptions } from '@x/rest'
import { readError } from './error.ts'

/** Sends a read to an older API and converts its response to v2, before it is passed to `waitFor`. */
export async function readOlder<Older, Result>(
  send: (options: ReadOptions<Older>) => Promise<Older>,
  convert: (response: Older) => Result,
  options: ReadOptions<Result> = {},
): Promise<Result> {
  const { waitFor, ...rest } = options
  const isThere = typeof waitFor === 'function' ? (response: Older) => waitFor(convert(response)) : waitFor
  try {
    return convert(await send(isThere === undefined ? rest : { ...rest, waitFor: isThere }))
  } catch (error) {
    if (!(error instanceof NotYetError)) throw readError(error)
    const { operation, response, waitForMs } = error
    throw new NotYetError(operation, response === undefined ? undefined : convert(response as Older), waitForMs)
  }
}

/** Converts the items of an older API to v2. */
export async function* convertAll<Item>(
  items: AsyncIterable<object>,
  convert: (item: object) => Item,
): AsyncGenerator<Item, void, undefined> {
  try {
    for await (const item of items) yield convert(item)
  } catch (error) {
    throw readError(error)
  }
}
