import { Lock, Pencil, StickyNote, Trash2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../shared/meeting/meeting.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useMeeting } from './MeetingContext.ts'
import { visibilityWords } from './meetingWords.ts'
import styles from './panel.module.css'

/** Notes beside the minutes; whether one is internal always stands on it. */
export function NotesPanel() {
  const { t } = useTranslation()
  const { dossier, open } = useMeeting()
  return (
    <div className={styles.panel}>
      {dossier.notes.length === 0 && <p className={styles.empty}>{t('meeting.noNotes')}</p>}
      {dossier.notes.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
      <div className={styles.add}>
        <Button variant="link" icon={StickyNote} onPress={() => open({ kind: 'note', noteId: null })}>
          {t('meeting.addNote')}
        </Button>
      </div>
    </div>
  )
}

function NoteCard({ note }: { readonly note: Note }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const { dossier, open } = useMeeting()
  const item = dossier.agenda.find(({ id }) => id === note.itemId)
  const name = t('meeting.noteBy', { officer: note.madeBy })
  async function remove() {
    const reply = await write('note.remove', { noteId: note.id })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.cardHead}>
        <Chip
          tone={note.visibility === 'internal' ? 'attention' : 'plain'}
          icon={note.visibility === 'internal' ? Lock : Users}
        >
          {t(visibilityWords[note.visibility])}
        </Chip>
        <strong />
        <MoreMenu
          label={t('shell.more', { name })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'note', noteId: note.id }),
            },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </header>
      <p className={styles.words} dir="auto">
        {note.words}
      </p>
      <p className={styles.facts}>
        <span>
          {note.madeBy}, {format.instant(note.madeAt)}
        </span>
        {item && <span dir="auto">{inLanguage(item.title, language)}</span>}
      </p>
    </article>
  )
}
