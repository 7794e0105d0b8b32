import { KeyRound, RefreshCw, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { Officer } from '../../../shared/record.ts'
import { useCall } from '../../api/useCall.ts'
import { useRead } from '../../api/useRead.ts'
import { dateOf, useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Select } from '../../ui/Select.tsx'
import { newRecovery } from '../start/RecoveryKeyPage.tsx'
import { AddOfficerDialog, ChangePassphraseDialog } from './PassphraseDialogs.tsx'
import { SettingRow } from './SettingRow.tsx'
import styles from './SettingsPage.module.css'

const lockTimes = [1, 5, 10, 15, 30, 60, 0] as const

type Layer =
  | { readonly ask: 'addOfficer' | 'changePassphrase' | 'renew' }
  | { readonly ask: 'removeOfficer'; readonly officer: Officer }

/** Locking, officers, passphrase and recovery key. */
export function SecuritySettings() {
  const { t } = useTranslation()
  const call = useCall()
  const queries = useQueryClient()
  const { lockAfterMinutes, contentProtection } = useSettings()
  const change = useChangeSettings()
  const { recoveryConfirmed } = useOpenRecord()
  const [layer, setLayer] = useState<Layer | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const close = () => setLayer(null)
  const readOfficers = () => void queries.invalidateQueries({ queryKey: ['officer.list'] })

  async function remove(officer: Officer) {
    close()
    const reply = await call('officer.remove', { officerId: officer.id })
    setFault(reply.ok ? null : reply.fault)
    if (!reply.ok) return
    notices.say((t) => t('settings.officerRemoved'), null)
    readOfficers()
  }

  async function renew() {
    close()
    const reply = await call('record.renewRecoveryKey', {})
    if (reply.ok) newRecovery.set({ state: 'shown', key: reply.value.recoveryKey, isNew: false })
    else setFault(reply.fault)
  }

  return (
    <div className={styles.group}>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <SettingRow label={t('settings.lockAfter')} hint={t('settings.lockAfterHint')}>
        <Select
          label={t('settings.lockAfter')}
          hideLabel
          choices={lockChoices(lockAfterMinutes).map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('settings.never0') : t('settings.minutes', { count: minutes }),
          }))}
          value={String(lockAfterMinutes)}
          onChange={(minutes) => void change({ lockAfterMinutes: Number(minutes) })}
        />
      </SettingRow>
      <Checkbox
        isSelected={contentProtection}
        onChange={(selected) => void change({ contentProtection: selected })}
      >
        {t('settings.contentProtection')}
      </Checkbox>
      <section className={styles.section} aria-label={t('settings.officers')}>
        <h2>{t('settings.officers')}</h2>
        <p className={styles.hint}>{t('settings.officersHint')}</p>
        <Officers onRemove={(officer) => setLayer({ ask: 'removeOfficer', officer })} />
        <div className={styles.buttons}>
          <Button icon={UserPlus} onPress={() => setLayer({ ask: 'addOfficer' })}>
            {t('settings.addOfficer')}
          </Button>
          <Button icon={KeyRound} onPress={() => setLayer({ ask: 'changePassphrase' })}>
            {t('settings.changePassphrase')}
          </Button>
        </div>
      </section>
      <section className={styles.section} aria-label={t('settings.recovery')}>
        <h2>{t('settings.recovery')}</h2>
        <p>{recoveryConfirmed ? t('settings.recoveryConfirmed') : t('settings.recoveryUnconfirmed')}</p>
        <Button icon={RefreshCw} onPress={() => setLayer({ ask: 'renew' })}>
          {t('settings.renew')}
        </Button>
      </section>
      {layer?.ask === 'addOfficer' && <AddOfficerDialog onClose={close} onAdded={readOfficers} />}
      {layer?.ask === 'changePassphrase' && <ChangePassphraseDialog onClose={close} />}
      {layer?.ask === 'removeOfficer' && (
        <Dialog
          alert
          isOpen
          onClose={close}
          title={t('settings.removeOfficer')}
          buttons={
            <>
              <Button variant="quiet" onPress={close}>
                {t('shell.cancel')}
              </Button>
              <Button variant="danger" onPress={() => void remove(layer.officer)}>
                {t('settings.removeOfficer')}
              </Button>
            </>
          }
        >
          <p>{t('settings.removeOfficerAsk', { name: layer.officer.name })}</p>
        </Dialog>
      )}
      {layer?.ask === 'renew' && (
        <Dialog
          alert
          isOpen
          onClose={close}
          title={t('settings.renew')}
          buttons={
            <>
              <Button variant="quiet" onPress={close}>
                {t('shell.cancel')}
              </Button>
              <Button variant="primary" onPress={() => void renew()}>
                {t('settings.renew')}
              </Button>
            </>
          }
        >
          <p>{t('settings.renewAsk')}</p>
        </Dialog>
      )}
    </div>
  )
}

function Officers({ onRemove }: { readonly onRemove: (officer: Officer) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { officer: own } = useOpenRecord()
  const reading = useRead('officer.list', {})
  return (
    <Loaded reading={reading} lines={2}>
      {(officers) => (
        <ul className={styles.officers}>
          {officers.map((officer) => (
            <li key={officer.id}>
              <span>
                <span dir="auto">{officer.name}</span>
                {officer.id === own.id && ` (${t('settings.you')})`}{' '}
                <span className={styles.hint}>
                  {t('settings.since', { date: format.date(dateOf(officer.addedAt)) })}
                </span>
              </span>
              <Button
                variant="quiet"
                compact
                aria-label={`${t('shell.remove')} ${officer.name}`}
                isDisabled={officers.length === 1}
                onPress={() => onRemove(officer)}
              >
                {t('shell.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}

/** The usual times, and the one that is set if it is none of them. */
function lockChoices(minutes: number): readonly number[] {
  return lockTimes.some((time) => time === minutes) ? lockTimes : [minutes, ...lockTimes]
}
