/** The sync cannot start, and nothing has been sent. The message is for the reader of the log. */
export class SyncError extends Error {
  override name = 'SyncError'
}
