/** How fast whole calls are. */
export interface CallRate {
  readonly perSecond: number
  /** What one call costs this process in time of the processor, which other programs hardly change. */
  readonly cpuUs: number
}

/** Makes calls for so long, with so many under way at once. */
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
