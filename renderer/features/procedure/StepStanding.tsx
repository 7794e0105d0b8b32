import { AlarmClock, Check, CircleDashed, FileQuestion, type LucideIcon, Minus } from 'lucide-react'
import type { StepStanding as Standing } from '../../../shared/mou/procedure.ts'
import { Chip } from '../../ui/Chip.tsx'

const looks = {
  planned: { icon: CircleDashed, tone: 'plain' },
  overdue: { icon: AlarmClock, tone: 'danger' },
  done: { icon: Check, tone: 'ok' },
  evidenceMissing: { icon: FileQuestion, tone: 'attention' },
  notApplicable: { icon: Minus, tone: 'plain' },
} satisfies Record<
  Standing,
  { readonly icon: LucideIcon; readonly tone: 'plain' | 'danger' | 'ok' | 'attention' }
>

/** How a step stands, by a sign and a word; `children` says it. */
export function StepStanding(props: { readonly standing: Standing; readonly children: string }) {
  return <Chip {...looks[props.standing]}>{props.children}</Chip>
}
