import { ClipboardPaste, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Holiday } from '../../../shared/mou/holidays.ts'
import type { Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import table from '../../ui/table.module.css'
import { HolidayDialog } from './HolidayDialog.tsx'
import { HolidayTableDialog } from './HolidayTableDialog.tsx'
import styles from './lists.module.css'

type Layer = { readonly ask: 'table' } | { readonly ask: 'holiday'; readonly holiday: Holiday | null }

/** The holidays of one country, year by year. An empty table says what that means for terms. */
export function HolidayList() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { ownSide } = useOpenRecord()
  const relationships = useRead('relationship.list', {})
  const reading = useRead('holiday.list', {})
  const [chosen, setSide] = useState<Side | null>(null)
  const [layer, setLayer] = useState<Layer | null>(null)
  const others = relationships.state === 'ready' ? relationships.value.map(({ otherSide }) => otherSide) : []
  const side = chosen ?? ownSide
  const close = () => setLayer(null)
  return (
    <>
      <div className={styles.bar}>
        <Select
          label={t('procedure.country')}
          choices={[...new Set([ownSide, ...others])].map((code) => ({
            value: code,
            label: countryOf(code).name[language],
          }))}
          value={side}
          onChange={setSide}
        />
        <div className={styles.buttons}>
          <Button icon={ClipboardPaste} onPress={() => setLayer({ ask: 'table' })}>
            {t('procedure.pasteHolidays')}
          </Button>
          <Button icon={Plus} onPress={() => setLayer({ ask: 'holiday', holiday: null })}>
            {t('procedure.addHoliday')}
          </Button>
        </div>
      </div>
      <p className={styles.hint}>{t('procedure.holidaysHint')}</p>
      <Loaded reading={reading} lines={4}>
        {(holidays) => {
          const own = holidays.filter((holiday) => holiday.side === side)
          if (own.length === 0)
            return (
              <p className={styles.empty}>
                {t('procedure.noHolidays', { country: countryOf(side).name[language] })}
              </p>
            )
          return yearsOf(own).map((year) => (
            <HolidayYear
              key={year}
              year={year}
              holidays={own.filter(({ date }) => date.startsWith(year))}
              onEdit={(holiday) => setLayer({ ask: 'holiday', holiday })}
            />
          ))
        }}
      </Loaded>
      {layer?.ask === 'holiday' && <HolidayDialog holiday={layer.holiday} side={side} onClose={close} />}
      {layer?.ask === 'table' && <HolidayTableDialog side={side} onClose={close} />}
    </>
  )
}

function HolidayYear(props: {
  readonly year: string
  readonly holidays: readonly Holiday[]
  readonly onEdit: (holiday: Holiday) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const { year, holidays, onEdit } = props

  async function remove({ id }: Holiday) {
    const reply = await write('holiday.remove', { holidayId: id })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <section className={styles.list} aria-label={year}>
      <h2>
        {year} <span className={styles.hint}>{t('procedure.days', { count: holidays.length })}</span>
      </h2>
      <table className={table.table}>
        <tbody>
          {holidays.map((holiday) => (
            <tr key={holiday.id}>
              <td>{format.date(holiday.date, 'full')}</td>
              <th scope="row" dir="auto">
                {holiday.name}
              </th>
              <td className={table.menu}>
                <MoreMenu
                  label={t('shell.more', { name: holiday.name })}
                  entries={[
                    { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(holiday) },
                    { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove(holiday) },
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The newest first: it is the one that terms are counted in. */
function yearsOf(holidays: readonly Holiday[]): readonly string[] {
  return [...new Set(holidays.map(({ date }) => date.slice(0, 4)))].toSorted().toReversed()
}
