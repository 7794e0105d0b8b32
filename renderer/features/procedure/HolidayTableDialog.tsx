import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type HolidayLine, readHolidays } from '../../../shared/mou/holidays.ts'
import type { Side } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import styles from './lists.module.css'

type Problem = Extract<HolidayLine, { readonly problem: string }>['problem']

const problemWords = {
  noDate: 'procedure.lineProblems.noDate',
  noName: 'procedure.lineProblems.noName',
  twice: 'procedure.lineProblems.twice',
} satisfies Record<Problem, MessageKey>

/** Takes over a table of holidays that was pasted, and shows what it was read as before anything is kept. */
export function HolidayTableDialog({ side, onClose }: { readonly side: Side; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const lines = useMemo(() => readHolidays(text), [text])
  const days = lines.flatMap((line) => ('date' in line ? [{ date: line.date, name: line.name }] : []))

  async function save() {
    setTried(true)
    if (days.length === 0) return 'incomplete'
    const reply = await write('holiday.putAll', { side, days })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('procedure.pasteTitle', { country: countryOf(side).name[language] })}
      onClose={onClose}
      onSubmit={save}
      submit={t('procedure.takeOver', { count: days.length })}
      wide
    >
      <TextField
        label={t('procedure.pasted')}
        hint={t('procedure.pastedHint')}
        lines={8}
        value={text}
        onChange={setText}
        maxLength={40_000}
        error={tried && days.length === 0 ? t('procedure.noDays') : undefined}
      />
      {lines.length > 0 && (
        <ol className={styles.lines} aria-label={t('procedure.readAs')}>
          {lines.map((line) => (
            <li key={line.line} value={line.line}>
              {'date' in line ? (
                <>
                  {format.date(line.date)} · <span dir="auto">{line.name}</span>
                </>
              ) : (
                <span className={styles.wrong}>
                  {t(problemWords[line.problem])} <q dir="auto">{line.text}</q>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </FormDialog>
  )
}
