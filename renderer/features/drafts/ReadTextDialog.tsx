import { useTranslation } from 'react-i18next'
import type { DraftId } from '../../../shared/ids.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import type { Reading } from '../../api/useRead.ts'
import { useRead } from '../../api/useRead.ts'
import { ReadOnlyText } from '../../editor/ReadOnlyText.tsx'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { CommentedText } from '../comments/CommentedText.tsx'
import { draftReading } from '../draft/draftExtensions.ts'
import { readingDeps } from '../draft/readingDeps.ts'
import sheet from '../draft/Sheet.module.css'
import { draftLine } from './draftWords.ts'
import styles from './ReadTextDialog.module.css'

export type ReadText =
  | { readonly kind: 'draft'; readonly draftId: DraftId }
  | { readonly kind: 'workingText'; readonly language: Language }

const extensions = () => draftReading(readingDeps())

/** A draft with its margin, or the working text as it stands, on a sheet to be read. */
export function ReadTextDialog(props: {
  readonly dossier: MouDossier
  readonly text: ReadText
  readonly onClose: () => void
}) {
  const { dossier, text, onClose } = props
  return text.kind === 'draft' ? (
    <DraftText dossier={dossier} draftId={text.draftId} onClose={onClose} />
  ) : (
    <WorkingTextText dossier={dossier} language={text.language} onClose={onClose} />
  )
}

function DraftText(props: {
  readonly dossier: MouDossier
  readonly draftId: DraftId
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, draftId, onClose } = props
  const draft = dossier.drafts.find(({ id }) => id === draftId)
  if (!draft) return null
  const title = draftLine(draft, screen, t)
  return (
    <Dialog
      title={title}
      isOpen
      full
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <CommentedText
        textId={draft.textId}
        language={draft.language}
        label={title}
        className={classes(styles.sheet, sheet.text)}
      />
    </Dialog>
  )
}

function WorkingTextText(props: {
  readonly dossier: MouDossier
  readonly language: Language
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, language, onClose } = props
  const reading = useRead('workingText.read', { mouId: dossier.mou.id, language })
  return (
    <Sheet
      title={t('drafts.workingTextIn', { language: languageName(language, screen) })}
      language={language}
      reading={reading}
      onClose={onClose}
    />
  )
}

function Sheet(props: {
  readonly title: string
  readonly language: Language
  readonly reading: Reading<{ readonly doc: unknown }>
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { title, language, reading, onClose } = props
  return (
    <Dialog
      title={title}
      isOpen
      full
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <div className={styles.desk}>
        <Loaded reading={reading} lines={12}>
          {({ doc }) => (
            <ReadOnlyText
              doc={doc}
              label={title}
              language={language}
              extensions={extensions}
              className={classes(styles.sheet, sheet.text)}
            />
          )}
        </Loaded>
      </div>
    </Dialog>
  )
}
