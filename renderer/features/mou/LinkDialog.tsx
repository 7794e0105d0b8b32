import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { MouId } from '../../../shared/ids.ts'
import type { MouLink } from '../../../shared/mou/mou.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { linkKindWords } from '../mous/mouWords.ts'
import styles from './LinksPanel.module.css'

/** What can still be linked: meetings with the other side, what was on their agendas, promises, figures. */
export function LinkDialog({ mouId, onClose }: { readonly mouId: MouId; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const query = useSettled(typed.trim(), 150)
  const found = useRead('mou.linkable', { mouId, query }, { keep: true })

  async function link({ target }: MouLink) {
    const reply = await write('mou.link', { mouId, target })
    setFault(reply.ok ? null : reply.fault)
  }

  return (
    <Dialog
      title={t('mou.links.link')}
      isOpen
      onClose={onClose}
      wide
      buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
    >
      <SearchField label={t('mou.links.search')} value={typed} onChange={setTyped} />
      {fault && <FaultNotice fault={fault} />}
      <Loaded reading={found}>
        {(links) =>
          links.length === 0 ? (
            <p className={styles.kind}>{query === '' ? t('mou.links.nothing') : t('mou.links.notFound')}</p>
          ) : (
            <ul className={styles.found} aria-label={t('mou.links.linkable')} tabIndex={0}>
              {links.map((one) => {
                const name = inLanguage(one.name, language)
                return (
                  <li key={one.target.id} className={classes(styles.row, styles.lined)}>
                    <span className={styles.what}>
                      <span dir="auto">{name}</span>
                      <span className={styles.kind}>
                        {t(linkKindWords[one.target.kind])}
                        {one.on !== null && ` · ${format.date(one.on, 'medium')}`}
                      </span>
                    </span>
                    <Button
                      compact
                      icon={Link2}
                      aria-label={t('mou.links.linkTo', { name })}
                      onPress={() => void link(one)}
                    >
                      {t('mou.links.link')}
                    </Button>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}
