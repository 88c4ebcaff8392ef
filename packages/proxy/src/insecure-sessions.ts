/** `read` functions of cookies that plain http carries, for `createProxy` to recognize. */
export const insecureReads: WeakSet<object> = new WeakSet()

/** Whether pages of an origin come from this very machine. */
export function isLoopback(origin: string): boolean {
  return /^https?:\/\/(([\w-]+\.)*localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin)
}
