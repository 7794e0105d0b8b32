import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { PersonId } from '../../../shared/ids.ts'
import { judgedRows, type RowChoice } from '../../../shared/meeting/judgedRows.ts'
import { type ListProblem, type PastedColumn, pastedPeople } from '../../../shared/meeting/pastedPeople.ts'
import type { Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PastedColumns } from './PastedColumns.tsx'
import { PastedRows } from './PastedRows.tsx'
import styles from './PastePeopleDialog.module.css'

const problemWords = {
  empty: 'people.pasteEmpty',
  tooManyRows: 'people.pasteTooMany',
  noNameColumn: 'people.pasteNoName',
} satisfies Record<ListProblem, MessageKey>

/**
 * Takes over a list of people from a spreadsheet: what it was read as is shown row by row, with who of the record may be
 * meant, and nothing gets into the record before somebody says so. All rows that are taken are one act.
 */
export function PastePeopleDialog(props: { readonly side: Side; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { onClose } = props
  const [side, setSide] = useState<Side | null>(props.side)
  const [text, setText] = useState('')
  const [set, setColumns] = useState<ReadonlyMap<number, PastedColumn>>(new Map())
  const [choices, setChoices] = useState<ReadonlyMap<number, RowChoice>>(new Map())
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  const settled = useSettled(text, 200)
  const list = useMemo(() => pastedPeople(settled, language, set), [settled, language, set])
  const names = useMemo(
    () =>
      list.rows.flatMap(({ person: { name, khmerName }, problem }) =>
        problem === null ? [{ name, khmerName }] : [],
      ),
    [list],
  )
  // The answer to another list or side must not stand in for this one: who is meant hangs on it.
  const reading = useRead('person.alike', { side: side ?? props.side, names })
  const isJudged = reading.state === 'ready' && reading.value.length === names.length
  const rows = useMemo(
    () => (isJudged ? judgedRows(list.rows, reading.value) : []),
    [isJudged, list, reading],
  )
  const choiceOf = (line: number, suggested: RowChoice | null) => choices.get(line) ?? suggested
  const open = rows.filter(({ line, suggested }) => choiceOf(line, suggested) === null)
  const taken = rows.flatMap(({ line, suggested, person, problem }) => {
    const choice = choiceOf(line, suggested)
    if (problem !== null || choice === null || choice === 'leaveOut') return []
    return [{ ...person, personId: choice === 'new' ? null : PersonId.parse(choice) }]
  })
  const updated = taken.flatMap(({ personId }) => personId ?? [])
  const stop = stopOf()

  function stopOf(): string | null {
    if (list.problem !== null) return t(problemWords[list.problem])
    if (side === null) return t('shell.filledIn')
    if (open.length > 0) return t('people.pasteUndecided', { count: open.length })
    if (new Set(updated).size < updated.length) return t('people.pasteTwice')
    return rows.length > 0 && taken.length === 0 ? t('people.pasteNothing') : null
  }

  async function take() {
    setTried(true)
    if (stop !== null || side === null || !isJudged || settled !== text) return
    const reply = await write('person.putAll', { side, rows: taken })
    if (reply.ok) onClose()
    else setFault(reply.fault)
  }

  return (
    <Dialog
      title={t('people.pasteTitle')}
      isOpen
      full
      keepsWords
      onClose={onClose}
      buttons={
        <>
          {(tried || text !== '') && stop !== null && (
            <p className={styles.stop} role="alert">
              {stop}
            </p>
          )}
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" onPress={() => void take()}>
            {t('people.pasteTake', { count: taken.length })}
          </Button>
        </>
      }
    >
      {fault && <FaultNotice fault={fault} />}
      <div className={styles.from}>
        <TextField
          label={t('people.pasteText')}
          hint={t('people.pasteHint')}
          lines={text === '' ? 8 : 3}
          value={text}
          onChange={(next) => {
            setText(next)
            setColumns(new Map())
            setChoices(new Map())
          }}
          autoFocus
        />
        <CountryField
          label={t('people.side')}
          value={side}
          onChange={(next) => {
            setSide(next)
            setChoices(new Map()) // who is meant is asked among the people of a side
          }}
          error={tried && side === null ? t('shell.filledIn') : undefined}
        />
      </div>
      {list.problem !== 'empty' && list.problem !== 'tooManyRows' && (
        <PastedColumns
          list={list}
          onSet={(at, column) => {
            setColumns((before) => new Map(before).set(at, column))
            setChoices(new Map())
          }}
        />
      )}
      {rows.length > 0 && side !== null && (
        <PastedRows
          rows={rows}
          side={side}
          choiceOf={choiceOf}
          onChoose={(line, choice) => setChoices((before) => new Map(before).set(line, choice))}
        />
      )}
    </Dialog>
  )
}
