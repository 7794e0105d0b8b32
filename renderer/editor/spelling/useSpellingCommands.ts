import { SkipBack, SkipForward, SpellCheck } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiProvider.tsx'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { goToUnknown, textsAtHand } from './askedSpelling.ts'
import type { TextsAtHand } from './findUnknown.ts'
import { spellingDeskOf } from './spellingDesk.ts'

/** Going through the words that are not known, and turning their marks on and off. `texts` must be stable. */
export function useSpellingCommands(texts: () => TextsAtHand): void {
  const { t } = useTranslation()
  const desk = spellingDeskOf(useApi())
  const { spelling } = useSettings()
  const change = useChangeSettings()
  useEffect(() => {
    textsAtHand.set(texts)
    return () => {
      if (textsAtHand.get() === texts) textsAtHand.set(() => ({ all: [], active: null }))
    }
  }, [texts])
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'spelling.next',
        label: t('spelling.next'),
        icon: SkipForward,
        keys: 'F7',
        run: () => void goToUnknown(desk, 1),
      },
      {
        id: 'spelling.previous',
        label: t('spelling.previous'),
        icon: SkipBack,
        keys: 'Shift+F7',
        run: () => void goToUnknown(desk, -1),
      },
      {
        id: 'spelling.check',
        label: t('spelling.check'),
        icon: SpellCheck,
        run: () => void change({ spelling: !spelling }),
      },
    ],
    [t, desk, spelling, change],
  )
  useCommands(commands)
}
