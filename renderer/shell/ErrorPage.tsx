import { z } from 'zod'
import { FaultNotice } from '../ui/FaultNotice.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** Stands for a screen that could not be shown: its address names nothing that could be there, or it has a bug. */
export function ErrorPage({ error }: { readonly error: Error }) {
  if (error instanceof z.ZodError || error.cause instanceof z.ZodError) return <NotFoundPage />
  return <FaultNotice fault={{ kind: 'Unexpected', reference: error.message.slice(0, 80) }} />
}
