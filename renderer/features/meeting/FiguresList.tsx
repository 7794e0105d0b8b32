import { undo } from '@tiptap/pm/history'
import { ChartNoAxesColumn, Eraser, Pencil, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { figureWords } from '../../../shared/meeting/figureWords.ts'
import type { Figure } from '../../../shared/meeting/meeting.ts'
import { writtenAmount } from '../../../shared/meeting/minutesWords.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { acknowledgeFigure } from '../../editor/commands.ts'
import { markFigure } from '../../editor/markFigure.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { citationsIn, formerWords } from './figureChanges.ts'
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
      <MarkOffer figure={figure} />
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

/** Offers to have the texts say by the record what they say of the figure without it: nothing is marked by itself. */
function MarkOffer({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation()
  const { dossier, sessions } = useMeeting()
  const ready = sessions.all().flatMap((session) => {
    const now = session.opened.get()
    if (dossier.minutes.sealed !== null || session.language === 'km') return []
    if (now.state !== 'open' || !now.editable) return []
    const { editor } = now
    const command = markFigure(figure.id, figureWords(figure, session.language))
    return command(editor.state) ? [{ session, editor, command }] : []
  })
  if (ready.length === 0) return null

  function mark(): void {
    const marked = ready.flatMap(({ session, editor, command }) =>
      session.apply(command) ? [{ session, editor, doc: editor.state.doc }] : [],
    )
    notices.say(
      (t) => t('meeting.figureMarked', { count: marked.length }),
      () => {
        // What was written since stays: then the undo of the text itself is left.
        for (const { session, editor, doc } of marked) if (editor.state.doc === doc) session.apply(undo)
      },
    )
  }

  return (
    <div className={styles.facts}>
      <span>{t('meeting.figureUnmarked', { count: ready.length })}</span>
      <Button variant="link" compact onPress={mark}>
        {t('meeting.markFigure')}
      </Button>
    </div>
  )
}
