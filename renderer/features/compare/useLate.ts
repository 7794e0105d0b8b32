import { useEffect, useState } from 'react'

/** False for the first 200 ms that the component is shown: most waits are over by then. */
export function useLate(): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}
