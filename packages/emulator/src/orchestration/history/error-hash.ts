/** The hash of an error message in statistics and filters: the `hashCode` of the text in Java. */
export function errorHashCode(message: string): number {
  let hash = 0
  for (let index = 0; index < message.length; index++) hash = (Math.imul(hash, 31) + message.charCodeAt(index)) | 0
  return hash
}
