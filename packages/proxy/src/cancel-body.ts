/** Frees the body of a request or response that nobody is going to read. */
export function cancelBody(holder: { readonly body: ReadableStream | null }): void {
  // Rejects while somebody reads it.
  void holder.body?.cancel().catch(() => {})
}
