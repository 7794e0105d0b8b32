import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { ForceTerms } from '../../../shared/mou/expiry.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { Side } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { type EnteredForce, enteredForce, type EnteredPeriod, forceOf, periodOf } from './enteredForce.ts'
import styles from './ForceDialog.module.css'
import { ForceFacts } from './ForceFacts.tsx'

/** What the text says of its own time; what it comes to is shown while it is entered. */
export function ForceDialog({
  dossier,
  onClose,
}: {
  readonly dossier: MouDossier
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { mou } = dossier
  const sides = mou.parties.map(({ side }) => side)
  const [entered, setEntered] = useState(() => enteredForce(mou.force, sides))
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<EnteredForce>) => setEntered((before) => ({ ...before, ...changes }))
  const terms = forceOf(entered, sides)
  const { by } = entered

  async function save(force: ForceTerms | null) {
    const reply = await write('mou.put', { mou: { ...mou, force } })
    return reply.ok ? null : reply.fault
  }

  async function onSubmit() {
    setTried(true)
    return terms === null ? 'incomplete' : save(terms)
  }

  async function forget() {
    if ((await save(null)) === null) onClose()
  }

  const dates = (name: 'signatures' | 'notifications', label: (side: string) => string) => (
    <Row>
      {sides.map((side: Side) => (
        <DateField
          key={side}
          label={label(countryOf(side).name[language])}
          value={entered[name][side] ?? null}
          onChange={(on) => set({ [name]: { ...entered[name], [side]: on } })}
        />
      ))}
    </Row>
  )

  return (
    <FormDialog
      title={t('mou.force.edit')}
      onClose={onClose}
      onSubmit={onSubmit}
      wide
      extra={
        mou.force !== null && (
          <Button variant="quiet" icon={Trash2} onPress={() => void forget()}>
            {t('mou.force.forget')}
          </Button>
        )
      }
    >
      <Fields legend={t('mou.force.entry')}>
        <Segments
          label={t('mou.force.entry')}
          value={by}
          onChange={(by) => set({ by })}
          choices={[
            { value: 'signature', label: t('mou.force.signature') },
            { value: 'notification', label: t('mou.force.notification') },
            { value: 'date', label: t('mou.force.date') },
          ]}
        />
        {by === 'date' ? (
          <Row>
            <DateField
              label={t('mou.force.onDate')}
              value={entered.on}
              onChange={(on) => set({ on })}
              error={tried && entered.on === null ? t('shell.filledIn') : undefined}
            />
          </Row>
        ) : null}
        {dates('signatures', (side) => t('mou.force.signatureOf', { side }))}
        {by === 'notification' && dates('notifications', (side) => t('mou.force.notificationOf', { side }))}
      </Fields>
      <Fields legend={t('mou.force.duration')}>
        <Segments
          label={t('mou.force.duration')}
          value={entered.hasEnd ? 'end' : 'none'}
          onChange={(chosen) => set({ hasEnd: chosen === 'end' })}
          choices={[
            { value: 'end', label: t('mou.force.withEnd') },
            { value: 'none', label: t('mou.force.withoutEnd') },
          ]}
        />
        {entered.hasEnd && (
          <>
            <PeriodFields
              value={entered.duration}
              onChange={(duration) => set({ duration })}
              error={tried && periodOf(entered.duration) === null ? t('mou.force.noPeriod') : undefined}
            />
            {entered.renewals.map((renewal, index) => (
              <div
                key={index}
                className={styles.renewal}
                role="group"
                aria-label={t('mou.force.renewal', { number: index + 1 })}
              >
                <span className={styles.renewalName}>{t('mou.force.renewal', { number: index + 1 })}</span>
                <PeriodFields
                  value={renewal}
                  onChange={(changed) =>
                    set({ renewals: entered.renewals.map((one, at) => (at === index ? changed : one)) })
                  }
                  error={tried && periodOf(renewal) === null ? t('mou.force.noPeriod') : undefined}
                />
                <IconButton
                  label={t('mou.force.removeRenewal', { number: index + 1 })}
                  icon={Trash2}
                  onPress={() => set({ renewals: entered.renewals.filter((_, at) => at !== index) })}
                />
              </div>
            ))}
            <div>
              <Button
                variant="link"
                compact
                icon={Plus}
                onPress={() =>
                  set({ renewals: [...entered.renewals, { years: Number.NaN, months: Number.NaN }] })
                }
              >
                {t('mou.force.addRenewal')}
              </Button>
            </div>
            <Row>
              <NumberField
                label={t('mou.force.noticeMonths')}
                wholeNumbers
                minValue={1}
                maxValue={120}
                value={entered.noticeMonths}
                onChange={(noticeMonths) => set({ noticeMonths })}
              />
            </Row>
          </>
        )}
      </Fields>
      {terms !== null && (
        <div className={styles.computed} role="group" aria-label={t('mou.force.computed')}>
          <ForceFacts terms={terms} />
        </div>
      )}
    </FormDialog>
  )
}

function PeriodFields(props: {
  readonly value: EnteredPeriod
  readonly onChange: (value: EnteredPeriod) => void
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const { value, onChange, error } = props
  return (
    <Row>
      <NumberField
        label={t('mou.force.yearsLabel')}
        wholeNumbers
        minValue={0}
        maxValue={99}
        value={value.years}
        onChange={(years) => onChange({ ...value, years })}
        error={error}
      />
      <NumberField
        label={t('mou.force.monthsLabel')}
        wholeNumbers
        minValue={0}
        maxValue={600}
        value={value.months}
        onChange={(months) => onChange({ ...value, months })}
      />
    </Row>
  )
}
