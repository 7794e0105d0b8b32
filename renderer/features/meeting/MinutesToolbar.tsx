import {
  Brackets,
  ChartNoAxesColumn,
  Gavel,
  List,
  ListChecks,
  Link,
  ListOrdered,
  Quote,
  Split,
  TextQuote,
  UserRound,
} from 'lucide-react'
import type { Command } from '@tiptap/pm/state'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Separator, ToggleButton, ToggleButtonGroup, Toolbar } from 'react-aria-components'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { useStore } from '../../api/store.ts'
import { backToText } from '../../editor/backToText.ts'
import { openPositions, stateFor } from '../../editor/commands.ts'
import {
  HistoryTools,
  InsertMenu,
  LookTools,
  newTable,
  passageLanguages,
  type RunInText,
  tableActs,
} from '../../editor/TextTools.tsx'
import { Mark } from '../../editor/toolButtons.tsx'
import { useEditorFlags } from '../../editor/useEditorFlags.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { MenuEntry } from '../../ui/Menu.tsx'
import { useMeeting } from './MeetingContext.ts'
import { languageWords } from './meetingWords.ts'
import styles from './MinutesToolbar.module.css'
import { useUnsaidWords } from './NotSaid.tsx'
import { sideName } from './sideNames.ts'
import { usePlacement } from './usePlacement.ts'

/** What can be done to the text that was written in last, and which language of the minutes is in sight. */
export function MinutesToolbar(props: { readonly onLanguage: (language: ComposedLanguage) => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, sessions, language, open } = useMeeting()
  const { ownSide, otherSide } = dossier.relationship
  const { onLanguage } = props
  const unsaidId = useId()
  const active = useStore(sessions.active)
  const session = active?.language === language ? active : null
  const flags = useEditorFlags(session)
  const opened = session?.opened.get()
  const editor = opened?.state === 'open' ? opened.editor : null
  const itemId = dossier.texts.find(({ textId }) => textId === session?.textId)?.itemId ?? null
  const isLocked = dossier.minutes.sealed !== null
  const off = !flags.canWrite || editor === null
  const run: RunInText = (act) => {
    if (editor === null) return
    act(editor.chain().focus()).run()
    backToText(editor.view)
  }
  const tools = { isDisabled: off, run }
  const apply = (command: Command) => {
    session?.apply(command)
    if (editor !== null) backToText(editor.view)
  }

  const insertions: readonly MenuEntry[] = [
    newTable(t, flags.inTable, tools),
    {
      id: 'figure',
      label: t('editor.figure'),
      icon: ChartNoAxesColumn,
      isDisabled: off,
      run: () => open({ kind: 'figure', figureId: null }),
    },
    {
      id: 'person',
      label: t('meeting.linkPerson'),
      icon: UserRound,
      isDisabled: off,
      run: () => open({ kind: 'link', to: 'person' }),
    },
    {
      id: 'article',
      label: t('meeting.linkArticle'),
      icon: Link,
      isDisabled: off,
      run: () => open({ kind: 'link', to: 'article' }),
    },
    {
      id: 'decisionLink',
      label: t('meeting.linkDecision'),
      icon: Gavel,
      isDisabled: off,
      run: () => open({ kind: 'link', to: 'decision' }),
    },
    {
      id: 'actionLink',
      label: t('meeting.linkAction'),
      icon: ListChecks,
      isDisabled: off,
      run: () => open({ kind: 'link', to: 'action' }),
    },
    {
      id: 'phrase',
      label: t('capture.phrase'),
      icon: TextQuote,
      keys: 'Ctrl+Alt+F',
      isDisabled: off,
      run: () => open({ kind: 'phrase' }),
    },
    ...([ownSide, otherSide, null] as const).map((side, index) => ({
      id: `position-${side}`,
      label:
        side === null ? t('capture.noPosition') : t('capture.position', { side: sideName(side, screen, '') }),
      icon: Quote,
      keys: `Ctrl+Alt+${index + 1}`,
      isDisabled: off,
      run: () => apply(stateFor(side)),
    })),
    {
      id: 'viewsDiffer',
      label: t('capture.viewsDiffer'),
      icon: Split,
      keys: 'Ctrl+Alt+B',
      isDisabled: off,
      run: () => apply(openPositions([ownSide, otherSide])),
    },
    ...passageLanguages(
      language,
      (other) => t('editor.passageIn', { language: t(languageWords[other]) }),
      t('editor.passagePlain'),
      tools,
    ),
    ...(flags.inTable ? tableActs(t, tools) : []),
  ]

  return (
    <Toolbar aria-label={t('editor.toolbar')} className={styles.bar ?? ''}>
      {dossier.meeting.languages.length > 1 && (
        <ToggleButtonGroup
          aria-label={t('meeting.minutesLanguage')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language]}
          onSelectionChange={(keys) => {
            const chosen = dossier.meeting.languages.find((one) => keys.has(one))
            if (chosen) onLanguage(chosen)
          }}
          className={styles.languages ?? ''}
        >
          {dossier.meeting.languages.map((one) => (
            <ToggleButton
              key={one}
              id={one}
              className={styles.language ?? ''}
              aria-label={t(languageWords[one])}
              aria-describedby={`${unsaidId}-${one}`}
            >
              <span className={styles.long} aria-hidden>
                {t(languageWords[one])}
              </span>
              <span className={styles.short} aria-hidden>
                {one.toUpperCase()}
              </span>
              <UnsaidCount id={`${unsaidId}-${one}`} language={one} />
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <HistoryTools {...tools} canUndo={flags.canUndo} canRedo={flags.canRedo} />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <LookTools {...tools} flags={flags} />
      <Mark
        label={t('editor.bullets')}
        icon={List}
        isSelected={flags.bulletList}
        isDisabled={off}
        onChange={() => run((chain) => chain.toggleBulletList())}
      />
      <Mark
        label={t('editor.numbers')}
        icon={ListOrdered}
        isSelected={flags.orderedList}
        isDisabled={off}
        onChange={() => run((chain) => chain.toggleOrderedList())}
      />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Mark
        label={flags.inBracket ? t('editor.changeBracket') : t('editor.bracket')}
        icon={Brackets}
        isSelected={flags.inBracket}
        isDisabled={off}
        onChange={() => open({ kind: 'bracket' })}
      />
      <InsertMenu entries={insertions} className={styles.insert} />
      <span className={styles.space} />
      <Button
        compact
        icon={Gavel}
        isDisabled={isLocked}
        onPress={() => open({ kind: 'decision', decisionId: null, itemId })}
      >
        {t('meeting.decision')}
      </Button>
      <Button
        compact
        icon={ListChecks}
        isDisabled={isLocked}
        onPress={() => open({ kind: 'action', actionId: null, itemId })}
      >
        {t('meeting.action')}
      </Button>
    </Toolbar>
  )
}

/** Beside a language: how much the minutes in it do not refer to yet, as a sign that opens nothing. */
function UnsaidCount({ id, language }: { readonly id: string; readonly language: ComposedLanguage }) {
  const { t } = useTranslation()
  const words = useUnsaidWords()
  const unsaid = usePlacement().unsaid(language)
  const said = unsaid.length === 0 ? '' : t('meeting.notSaidIn', { what: words(unsaid) })
  return (
    <>
      <span id={id} hidden>
        {said}
      </span>
      {unsaid.length > 0 && (
        <span className={styles.unsaid} title={said} aria-hidden>
          {unsaid.length}
        </span>
      )}
    </>
  )
}
