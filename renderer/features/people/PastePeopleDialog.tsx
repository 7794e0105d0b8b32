import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { PersonId } from '../../../shared/ids.ts'
import { judgedRows, type RowChoice, type SidedRow } from '../../../shared/meeting/judgedRows.ts'
import {
  type ListProblem,
  type PastedColumn,
  pastedPeople,
  type PastedRow,
} from '../../../shared/meeting/pastedPeople.ts'
import type { Side } from '../../../shared/values.ts'
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
import { useAlike } from './useAlike.ts'

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
  const [sides, setSides] = useState<ReadonlyMap<number, Side>>(new Map())
  const [choices, setChoices] = useState<ReadonlyMap<number, RowChoice>>(new Map())
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  const settled = useSettled(text, 200)
  const list = useMemo(() => pastedPeople(settled, language, set, sides), [settled, language, set, sides])
  const sided = useMemo(() => sidedRows(list.rows, side), [list, side])
  const { alike, isKnown } = useAlike(sided)
  const rows = useMemo(() => judgedRows(sided, alike), [sided, alike])
  const choiceOf = (line: number, suggested: RowChoice | null) => choices.get(line) ?? suggested
  const open = rows.filter(({ line, suggested }) => choiceOf(line, suggested) === null)
  const taken = rows.flatMap(({ line, suggested, person, side, problem }) => {
    const choice = choiceOf(line, suggested)
    if (problem !== null || choice === null || choice === 'leaveOut') return []
    return [{ ...person, side, personId: choice === 'new' ? null : PersonId.parse(choice) }]
  })
  const needsSide = sided.length < list.rows.length
  const updated = taken.flatMap(({ personId }) => personId ?? [])
  const stop = stopOf()

  function stopOf(): string | null {
    if (list.problem !== null) return t(problemWords[list.problem])
    if (needsSide) return t('people.pasteNoSide')
    if (open.length > 0) return t('people.pasteUndecided', { count: open.length })
    if (new Set(updated).size < updated.length) return t('people.pasteTwice')
    return rows.length > 0 && taken.length === 0 ? t('people.pasteNothing') : null
  }

  async function take() {
    setTried(true)
    if (stop !== null || !isKnown || settled !== text) return
    const reply = await write('person.putAll', { rows: taken })
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
            setSides(new Map())
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
          hint={t('people.pasteSideHint')}
          error={tried && needsSide ? t('shell.filledIn') : undefined}
        />
      </div>
      {list.problem !== 'empty' && list.problem !== 'tooManyRows' && (
        <PastedColumns
          list={list}
          onSet={(at, column) => {
            setColumns((before) => new Map(before).set(at, column))
            setSides(new Map())
            setChoices(new Map())
          }}
        />
      )}
      {rows.length > 0 && (
        <PastedRows
          rows={rows}
          choiceOf={choiceOf}
          onChoose={(line, choice) => setChoices((before) => new Map(before).set(line, choice))}
          onSide={(line, side) => {
            setSides((before) => new Map(before).set(line, side))
            setChoices((before) => new Map([...before].filter(([of]) => of !== line)))
          }}
        />
      )}
    </Dialog>
  )
}

/**
 * The rows with the side of each: what the list says, else the chosen one. Those of which neither is known are left out;
 * one that cannot be taken anyway has any.
 */
function sidedRows(rows: readonly PastedRow[], chosen: Side | null): readonly SidedRow[] {
  return rows.flatMap((row) => {
    const side = row.side ?? chosen ?? (row.problem === null ? null : 'IDN')
    return side === null ? [] : [{ ...row, side }]
  })
}
