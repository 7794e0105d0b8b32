import { MessageSquareMore, MessageSquarePlus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import type { CommentDesk } from './commentDesk.ts'

/** What can be done with comments from the keys, the palette and the list of keys. `show` brings the panel into sight. */
export function useCommentCommands(desk: CommentDesk | null, canBegin: boolean, show: () => void): void {
  const { t } = useTranslation()
  const commands = useMemo((): readonly Command[] => {
    if (desk === null) return []
    const step = (by: 1 | -1) => () => {
      show()
      if (!desk.step(by)) notices.say((t) => t('comments.none'), null)
    }
    return [
      ...(canBegin
        ? [
            {
              id: 'comments.add',
              label: t('comments.add'),
              icon: MessageSquarePlus,
              keys: 'Ctrl+Alt+M',
              run() {
                if (desk.begin()) show()
                else notices.say((t) => t('comments.nothingSelected'), null)
              },
            },
          ]
        : []),
      {
        id: 'comments.next',
        label: t('comments.next'),
        icon: MessageSquareMore,
        keys: 'Alt+PageDown',
        run: step(1),
      },
      {
        id: 'comments.previous',
        label: t('comments.previous'),
        icon: MessageSquareMore,
        keys: 'Alt+PageUp',
        run: step(-1),
      },
      { id: 'comments.show', label: t('comments.title'), icon: MessageSquareMore, run: show },
    ]
  }, [desk, canBegin, show, t])
  useCommands(commands)
}
