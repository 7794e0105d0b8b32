import { useNavigate } from '@tanstack/react-router'
import {
  BookOpen,
  FileOutput,
  FilePen,
  FilePlus2,
  GitCompareArrows,
  LayoutTemplate,
  PenLine,
  Stamp,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WorkingText } from '../../../shared/mou/draft.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { Language } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { type MenuEntry, MoreMenu } from '../../ui/Menu.tsx'
import type { DraftLayer } from './DraftRegister.tsx'
import { draftLine } from './draftWords.ts'
import styles from './WorkingTexts.module.css'

/** The text that is being negotiated, of each language of the instrument. */
export function WorkingTexts(props: {
  readonly dossier: MouDossier
  readonly onLayer: (layer: DraftLayer) => void
}) {
  const { dossier, onLayer } = props
  const { mou, workingTexts } = dossier
  const languages = Language.options.filter(
    (language) => mou.languages.includes(language) || workingTexts.some((text) => text.language === language),
  )
  return (
    <ul className={styles.texts}>
      {languages
        .toSorted((one, other) => rank(mou.languages, one) - rank(mou.languages, other))
        .map((language) => {
          const text = workingTexts.find((one) => one.language === language)
          return (
            <li key={language} className={styles.text}>
              {text ? (
                <Standing dossier={dossier} text={text} onLayer={onLayer} />
              ) : (
                <Missing dossier={dossier} language={language} onLayer={onLayer} />
              )}
            </li>
          )
        })}
    </ul>
  )
}

function Standing(props: {
  readonly dossier: MouDossier
  readonly text: WorkingText
  readonly onLayer: (layer: DraftLayer) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const navigate = useNavigate()
  const { dossier, text, onLayer } = props
  const { language, words, openBrackets, savedAt, basedOn } = text
  const draft = dossier.drafts.find(({ id }) => id === basedOn)
  const name = languageName(language, screen)
  const entries: readonly MenuEntry[] = [
    {
      id: 'replace',
      label: t('drafts.replace'),
      icon: FilePen,
      isDisabled: !dossier.drafts.some((one) => one.language === language),
      run: () => onLayer({ kind: 'begin', language, draftId: null }),
    },
    {
      id: 'compare',
      label: t('drafts.compareWith'),
      icon: GitCompareArrows,
      isDisabled: dossier.drafts.length === 0,
      run: () => onLayer({ kind: 'compare', text: { kind: 'workingText', language } }),
    },
    {
      id: 'export',
      label: t('drafts.export'),
      icon: FileOutput,
      run: () => onLayer({ kind: 'export', draftId: null, language }),
    },
  ]
  return (
    <>
      <Heading dossier={dossier} language={language} />
      <p className={styles.facts}>
        {[
          t('drafts.words', { count: words, number: format.number(words) }),
          t('drafts.openBrackets', { count: openBrackets, number: format.number(openBrackets) }),
          ...(savedAt === null ? [] : [t('drafts.savedAt', { time: format.instant(savedAt) })]),
        ].join(' · ')}
      </p>
      {draft && <p className={styles.facts}>{t('drafts.basedOn', { draft: draftLine(draft, screen, t) })}</p>}
      <div className={styles.buttons}>
        <Button
          compact
          icon={PenLine}
          aria-label={t('drafts.of', { act: t('drafts.write'), name: languageName(language, screen) })}
          onPress={() =>
            void navigate({
              to: '/mou/$mouId/text',
              params: { mouId: dossier.mou.id },
              search: { lang: language },
            })
          }
        >
          {t('drafts.write')}
        </Button>
        <Button
          compact
          icon={BookOpen}
          aria-label={t('drafts.of', { act: t('drafts.read'), name: languageName(language, screen) })}
          onPress={() => onLayer({ kind: 'read', text: { kind: 'workingText', language } })}
        >
          {t('drafts.read')}
        </Button>
        <Button
          compact
          icon={Stamp}
          aria-label={t('drafts.of', { act: t('drafts.tableAsDraft'), name: languageName(language, screen) })}
          onPress={() => onLayer({ kind: 'register', source: { kind: 'workingText', language } })}
        >
          {t('drafts.tableAsDraft')}
        </Button>
        <MoreMenu
          label={t('shell.more', { name: t('drafts.workingTextIn', { language: name }) })}
          entries={entries}
        />
      </div>
    </>
  )
}

function Missing(props: {
  readonly dossier: MouDossier
  readonly language: Language
  readonly onLayer: (layer: DraftLayer) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const screen = useLanguage()
  const { dossier, language, onLayer } = props

  async function begin(kind: 'template' | 'empty'): Promise<void> {
    const reply = await write('workingText.begin', { mouId: dossier.mou.id, language, from: { kind } })
    if (!reply.ok) notices.fault(reply.fault)
  }

  const of = (act: string) => t('drafts.of', { act, name: languageName(language, screen) })
  return (
    <>
      <Heading dossier={dossier} language={language} />
      <p className={styles.facts}>{t('drafts.noWorkingText')}</p>
      <div className={styles.buttons}>
        {dossier.drafts.some((one) => one.language === language) && (
          <Button
            compact
            icon={FilePen}
            aria-label={of(t('drafts.beginFromDraft'))}
            onPress={() => onLayer({ kind: 'begin', language, draftId: null })}
          >
            {t('drafts.beginFromDraft')}
          </Button>
        )}
        <Button
          compact
          icon={LayoutTemplate}
          aria-label={of(t('drafts.beginTemplate'))}
          onPress={() => void begin('template')}
        >
          {t('drafts.beginTemplate')}
        </Button>
        <Button
          compact
          icon={FilePlus2}
          aria-label={of(t('drafts.beginEmpty'))}
          onPress={() => void begin('empty')}
        >
          {t('drafts.beginEmpty')}
        </Button>
      </div>
    </>
  )
}

function Heading({ dossier, language }: { readonly dossier: MouDossier; readonly language: Language }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  return (
    <h3 className={styles.heading}>
      {languageName(language, screen)}
      {dossier.mou.prevailing === language && <span className={styles.prevails}>{t('drafts.prevails')}</span>}
    </h3>
  )
}

function rank(languages: readonly Language[], language: Language): number {
  const at = languages.indexOf(language)
  return at === -1 ? languages.length : at
}
