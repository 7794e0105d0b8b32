import { FilePlus2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { type ChosenLetterhead, type Letterhead, placeholderNames } from '../../../shared/letterhead.ts'
import { useCall } from '../../api/useCall.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import settings from '../settings/SettingsPage.module.css'
import { LetterheadCheckDialog } from './LetterheadCheckDialog.tsx'
import styles from './Letterheads.module.css'
import { braced, placeWords } from './letterheadWords.ts'

/** The office's own papers: those that are kept, and the way to add one. */
export function LetterheadSettings() {
  const { t } = useTranslation()
  const call = useCall()
  const reading = useRead('letterhead.list', {})
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [chosen, setChosen] = useState<ChosenLetterhead | null>(null)

  async function choose() {
    setBusy(true)
    setFault(null)
    setChosen(null)
    const reply = await call('letterhead.choose', {})
    setBusy(false)
    if (reply.ok) setChosen(reply.value)
    else setFault(reply.fault)
  }

  return (
    <div className={settings.group}>
      <p className={settings.hint}>{t('papers.letterheads.hint')}</p>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <Loaded reading={reading} lines={2}>
        {(letterheads) =>
          letterheads.length === 0 ? (
            <p>{t('papers.letterheads.none')}</p>
          ) : (
            <ul className={settings.officers} aria-label={t('papers.letterheads.title')}>
              {letterheads.map((letterhead) => (
                <Row key={letterhead.id} letterhead={letterhead} onFault={setFault} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={settings.buttons}>
        <Button icon={FilePlus2} isPending={isBusy} onPress={() => void choose()}>
          {isBusy ? t('papers.letterheads.checking') : t('papers.letterheads.choose')}
        </Button>
      </div>
      <section className={settings.section} aria-label={t('papers.letterheads.legend')}>
        <h2>{t('papers.letterheads.legend')}</h2>
        <dl className={styles.places}>
          {placeholderNames.map((name) => (
            <div key={name}>
              <dt>
                <code>{braced(name, t)}</code>
              </dt>
              <dd>{t(placeWords[name])}</dd>
            </div>
          ))}
        </dl>
        <p className={settings.hint}>{t('papers.letterheads.marked')}</p>
      </section>
      {chosen && (
        <LetterheadCheckDialog
          chosen={chosen}
          onClose={() => setChosen(null)}
          onChooseOther={() => void choose()}
        />
      )}
    </div>
  )
}

function Row(props: { readonly letterhead: Letterhead; readonly onFault: (fault: Fault) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const { letterhead, onFault } = props
  const { id, name, placeholders, addedAt, addedBy } = letterhead

  async function remove() {
    const reply = await write('letterhead.remove', { letterheadId: id })
    if (!reply.ok) onFault(reply.fault)
  }

  return (
    <li>
      <span className={styles.letterhead}>
        <bdi>{name}</bdi>
        <span className={settings.hint}>
          {placeholders.map((one) => braced(one, t)).join(' ')} ·{' '}
          {t('papers.letterheads.addedBy', { at: format.instant(addedAt), officer: addedBy })}
        </span>
      </span>
      <IconButton
        label={t('papers.letterheads.remove', { name })}
        icon={Trash2}
        onPress={() => void remove()}
      />
    </li>
  )
}
