/** `read` functions of cookies that are sent over plain http, for `createProxy` to recognize. */
export const insecureReads: WeakSet<object> = new WeakSet()

/** Whether pages of an origin come from this machine. */
export function isLoopback(origin: string): boolean {
  return /^https?:\/\/(([\w-]+\.)*localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin)
}
