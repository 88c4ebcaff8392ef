/** Releases the body of a request or response that will not be read. */
export function cancelBody(holder: { readonly body: ReadableStream | null }): void {
  // Rejects while it is being read.
  void holder.body?.cancel().catch(() => {})
}
