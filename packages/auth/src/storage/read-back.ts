import { isolatesRequests } from '../isolated-requests.ts'

/**
 * Reads records after they were written, to notice a storage that silently loses them: it is read-only, has no driver,
 * or shows writes late. No call waits for that. It is left out on workerd, where a call would have to wait.
 *
 * @returns a function that starts the check of one record; `isKept` says whether it, or a newer one, is there
 */
export function createReadBack(onFailure: (reason: string) => void): (isKept: () => Promise<boolean>) => void {
  /** Records in a row that were lost. A single one may have been removed by another process. */
  let lost = 0

  async function readBack(isKept: () => Promise<boolean>): Promise<void> {
    lost = (await isKept()) ? 0 : lost + 1
    if (lost === 2)
      onFailure('write: the record just written is missing. The storage loses records, or shows them late')
  }

  return (isKept) => {
    // Failing operations are reported where their result is needed.
    if (!isolatesRequests()) readBack(isKept).catch(() => {})
  }
}
