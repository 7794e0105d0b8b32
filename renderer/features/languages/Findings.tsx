import { useTranslation } from 'react-i18next'
import type { Mismatch } from '../../../shared/mou/mismatches.ts'
import type { TestimoniumProblem } from '../../../shared/mou/testimonium.ts'
import type { TermUse, TextsBeside } from '../../../shared/text/textsBeside.ts'
import type { Language } from '../../../shared/values.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Card } from '../../ui/Page.tsx'
import styles from './languages.module.css'

/** What does not fit between the texts: clauses, numbers, dates, brackets; the closing words; terms. */
export function Findings(props: { readonly beside: TextsBeside; readonly onShow: (key: string) => void }) {
  const { t } = useTranslation()
  const { beside, onShow } = props
  const words = useFindingWords()
  const keyOf = (mismatch: Mismatch): string | null => {
    const [language, label] = Object.entries(mismatch.labels)[0] ?? []
    const row = beside.rows.find(({ members }) =>
      members[language as Language]?.some((clause) => label?.split(', ').includes(clause.label)),
    )
    return row?.key ?? null
  }
  return (
    <aside className={styles.findings} aria-label={t('languages.findings')}>
      <Card title={t('languages.mismatches', { count: beside.mismatches.length })}>
        <FindingList
          none={t('languages.noMismatches')}
          findings={beside.mismatches.map((mismatch) => ({
            key: keyOf(mismatch),
            ...words.mismatch(mismatch),
          }))}
          onShow={onShow}
        />
      </Card>
      <Card title={t('languages.testimonia', { count: beside.testimonia.length })}>
        <FindingList
          none={t('languages.noTestimonia')}
          findings={beside.testimonia.map((problem) => ({
            key: null,
            at: '',
            said: words.testimonium(problem),
          }))}
          onShow={onShow}
        />
      </Card>
      <Card title={t('languages.terms', { count: beside.terms.length })}>
        <FindingList
          none={t('languages.noTerms')}
          findings={beside.terms.map((use) => ({ key: use.key, at: use.label, said: words.term(use) }))}
          onShow={onShow}
        />
      </Card>
    </aside>
  )
}

type Finding = { readonly key: string | null; readonly at: string; readonly said: string }

function FindingList(props: {
  readonly none: string
  readonly findings: readonly Finding[]
  readonly onShow: (key: string) => void
}) {
  const { none, findings, onShow } = props
  if (findings.length === 0) return <p className={styles.noFindings}>{none}</p>
  return (
    <ul className={styles.list}>
      {findings.map(({ key, at, said }, index) => (
        <li key={index}>
          {key === null ? (
            <>
              {at !== '' && <strong dir="auto">{at}</strong>} {said}
            </>
          ) : (
            <button type="button" onClick={() => onShow(key)}>
              <strong dir="auto">{at}</strong> {said}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Findings in words of the screen. */
function useFindingWords() {
  const { t } = useTranslation()
  const screen = useLanguage()
  const name = (language: Language) => languageName(language, screen)
  const names = (languages: readonly Language[]) => languages.map(name).join(', ')
  const byLanguage = <Value,>(
    values: Readonly<Partial<Record<Language, Value>>>,
    write: (value: Value) => string,
  ) =>
    Object.entries(values)
      .map(([language, value]) => `${name(language as Language)}: ${write(value as Value)}`)
      .join(' · ')

  return {
    mismatch(mismatch: Mismatch): Pick<Finding, 'at' | 'said'> {
      const labels = [...new Set(Object.values(mismatch.labels))].join(' / ')
      switch (mismatch.kind) {
        case 'missing': {
          const perhaps = Object.entries(mismatch.perhapsIn)
          const found =
            perhaps.length === 0
              ? ''
              : ` ${t('languages.perhapsIn', { labels: perhaps.map(([, label]) => label).join(', ') })}`
          return { at: labels, said: t('languages.missing', { languages: names(mismatch.from) }) + found }
        }
        case 'numbering':
          return { at: labels, said: t('languages.numbering') }
        case 'split':
          return { at: labels, said: t('languages.split') }
        case 'numbers': {
          const only = byLanguage(mismatch.only, (values) => values.join(', '))
          return { at: labels, said: t('languages.numbers', { only }) }
        }
        case 'dates': {
          const only = byLanguage(mismatch.only, (values) => values.join(', '))
          return { at: labels, said: t('languages.dates', { only }) }
        }
        case 'brackets': {
          const counts = byLanguage(mismatch.counts, String)
          return { at: labels, said: t('languages.bracketCounts', { counts }) }
        }
        case 'wordsAndDigits': {
          const { words, inWords, inDigits, language } = mismatch
          return {
            at: labels,
            said: t('languages.wordsAndDigits', { language: name(language), words, inWords, inDigits }),
          }
        }
      }
    },
    testimonium(problem: TestimoniumProblem): string {
      const text = name(problem.in)
      switch (problem.kind) {
        case 'noTestimonium':
          return t('languages.noTestimonium', { text })
        case 'languageNotNamed':
          return t('languages.languageNotNamed', { text, language: name(problem.language) })
        case 'languageWithoutText':
          return t('languages.languageWithoutText', { text, language: name(problem.language) })
        case 'prevailingDiffers':
          return t('languages.prevailingDiffers', {
            text,
            says: problem.says ? name(problem.says) : t('languages.noLanguage'),
            agreed: problem.agreed ? name(problem.agreed) : t('languages.noLanguage'),
          })
      }
    },
    term({ language, form, prefer }: TermUse): string {
      if (form === null) return t('languages.termMissing', { language: name(language), prefer })
      return prefer === null
        ? t('languages.termAvoided', { language: name(language), form })
        : t('languages.termInstead', { language: name(language), form, prefer })
    },
  }
}
