import { ChartNoAxesColumn, Eraser, Pencil, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../shared/meeting/meeting.ts'
import { writtenAmount } from '../../../shared/meeting/minutesWords.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { acknowledgeFigure } from '../../editor/commands.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { citationsIn, figureWords, formerWords } from './figureChanges.ts'
import { useMeeting } from './MeetingContext.ts'
import { languageWords } from './meetingWords.ts'
import styles from './panel.module.css'
import { useCitedFigures, useUnplace } from './usePlacement.ts'

/** The figures that the minutes cite, each with its period and source: what the annex will list. */
export function FiguresList() {
  const { t } = useTranslation()
  const { open, sessions } = useMeeting()
  const cited = useCitedFigures()
  const citations = sessions.all().flatMap((session) => citationsIn(session.doc(), session.language))
  return (
    <>
      <div className={styles.group}>
        <h3>{t('meeting.figures')}</h3>
        <Button
          variant="link"
          compact
          icon={ChartNoAxesColumn}
          onPress={() => open({ kind: 'figure', figureId: null })}
        >
          {t('meeting.citeFigure')}
        </Button>
      </div>
      {cited.length === 0 && <p className={styles.empty}>{t('meeting.noFigures')}</p>}
      {cited.map(({ figure, onlyIn }) => (
        <FigureCard key={figure.id} figure={figure} onlyIn={onlyIn} former={formerWords(figure, citations)} />
      ))}
    </>
  )
}

function FigureCard(props: {
  readonly figure: Figure
  readonly onlyIn: ComposedLanguage | null
  readonly former: readonly string[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const unplace = useUnplace()
  const { open, sessions } = useMeeting()
  const { figure, onlyIn, former } = props
  const unit = inLanguage(figure.unit, language)
  const amount = `${writtenAmount(figure.value, language)}${unit === '%' ? '' : ' '}${unit}`
  function acknowledge(): void {
    for (const session of sessions.all())
      if (session.language !== 'km')
        session.apply(acknowledgeFigure(figure.id, figureWords(figure, session.language)))
  }
  const source = [
    figure.source.trim(),
    figure.asOf && t('meeting.asOfDate', { date: format.date(figure.asOf, 'medium') }),
  ]
  return (
    <article className={classes(styles.card, styles.figure)} aria-label={amount}>
      <header className={styles.cardHead}>
        <strong>{amount}</strong>
        <MoreMenu
          label={t('shell.more', { name: amount })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'figure', figureId: figure.id }),
            },
            {
              id: 'takeOut',
              label: t('meeting.takeOutOfText'),
              icon: Eraser,
              run: () => void unplace(figure.id),
            },
          ]}
        />
      </header>
      <p className={styles.words} dir="auto">
        {inLanguage(figure.what, language)}
      </p>
      <p className={styles.facts} dir="auto">
        {[inLanguage(figure.period, language), figure.place].filter(Boolean).join(' · ')}
      </p>
      {former.length > 0 && (
        <div className={styles.facts}>
          <Chip tone="attention" icon={TriangleAlert}>
            {t('meeting.figureChanged', { said: former.join(', ') })}
          </Chip>
          <Button variant="link" compact onPress={acknowledge}>
            {t('meeting.figureSeen')}
          </Button>
        </div>
      )}
      <p className={styles.facts}>
        {figure.source.trim() === '' ? (
          <Chip tone="attention" icon={TriangleAlert}>
            {t('meeting.noSource')}
          </Chip>
        ) : (
          <span dir="auto">{source.filter(Boolean).join(', ')}</span>
        )}
        {onlyIn !== null && <span>{t('meeting.onlyIn', { language: t(languageWords[onlyIn]) })}</span>}
      </p>
    </article>
  )
}
