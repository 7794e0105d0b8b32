import { getRouteApi, Link } from '@tanstack/react-router'
import { FileOutput } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { NotSavedBar } from '../../editor/NotSavedBar.tsx'
import type { TextSession } from '../../editor/textSession.ts'
import { createTextSessions } from '../../editor/textSessions.ts'
import { sayPasteRefused, useKeptSessions } from '../../editor/useKeptSessions.ts'
import { words } from '../../i18n/words.ts'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { useRecentPlace } from '../../shell/recent.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { DraftExportDialog } from '../draftExport/DraftExportDialog.tsx'
import { draftExtensions } from './draftExtensions.ts'
import styles from './DraftPage.module.css'
import { DraftHeader } from './DraftHeader.tsx'
import { DraftScreen } from './DraftScreen.tsx'
import { languageWords } from './languageWords.ts'

const route = getRouteApi('/mou/$mouId/text')

/** The working text of an instrument, where it is written. */
export function DraftPage() {
  const { mouId } = route.useParams()
  const dossier = useRead('mou.dossier', { mouId })
  return (
    <div className={styles.page}>
      <Loaded reading={dossier} lines={12}>
        {(value) => <Texts key={mouId} dossier={value} />}
      </Loaded>
    </div>
  )
}

/** The text of one language at a time; the others stay open behind it, with their undo. */
function Texts({ dossier }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const { mou, relationship, workingTexts } = dossier
  const { lang, panel } = route.useSearch()
  const navigate = route.useNavigate()
  const language = lang !== undefined && mou.languages.includes(lang) ? lang : firstOf(dossier)
  const text = workingTexts.find((one) => one.language === language)
  const { ownSide, otherSide } = relationship
  const sides = useMemo(() => ({ own: ownSide, other: otherSide }), [ownSide, otherSide])
  const sessions = useSessions(mou.id)
  const [session, setSession] = useState<TextSession | null>(null)
  const textId = text?.textId
  useEffect(() => {
    setSession(sessions && textId !== undefined ? sessions.of(textId, language) : null)
  }, [sessions, textId, language])
  useRecentPlace(t('draft.title', { title: mou.shortTitle }))
  const [isExporting, setExporting] = useState(false)
  const exportText = useCallback(() => {
    // What leaves is what is saved.
    void session?.flush().then((isSaved) => {
      if (isSaved) setExporting(true)
    })
  }, [session])
  useCommands(
    useMemo(
      () =>
        session === null
          ? []
          : [
              {
                id: 'draft.export',
                label: t('drafts.export'),
                icon: FileOutput,
                keys: 'F12',
                run: exportText,
              },
            ],
      [t, session, exportText],
    ),
  )

  const labelOf = (shown: Language) =>
    t('draft.textOf', { language: t(languageWords[shown]), title: mou.shortTitle })
  const heading = (
    <>
      <h1 dir="auto">
        <Link to="/mou/$mouId" params={{ mouId: mou.id }}>
          {mou.shortTitle}
        </Link>
      </h1>
      {mou.languages.length > 1 && (
        <Segments<Language>
          label={t('draft.languages')}
          value={language}
          onChange={(chosen) => void navigate({ search: { lang: chosen }, replace: true })}
          choices={mou.languages.map((value) => ({ value, label: t(languageWords[value]) }))}
        />
      )}
      {session !== null && (
        <IconButton label={t('drafts.export')} keys="F12" icon={FileOutput} bordered onPress={exportText} />
      )}
    </>
  )
  return (
    <>
      <title>{`${t('draft.title', { title: mou.shortTitle })} · Sepaham`}</title>
      {sessions && <NotSavedBar sessions={sessions} nameOf={(failed) => labelOf(failed.language)} />}
      {text === undefined ? (
        <>
          <DraftHeader>{heading}</DraftHeader>
          <Begin mouId={mou.id} language={language} />
        </>
      ) : (
        session?.textId === text.textId && (
          <DraftScreen
            key={text.textId}
            mouId={mou.id}
            session={session}
            heading={heading}
            label={labelOf(language)}
            sides={sides}
            panel={panel ?? null}
          />
        )
      )}
      {isExporting && (
        <DraftExportDialog
          dossier={dossier}
          draft={null}
          language={language}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}

/** Where a language has no working text yet. */
function Begin({ mouId, language }: { readonly mouId: MouId; readonly language: Language }) {
  const { t } = useTranslation()
  const write = useWrite()
  async function begin() {
    const reply = await write('workingText.begin', { mouId, language, from: { kind: 'empty' } })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <EmptyState button={<Button onPress={() => void begin()}>{t('draft.begin')}</Button>}>
      {t('draft.noText')}
    </EmptyState>
  )
}

function useSessions(mouId: MouId) {
  const client = useApi()
  const make = useCallback(
    () =>
      createTextSessions({
        client,
        goneWords: () => words.t('editor.gone'),
        emptyWords: () => words.t('editor.empty'),
        onPasteRefused: sayPasteRefused,
        onEdit: () => undefined,
        extensions: draftExtensions,
      }),
    [client],
  )
  return useKeptSessions(mouId, make)
}

function firstOf({ mou, workingTexts }: MouDossier): Language {
  const written = mou.languages.find((one) => workingTexts.some(({ language }) => language === one))
  return written ?? mou.languages[0] ?? 'en'
}
