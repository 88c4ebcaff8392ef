import { Refusal } from './refusal.ts'

/** The end of one request: its time limit, and the page that may go away. */
export interface Deadline {
  /** Aborts with a {@link Refusal} as its reason. */
  readonly signal: AbortSignal
  /** Gives what `promise` gives, or rejects at the deadline, also where the other side does not listen to the signal. */
  race<T>(promise: T | Promise<T>): Promise<T>
  /** Ends the request before its time: the page does not want its answer any more. */
  abort(): void
  /** Leaves no timer and no listener behind. */
  clear(): void
}

/** One controller instead of `AbortSignal.any`, which not every runtime has. */
export function startDeadline(timeoutMs: number, caller: AbortSignal): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // Nobody may be waiting at that moment.
  over.catch(() => {})
  const stop = (refusal: Refusal): void => {
    clear()
    controller.abort(refusal)
  }
  const abort = (): void => stop(new Refusal(499, 'aborted'))
  const timer = setTimeout(() => stop(new Refusal(504, 'timeout')), timeoutMs)
  const clear = (): void => {
    clearTimeout(timer)
    caller.removeEventListener('abort', abort)
  }
  if (caller.aborted) abort()
  else caller.addEventListener('abort', abort, { once: true })
  return { signal, race: (promise) => Promise.race([over, promise]), abort, clear }
}
