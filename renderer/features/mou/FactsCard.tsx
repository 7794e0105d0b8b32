import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Card } from '../../ui/Page.tsx'
import { languageWords, visibilityWords } from '../meeting/meetingWords.ts'
import { useTopicName } from '../topics/topics.ts'
import { classificationWords } from '../meetings/meetingLabels.ts'
import { typeWords } from '../mous/mouWords.ts'
import { useTargetWords } from '../mous/useTargetWords.ts'
import styles from './SummaryPanel.module.css'

/** What the instrument is. What nobody has entered is not listed. */
export function FactsCard({ dossier: { mou } }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const topicName = useTopicName()
  const format = useFormat()
  const words = useTargetWords()
  const target = mou.signingTarget
  return (
    <Card title={t('mou.facts')}>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <Fact name={t('mou.form.type')}>{t(typeWords[mou.type])}</Fact>
          {(['id', 'en', 'km'] as const).map((one) => (
            <Fact
              key={one}
              name={t('people.wording', { what: t('mou.form.title'), language: t(languageWords[one]) })}
            >
              {mou.title[one] && <span lang={one}>{mou.title[one]}</span>}
            </Fact>
          ))}
          {target && (
            <Fact name={t('mou.columns.target')}>
              {target.kind === 'window'
                ? t('mou.saidFrom', {
                    said: target.said,
                    after: format.date(target.after, 'medium'),
                    span: words.span(target),
                  })
                : words.span(target)}
            </Fact>
          )}
          <Fact name={t('mou.form.languages')}>
            {mou.languages.map((one) => t(languageWords[one])).join(', ')}
          </Fact>
          <Fact name={t('mou.form.prevailing')}>
            {mou.prevailing === null ? t('mou.form.noPrevailing') : t(languageWords[mou.prevailing])}
          </Fact>
          <Fact name={t('mou.form.topics')}>{mou.topics.map(topicName).join(', ')}</Fact>
          <Fact name={t('mou.scope')}>{inLanguage(mou.scope, language)}</Fact>
          <Fact name={t('mou.legalBasis')}>{mou.legalBasis}</Fact>
          <Fact name={t('meetings.form.classification')}>{t(classificationWords[mou.classification])}</Fact>
          <Fact name={t('mou.note')}>
            {mou.note !== '' && (
              <>
                <Chip tone="attention" icon={Lock}>
                  {t(visibilityWords.internal)}
                </Chip>{' '}
                {mou.note}
              </>
            )}
          </Fact>
        </dl>
      </div>
    </Card>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === '' || children === undefined || children === false) return null
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  )
}
