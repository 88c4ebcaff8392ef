/** The sync cannot begin, and has sent nothing. The message is for the person who reads the log. */
export class SyncError extends Error {
  override name = 'SyncError'
}
