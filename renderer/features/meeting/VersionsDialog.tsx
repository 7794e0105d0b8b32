import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedVersionId, TextId } from '../../../shared/ids.ts'
import type { NamedVersion } from '../../../shared/record.ts'
import { useRead } from '../../api/useRead.ts'
import { ReadOnlyText, readingExtensions } from '../../editor/ReadOnlyText.tsx'
import { useFormat } from '../../i18n/format.ts'
import { words } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMeeting } from './MeetingContext.ts'
import { TextSelect, useChosenText } from './TextSelect.tsx'
import styles from './VersionsDialog.module.css'

/** The named versions of a text: each can be read, and put back as a change like any other. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [textId, setTextId] = useChosenText()
  const [shown, setShown] = useState<NamedVersionId | null>(null)
  return (
    <Dialog
      title={t('editor.versions')}
      isOpen
      onClose={onClose}
      wide
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <TextSelect
        value={textId}
        onChange={(next) => {
          setTextId(next)
          setShown(null)
        }}
      />
      {textId !== null && <List textId={textId} shown={shown} onShow={setShown} onDone={onClose} />}
    </Dialog>
  )
}

function List(props: {
  readonly textId: TextId
  readonly shown: NamedVersionId | null
  readonly onShow: (version: NamedVersionId | null) => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { textId, shown, onShow, onDone } = props
  const versions = useRead('text.versions', { textId })
  return (
    <Loaded reading={versions} lines={3}>
      {(list: readonly NamedVersion[]) =>
        list.length === 0 ? (
          <p>{t('editor.noVersions')}</p>
        ) : (
          <ul className={styles.list}>
            {list.map((version) => (
              <li key={version.id} className={styles.version}>
                <div className={styles.head}>
                  <span className={styles.name} dir="auto">
                    {version.name}
                  </span>
                  <span className={styles.facts}>
                    {format.instant(version.savedAt)} · {version.officer}
                  </span>
                  <Button
                    compact
                    aria-expanded={shown === version.id}
                    onPress={() => onShow(shown === version.id ? null : version.id)}
                  >
                    {shown === version.id ? t('editor.hideVersion') : t('editor.showVersion')}
                  </Button>
                </div>
                {shown === version.id && <Version textId={textId} version={version} onDone={onDone} />}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function Version(props: {
  readonly textId: TextId
  readonly version: NamedVersion
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const { dossier, sessions, language } = useMeeting()
  const { textId, version, onDone } = props
  const extensions = useCallback(
    () => readingExtensions(sessions.cards(language), words.t('editor.emptyVersion'), language),
    [sessions, language],
  )
  const reading = useRead('text.version', { versionId: version.id })

  function restore(doc: unknown): void {
    const text = dossier.texts.find((one) => one.textId === textId)
    const session = text && sessions.of(textId, text.language)
    const opened = session?.opened.get()
    if (opened?.state !== 'open' || !opened.editable) {
      notices.say((t) => t('meeting.cannotPlace'), null)
      return
    }
    session?.replace(doc)
    void session?.flush()
    notices.say((t) => t('editor.restored', { name: version.name }), null)
    onDone()
  }

  return (
    <Loaded reading={reading} lines={4}>
      {({ doc }) => (
        <>
          <ReadOnlyText
            doc={doc}
            label={version.name}
            language={language}
            extensions={extensions}
            className={styles.text}
          />
          <Button onPress={() => restore(doc)}>{t('editor.restore')}</Button>
        </>
      )}
    </Loaded>
  )
}
