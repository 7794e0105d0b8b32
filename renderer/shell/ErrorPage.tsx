import type { ErrorComponentProps } from '@tanstack/react-router'
import { FaultNotice } from '../ui/FaultNotice.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** Stands for a screen that could not be shown: its address names nothing that could be there, or it has a bug. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const told: unknown = error
  if (!(told instanceof Error)) return <FaultNotice fault={{ kind: 'Unexpected', reference: '' }} />
  if (isOfAddress(told) || isOfAddress(told.cause)) return <NotFoundPage />
  return <FaultNotice fault={{ kind: 'Unexpected', reference: told.message.slice(0, 80) }} />
}

/** What reading an id of an address throws: it has the issues that were found with it. */
function isOfAddress(error: unknown): boolean {
  return error instanceof Error && 'issues' in error
}
