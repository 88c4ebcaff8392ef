import { useEffect, useState } from 'preact/hooks'

/** The time in milliseconds since the epoch, which moves on every `everyMs` while it is shown. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
