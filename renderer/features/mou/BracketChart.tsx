import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Language } from '../../../shared/values.ts'
import { dateOf, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Card } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Unseen } from '../../ui/Unseen.tsx'
import { languageWords } from '../meeting/meetingWords.ts'
import { tabledByWords } from '../mous/mouWords.ts'
import styles from './BracketChart.module.css'

type Bar = {
  readonly id: string
  readonly name: string
  readonly by: string
  readonly on: string
  readonly count: number
  readonly isWorkingText: boolean
}

const height = 96

/** How many brackets were open in each draft of a language, and are in the working text; a table for whoever hears. */
export function BracketChart({ dossier }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const format = useFormat()
  const { drafts, workingTexts, mou } = dossier
  const written = mou.languages.filter((one) =>
    [...drafts, ...workingTexts].some(({ language }) => language === one),
  )
  const most = written.toSorted((one, other) => countOf(other) - countOf(one))[0]
  const [chosen, setChosen] = useState<Language | null>(null)
  const language = chosen ?? most
  if (language === undefined) return null

  function countOf(language: Language): number {
    return drafts.filter((draft) => draft.language === language).length
  }

  const bars: readonly Bar[] = [
    ...drafts
      .filter((draft) => draft.language === language)
      .map(({ id, number, tabledBy, textDate, openBrackets }) => {
        const byWords = tabledByWords[tabledBy]
        return {
          id,
          name: t('mou.brackets.draft', { number }),
          by: byWords ? t(byWords) : countryOf(tabledBy).name[screen],
          on: format.date(textDate, 'dayMonth'),
          count: openBrackets,
          isWorkingText: false,
        }
      }),
    ...workingTexts
      .filter((text) => text.language === language)
      .map(({ textId, savedAt, openBrackets }) => ({
        id: textId,
        name: t('mou.brackets.workingText'),
        by: '–',
        on: savedAt === null ? '–' : format.date(dateOf(savedAt), 'dayMonth'),
        count: openBrackets,
        isWorkingText: true,
      })),
  ]
  const highest = Math.max(1, ...bars.map(({ count }) => count))
  const step = 100 / bars.length
  return (
    <Card
      title={t('mou.brackets.title')}
      actions={
        written.length > 1 ? (
          <Segments
            label={t('mou.brackets.language')}
            value={language}
            onChange={setChosen}
            choices={written.map((value) => ({ value, label: t(languageWords[value]) }))}
          />
        ) : undefined
      }
    >
      <div className={styles.chart}>
        <svg width="100%" height={height + 58} aria-hidden className={styles.drawing}>
          <line x1="0" x2="100%" y1={height + 18} y2={height + 18} className={styles.base} />
          {bars.map(({ id, name, on, count, isWorkingText }, index) => {
            const tall = Math.round((count / highest) * height)
            const middle = `${(index + 0.5) * step}%`
            return (
              <g key={id}>
                <svg x={middle} y={18 + height - tall} overflow="visible">
                  <rect
                    x={-18}
                    width={36}
                    height={tall}
                    className={isWorkingText ? styles.working : styles.bar}
                  />
                  <text y={-5} textAnchor="middle" className={styles.count}>
                    {count}
                  </text>
                </svg>
                <text x={middle} y={height + 36} textAnchor="middle" className={styles.name}>
                  {name}
                </text>
                <text x={middle} y={height + 52} textAnchor="middle" className={styles.on}>
                  {on}
                </text>
              </g>
            )
          })}
        </svg>
        <Unseen block>
          <table>
            <caption>{t('mou.brackets.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('mou.brackets.text')}</th>
                <th scope="col">{t('mou.brackets.by')}</th>
                <th scope="col">{t('mou.brackets.on')}</th>
                <th scope="col">{t('mou.brackets.open')}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ id, name, by, on, count }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{by}</td>
                  <td>{on}</td>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Unseen>
      </div>
    </Card>
  )
}
