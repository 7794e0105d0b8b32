import { useEffect, useState } from 'react'
import { afterPaint } from './afterPaint.ts'

/** False until the component has been painted once: what is beside the point can come a frame later. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => afterPaint(() => setPainted(true)), [])
  return isPainted
}
