import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../shared/fold.ts'
import type { JudgedRow, RowChoice } from '../../../shared/meeting/judgedRows.ts'
import type { RowProblem } from '../../../shared/meeting/pastedPeople.ts'
import { isThereOn, type Person, postOn } from '../../../shared/meeting/people.ts'
import { inLanguage, type Language, type Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { classes } from '../../ui/classes.ts'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { countryChoices } from '../../ui/countryChoices.ts'
import { Select } from '../../ui/Select.tsx'
import table from '../../ui/table.module.css'
import styles from './PastePeopleDialog.module.css'
import { columnWords } from './peopleWords.ts'

type Shown = 'all' | 'open' | 'bad'
const atOnce = 60

/** The rows of a pasted list, each with who may be meant and what becomes of it. */
export function PastedRows(props: {
  readonly rows: readonly JudgedRow[]
  readonly choiceOf: (line: number, suggested: RowChoice | null) => RowChoice | null
  readonly onChoose: (line: number, choice: RowChoice) => void
  readonly onSide: (line: number, side: Side) => void
}) {
  const { t } = useTranslation()
  const { rows, choiceOf, onChoose, onSide } = props
  const [shown, setShown] = useState<Shown>('all')
  const [upTo, setUpTo] = useState(atOnce)
  const agencies = useRead('agency.list', { side: null })
  const known = useMemo(
    () =>
      new Set(
        (agencies.state === 'ready' ? agencies.value : [])
          .filter((agency) => isThereOn(agency, today()))
          .flatMap(({ side, name }) => [name.en, name.id, name.km].map((one) => keyOf(side, one ?? ''))),
      ),
    [agencies],
  )
  // What was to be chosen stays in sight after it was.
  const asked = rows.filter(({ suggested }) => suggested === null)
  const bad = rows.filter(({ problem }) => problem !== null)
  const chosen = shown === 'all' ? rows : shown === 'open' ? asked : bad
  return (
    <>
      <div className={styles.bar}>
        <Segments
          label={t('people.pasteShow')}
          value={shown}
          onChange={(next) => {
            setShown(next)
            setUpTo(atOnce)
          }}
          choices={[
            { value: 'all', label: t('people.pasteAll', { count: rows.length }) },
            { value: 'open', label: t('people.pasteOpen', { count: asked.length }) },
            { value: 'bad', label: t('people.pasteBad', { count: bad.length }) },
          ]}
        />
      </div>
      <div className={styles.list}>
        <table className={table.table} aria-label={t('people.pasteRows')}>
          <thead>
            <tr>
              <th scope="col">{t('people.pasteLine')}</th>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.side')}</th>
              <th scope="col">{t('people.office')}</th>
              <th scope="col">{t('people.agency')}</th>
              <th scope="col">{t('people.pasteFound')}</th>
              <th scope="col">{t('people.pasteChoice')}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.slice(0, upTo).map((row) => (
              <PastedRowCells
                key={row.line}
                row={row}
                isNewAgency={row.person.agency !== '' && !known.has(keyOf(row.side, row.person.agency))}
                choice={choiceOf(row.line, row.suggested)}
                onChoose={(choice) => onChoose(row.line, choice)}
                onSide={(side) => onSide(row.line, side)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows
        more={chosen.length > upTo ? () => setUpTo((before) => before + atOnce) : null}
        loading={false}
      />
    </>
  )
}

function PastedRowCells(props: {
  readonly row: JudgedRow
  readonly isNewAgency: boolean
  readonly choice: RowChoice | null
  readonly onChoose: (choice: RowChoice) => void
  readonly onSide: (side: Side) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { row, isNewAgency, choice, onChoose, onSide } = props
  const { person, side, line, alike, problem } = row
  const isUnknown = problem?.kind === 'unknownCountry'
  const updated = alike.find((one) => one.person.id === choice)?.person
  return (
    <tr>
      <td>{line}</td>
      <td>
        <span className={styles.name} dir="auto">
          {[person.honorific, person.name].filter(Boolean).join(' ')}
        </span>
        {person.khmerName !== '' && (
          <span className={styles.sub} lang="km">
            {person.khmerName}
          </span>
        )}
      </td>
      <td className={styles.side}>
        {(problem === null || isUnknown) && (
          <Select
            label={t('people.pasteSideOf', { line, name: person.name })}
            hideLabel
            placeholder={t('people.pasteSideChoose')}
            choices={countryChoices(language)}
            value={isUnknown ? null : side}
            onChange={onSide}
          />
        )}
      </td>
      <td dir="auto">{inLanguage(person.title, language)}</td>
      <td dir="auto">
        {person.agency}
        {isNewAgency && problem === null && choice !== 'leaveOut' && (
          <span className={styles.sub}>{t('people.pasteNewAgency')}</span>
        )}
      </td>
      <td>
        <Found row={row} />
        {updated && <Changes of={updated} row={row} />}
      </td>
      <td className={styles.choice}>
        {problem === null && (
          <Select
            label={t('people.pasteChoiceOf', { line, name: person.name })}
            hideLabel
            placeholder={t('people.pasteChoose')}
            choices={[
              { value: 'new', label: t('people.pasteNew') },
              ...alike.map(({ person: { id, name, title } }) => ({
                value: id as string,
                label: t('people.pasteUpdate', { name }),
                hint: inLanguage(title, language),
              })),
              { value: 'leaveOut', label: t('people.pasteLeave') },
            ]}
            value={choice}
            onChange={onChoose}
          />
        )}
      </td>
    </tr>
  )
}

function keyOf(side: Side, agency: string): string {
  return `${side} ${fold(agency)}`
}

/** Whether a row is new, who may be meant, or why it cannot be taken. */
function Found({ row: { alike, likeLine, suggested, problem } }: { readonly row: JudgedRow }) {
  const { t } = useTranslation()
  const problemSaid = useProblemWords()
  if (problem !== null) return <span className={classes(styles.bad)}>{problemSaid(problem)}</span>
  const [first] = alike
  return (
    <>
      {first && (
        <span dir="auto">
          {t(first.likeness === 'same' ? 'people.pasteSame' : 'people.pasteNear', {
            name: first.person.name,
          })}
        </span>
      )}
      {likeLine !== null && (
        <span className={classes(first && styles.sub)}>{t('people.pasteInList', { line: likeLine })}</span>
      )}
      {!first && likeLine === null && suggested !== null && t('people.pasteIsNew')}
    </>
  )
}

/** What updating a person would change of his name and office. */
function Changes({ of, row }: { readonly of: Person; readonly row: JudgedRow }) {
  const { t } = useTranslation()
  const { honorific, khmerName, title } = row.person
  const now = postOn(of, today()).title
  const languages = (Object.keys(title) as readonly Language[]).filter((one) => title[one] !== now[one])
  const changes = [
    ...(honorific !== '' && honorific !== of.honorific
      ? [{ what: t('people.honorific'), from: of.honorific, to: honorific }]
      : []),
    ...(khmerName !== '' && khmerName !== of.khmerName
      ? [{ what: t('people.khmerName'), from: of.khmerName, to: khmerName }]
      : []),
    ...languages.map((one) => ({
      what: t(columnWords[`title.${one}`]),
      from: now[one] ?? '',
      to: title[one] ?? '',
    })),
  ]
  return changes.map(({ what, from, to }) => (
    <span key={what} className={styles.sub} dir="auto">
      {t('people.pasteChanges', { what, from: from || '–', to })}
    </span>
  ))
}

function useProblemWords(): (problem: RowProblem) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (problem) => {
    switch (problem.kind) {
      case 'noName':
        return t('people.rowNoName')
      case 'unknownCountry':
        return t('people.rowUnknownCountry', { said: problem.said })
      case 'controlCharacter':
        return t('people.rowControl', { column: t(columnWords[problem.column]) })
      case 'tooLong':
        return t('people.rowTooLong', {
          column: t(columnWords[problem.column]),
          atMost: format.number(problem.atMost),
        })
    }
  }
}
