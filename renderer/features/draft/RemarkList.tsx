import { Brackets } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BracketOffer } from '../../../shared/text/bracketMarks.ts'
import { bracketMarks } from '../../../shared/text/bracketMarks.ts'
import { takeOffers } from '../../../shared/text/instrument/offerCommands.ts'
import { useStore } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { reasonWords } from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import type { DraftProblem } from './draftFacts.ts'
import { goTo } from './goTo.ts'
import { newId } from './newId.ts'
import styles from './panel.module.css'

/** So many are listed; a text with more has lost its brackets as a whole. */
const mostListed = 60

/** Brackets that are still words, and places with which something is wrong, with line and reason. */
export function RemarkList() {
  const { t } = useTranslation()
  const format = useFormat()
  const { watch, editor, act, canWrite, sides } = useDraft()
  const remarks = useStore(watch.remarks)
  if (!remarks || remarks.problems.length + remarks.offers.length === 0) return null
  const { problems, offers } = remarks

  /** The places are looked for anew: the text may have changed since they were listed. */
  function take(pick: (offer: BracketOffer) => boolean, confirmed = {}): void {
    const now = bracketMarks(editor.state.doc, { sides: [sides.own, sides.other], confirmed })
    if (act(takeOffers(now.offers.filter(pick), newId))) watch.now()
  }

  function go(from: number, to: number): void {
    if (editor.state.doc === remarks?.doc) goTo(editor, { from, to }, canWrite)
  }

  return (
    <div className={styles.remarks}>
      {offers.length > 0 && (
        <section aria-label={t('draft.offers.title')}>
          <h3>{t('draft.offers.title')}</h3>
          <ul>
            {offers.slice(0, mostListed).map(({ range, span }) => (
              <li key={`${range.from} ${range.to}`}>
                <button type="button" className={styles.remark} onClick={() => go(range.from, range.to)}>
                  {remarks.doc.textBetween(range.from, Math.min(range.to, range.from + 90), ' ')}{' '}
                  <span className={styles.place}>{t('draft.line', { line: format.number(span.line) })}</span>
                </button>
                {canWrite && (
                  <IconButton
                    label={t('draft.offers.takeOne')}
                    icon={Brackets}
                    onPress={() =>
                      take((offer) => offer.range.from === range.from && offer.range.to === range.to)
                    }
                  />
                )}
              </li>
            ))}
          </ul>
          {canWrite && offers.length > 1 && (
            <div className={styles.empty}>
              <Button compact onPress={() => take(() => true)}>
                {t('draft.offers.take', { count: offers.length, shown: format.number(offers.length) })}
              </Button>
            </div>
          )}
        </section>
      )}
      {problems.length > 0 && (
        <section aria-label={t('draft.problem.title')}>
          <h3>{t('draft.problem.title')}</h3>
          <ul>
            {problems.slice(0, mostListed).map((problem, index) => {
              const place = placeOf(problem)
              const isAsked =
                problem.kind === 'bracket' &&
                (problem.mark.diagnosis.kind === 'doubtful' || problem.mark.diagnosis.kind === 'fullWidth')
              return (
                <li key={index}>
                  <button type="button" className={styles.remark} onClick={() => go(place.from, place.to)}>
                    {problem.kind === 'brokenLink'
                      ? t('draft.problem.brokenLink', { words: problem.words })
                      : reasonWords(problem.mark.diagnosis, t)}{' '}
                    {problem.kind === 'bracket' && (
                      <span className={styles.place}>
                        {t('draft.line', { line: format.number(problem.mark.diagnosis.line) })}
                      </span>
                    )}
                  </button>
                  {canWrite && isAsked && (
                    <IconButton
                      label={t('draft.offers.takeOne')}
                      icon={Brackets}
                      onPress={() =>
                        take(({ range }) => range.from === place.from && range.to === place.to, {
                          doubtful: true,
                          fullWidth: true,
                        })
                      }
                    />
                  )}
                </li>
              )
            })}
          </ul>
          {problems.length > mostListed && (
            <p className={styles.empty}>
              {t('draft.problem.more', { shown: format.number(problems.length - mostListed) })}
            </p>
          )}
        </section>
      )}
    </div>
  )
}

function placeOf(problem: DraftProblem): { readonly from: number; readonly to: number } {
  if (problem.kind === 'brokenLink') return problem
  const [range] = problem.mark.ranges
  return range ?? { from: 0, to: 0 }
}
