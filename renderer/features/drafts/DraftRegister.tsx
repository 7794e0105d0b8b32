import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { dateOf, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Card } from '../../ui/Page.tsx'
import table from '../../ui/table.module.css'
import { languageWords } from '../meeting/meetingWords.ts'
import { tabledByWords } from '../mous/mouWords.ts'
import styles from './DraftRegister.module.css'
import { channelWords, draftKindWords } from './registerWords.ts'

/** The drafts of an instrument and its working texts, by number and by language. */
export function DraftRegister({ dossier }: { readonly mouId: MouId; readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const format = useFormat()
  const { drafts, workingTexts } = dossier
  return (
    <div className={styles.register}>
      <Card title={t('mou.register.workingTexts')}>
        {workingTexts.length === 0 ? (
          <p className={styles.empty}>{t('mou.register.noWorkingText')}</p>
        ) : (
          <table className={table.table} aria-label={t('mou.register.workingTexts')}>
            <thead>
              <tr>
                <th scope="col">{t('mou.brackets.language')}</th>
                <th scope="col">{t('mou.brackets.open')}</th>
                <th scope="col">{t('mou.register.words')}</th>
                <th scope="col">{t('mou.register.saved')}</th>
              </tr>
            </thead>
            <tbody>
              {workingTexts.map(({ language, openBrackets, words, savedAt }) => (
                <tr key={language}>
                  <th scope="row">{t(languageWords[language])}</th>
                  <td>{openBrackets}</td>
                  <td>{format.number(words)}</td>
                  <td>{savedAt === null ? '–' : format.date(dateOf(savedAt), 'medium')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <Card title={t('mou.tabs.drafts')}>
        {drafts.length === 0 ? (
          <p className={styles.empty}>{t('mou.register.noDrafts')}</p>
        ) : (
          <table className={table.table} aria-label={t('mou.tabs.drafts')}>
            <thead>
              <tr>
                <th scope="col">{t('mou.register.number')}</th>
                <th scope="col">{t('mou.register.kind')}</th>
                <th scope="col">{t('mou.brackets.language')}</th>
                <th scope="col">{t('mou.brackets.by')}</th>
                <th scope="col">{t('mou.brackets.on')}</th>
                <th scope="col">{t('mou.register.channel')}</th>
                <th scope="col">{t('mou.brackets.open')}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => {
                const by = tabledByWords[draft.tabledBy]
                return (
                  <tr key={draft.id}>
                    <th scope="row">{draft.number}</th>
                    <td>{t(draftKindWords[draft.kind])}</td>
                    <td>{t(languageWords[draft.language])}</td>
                    <td>{by ? t(by) : countryOf(draft.tabledBy).name[screen]}</td>
                    <td>{format.date(draft.textDate, 'medium')}</td>
                    <td>{t(channelWords[draft.channel])}</td>
                    <td>{draft.openBrackets}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </Card>
    </div>
  )
}
