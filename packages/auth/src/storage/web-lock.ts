import type { StorageLease } from './storage.ts'

/** The methods of the Web Locks API that are called here. */
interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    callback: (lock: unknown) => Promise<void> | undefined,
  ): Promise<unknown>
}

/** Returns the Web Locks of this page or worker, if it has them: browsers do since 2022, on secure pages only. */
export function webLocks(): Locks | undefined {
  return (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks
}

/**
 * Acquires a Web Lock as a lease. It ends when it is released, after `leaseMs`, or at once when its tab is closed or
 * reloaded.
 *
 * @see [Web Locks API](https://w3c.github.io/web-locks/)
 */
export function takeWebLock(locks: Locks, name: string, leaseMs: number): Promise<StorageLease | undefined> {
  return new Promise((resolve, reject) => {
    const ended = locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((end) => {
        const timer = setTimeout(end, leaseMs)
        resolve({
          async release() {
            clearTimeout(timer)
            end()
            // Only then is the lock free for the next caller.
            await ended
          },
        })
      })
    })
    ended.catch(reject)
  })
}
