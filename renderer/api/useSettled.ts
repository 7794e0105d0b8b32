import { useEffect, useState } from 'react'

/** `value` once it has stayed the same for `time` milliseconds: what is typed asks once, not for every key. */
export function useSettled<T>(value: T, time: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), time)
    return () => clearTimeout(timer)
  }, [value, time])
  return settled
}
