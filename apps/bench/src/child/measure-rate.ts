/** The rate of whole calls. */
export interface CallRate {
  readonly perSecond: number
  /** Processor time that one call costs this process. Other programs hardly affect it. */
  readonly cpuUs: number
}

/** Makes calls for a given time, with a given number in flight. */
export async function measureRate(call: () => Promise<unknown>, concurrency: number, forMs: number): Promise<CallRate> {
  const before = process.cpuUsage()
  const begin = performance.now()
  const until = begin + forMs
  let calls = 0
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      await call()
      calls++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, caller))
  const { user, system } = process.cpuUsage(before)
  return { perSecond: (calls * 1000) / (performance.now() - begin), cpuUs: (user + system) / calls }
}
