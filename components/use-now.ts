import { useEffect, useState } from 'preact/hooks'

const SECOND = 1_000

/** The time, each second while the page is looked at: only what shows it is drawn again. Milliseconds. */
export function useNow(now: () => number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setTime(now())
    }, SECOND)
    return () => clearInterval(timer)
  }, [now])
  return time
}
