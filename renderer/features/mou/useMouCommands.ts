import { Diamond, Link2, Milestone as Sign, Pencil, Timer } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import type { OpenLayer } from './layer.ts'

/** What can be done on the page of an instrument, for the palette, the keys and the list of keys. */
export function useMouCommands(mouId: MouId, open: OpenLayer): void {
  const { t } = useTranslation()
  const commands = useMemo(
    (): readonly Command[] => [
      { id: `mou.edit ${mouId}`, label: t('mou.edit'), icon: Pencil, run: () => open({ kind: 'mou' }) },
      {
        id: 'mou.enterStage',
        label: t('mou.stages.enter'),
        icon: Sign,
        kind: 'create',
        run: () => open({ kind: 'stage' }),
      },
      {
        id: 'mou.newMilestone',
        label: t('mou.milestones.add'),
        icon: Diamond,
        kind: 'create',
        run: () => open({ kind: 'milestone', milestoneId: null }),
      },
      {
        id: 'mou.newLink',
        label: t('mou.links.add'),
        icon: Link2,
        kind: 'create',
        run: () => open({ kind: 'link' }),
      },
      { id: 'mou.force', label: t('mou.force.edit'), icon: Timer, run: () => open({ kind: 'force' }) },
    ],
    [t, mouId, open],
  )
  useCommands(commands)
}
