import { isolatesRequests } from '../isolated-requests.ts'

/**
 * Checks records after they were written, to notice a storage that says nothing and loses them: one that is read-only, has
 * no driver behind it, or shows writes late. Nobody waits for that; on workerd somebody would have to, so it is left out.
 *
 * @returns what takes such a check, for one record: whether it is there, or a newer one
 */
export function createReadBack(onFailure: (reason: string) => void): (isKept: () => Promise<boolean>) => void {
  /** Records in a row that were lost. A single one may have been removed by somebody else. */
  let lost = 0

  async function readBack(isKept: () => Promise<boolean>): Promise<void> {
    lost = (await isKept()) ? 0 : lost + 1
    if (lost === 2) onFailure('write: what was just written is missing. The storage loses records, or shows them late')
  }

  return (isKept) => {
    // An operation that fails is reported where its result is needed.
    if (!isolatesRequests()) readBack(isKept).catch(() => {})
  }
}
