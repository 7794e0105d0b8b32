import { KeyRound, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import type { Guidelines } from '../../../shared/mou/guidelines.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { dateOf, useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { ChangeGuidelinesPassphrase, GiveAccessDialog } from './GuidelinesDialogs.tsx'
import styles from './lists.module.css'

type Access = Guidelines['access'][number]
type Layer = { readonly ask: 'give' | 'change' } | { readonly ask: 'take'; readonly access: Access }

/** Who can open the guidelines, while they are open. `onGone`: they are not open to this officer any more. */
export function GuidelinesAccess({ mouId, onGone }: { readonly mouId: MouId; readonly onGone: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { officer: own } = useOpenRecord()
  const reading = useRead('guidelines.ofMou', { mouId })
  const officers = useRead('officer.list', {})
  const [layer, setLayer] = useState<Layer | null>(null)
  const close = () => setLayer(null)
  const others = officers.state === 'ready' ? officers.value.filter(({ id }) => id !== own.id) : []

  async function take({ officerId }: Access) {
    close()
    const reply = await write('guidelines.takeAccess', { mouId, officerId })
    if (!reply.ok) return notices.fault(reply.fault)
    notices.say((t) => t('guidelines.taken'), null)
    if (officerId === own.id) onGone()
  }
  async function remove() {
    const reply = await write('guidelines.remove', { mouId })
    if (reply.ok) onGone()
    else notices.fault(reply.fault)
  }

  return (
    <>
      <Loaded reading={reading} lines={2}>
        {(guidelines) => (
          <AccessList
            access={guidelines?.access ?? []}
            onTake={(access) => setLayer({ ask: 'take', access })}
          />
        )}
      </Loaded>
      {officers.state === 'ready' && others.length === 0 && (
        <p className={styles.hint}>{t('guidelines.noOther')}</p>
      )}
      <div className={styles.buttons}>
        {others.length > 0 && (
          <Button icon={UserPlus} onPress={() => setLayer({ ask: 'give' })}>
            {t('guidelines.give')}
          </Button>
        )}
        <Button icon={KeyRound} onPress={() => setLayer({ ask: 'change' })}>
          {t('guidelines.change')}
        </Button>
        <Button variant="quiet" icon={Trash2} onPress={() => void remove()}>
          {t('guidelines.remove')}
        </Button>
      </div>
      {layer?.ask === 'give' && <GiveAccessDialog mouId={mouId} officers={others} onClose={close} />}
      {layer?.ask === 'change' && <ChangeGuidelinesPassphrase mouId={mouId} onClose={close} />}
      {layer?.ask === 'take' && (
        <Dialog
          alert
          isOpen
          onClose={close}
          title={t('guidelines.take')}
          buttons={
            <>
              <Button variant="quiet" onPress={close}>
                {t('shell.cancel')}
              </Button>
              <Button variant="danger" onPress={() => void take(layer.access)}>
                {t('guidelines.take')}
              </Button>
            </>
          }
        >
          <p>{t('guidelines.takeAsk', { name: layer.access.name })}</p>
        </Dialog>
      )}
    </>
  )
}

function AccessList(props: {
  readonly access: readonly Access[]
  readonly onTake: (access: Access) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { officer: own } = useOpenRecord()
  const { access, onTake } = props
  return (
    <ul className={styles.steps} aria-label={t('guidelines.officers')}>
      {access.map((one) => (
        <li key={one.officerId}>
          <span>
            <span dir="auto">
              {one.officerId === own.id ? t('guidelines.you', { name: one.name }) : one.name}
            </span>{' '}
            <span className={styles.hint}>
              {t('guidelines.since', { date: format.date(dateOf(one.givenAt)) })}
            </span>
          </span>
          <Button
            variant="quiet"
            compact
            aria-label={t('guidelines.takeOf', { name: one.name })}
            isDisabled={access.length === 1}
            onPress={() => onTake(one)}
          >
            {t('guidelines.take')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
