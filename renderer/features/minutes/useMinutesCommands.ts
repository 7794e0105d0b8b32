import { CircleCheck, GitCompare, ListChecks, LockOpen, Plus, Send, Signature } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMeeting } from '../meeting/MeetingContext.ts'
import { useCompareMinutes, useMinutesLife } from './useMinutesLife.ts'

/** What can be done with the minutes as far as they are, for the palette. */
export function useMinutesCommands(): void {
  const { t } = useTranslation()
  const { open } = useMeeting()
  const compare = useCompareMinutes()
  const { can, life } = useMinutesLife()

  const commands = useMemo((): readonly Command[] => {
    const last = life.reopenings.at(-1)
    return [
      ...(can.circulate
        ? [
            {
              id: 'minutes.circulate',
              label: t('minutes.circulate'),
              icon: Send,
              run: () => open({ kind: 'circulate' }),
            },
          ]
        : []),
      ...(can.correct
        ? [
            {
              id: 'minutes.correct',
              label: t('minutes.addCorrection'),
              icon: Plus,
              run: () => open({ kind: 'correction', correctionId: null }),
            },
          ]
        : []),
      ...(can.agree
        ? [
            {
              id: 'minutes.agree',
              label: t('minutes.agree'),
              icon: CircleCheck,
              run: () => open({ kind: 'agree' }),
            },
          ]
        : []),
      ...(can.sign
        ? [
            {
              id: 'minutes.sign',
              label: t('minutes.sign'),
              icon: Signature,
              run: () => open({ kind: 'sign' }),
            },
          ]
        : []),
      ...(can.reopen
        ? [
            {
              id: 'minutes.reopen',
              label: t('minutes.reopenTitle'),
              icon: LockOpen,
              run: () => open({ kind: 'reopen' }),
            },
          ]
        : []),
      ...(can.confirm
        ? [
            {
              id: 'minutes.confirm',
              label: t('minutes.confirmTitle'),
              icon: ListChecks,
              run: () => open({ kind: 'confirmPrevious' }),
            },
          ]
        : []),
      ...(last
        ? [
            {
              id: 'minutes.compare',
              label: t('minutes.compareVersion', { version: last.version - 1 }),
              icon: GitCompare,
              run: () => compare(last.sealed),
            },
          ]
        : []),
    ]
    // `compare` is of the meeting in sight, as `life` is.
  }, [t, open, can, life, compare])
  useCommands(commands)
}
