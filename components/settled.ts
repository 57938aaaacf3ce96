import { useEffect, useState } from 'preact/hooks'

/** The value as it was when it last stayed the same for `ms`: for work that a key press should not wait for. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
