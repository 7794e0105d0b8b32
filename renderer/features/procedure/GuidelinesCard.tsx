import { BookLock, LockOpen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import type { Guidelines } from '../../../shared/mou/guidelines.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { BeginGuidelinesDialog, OpenGuidelinesDialog } from './GuidelinesDialogs.tsx'
import { GuidelinesEditor, type OpenedGuidelines } from './GuidelinesEditor.tsx'
import styles from './lists.module.css'

type Layer = { readonly ask: 'begin' | 'open' } | { readonly ask: 'edit'; readonly opened: OpenedGuidelines }

/** The guidelines of the delegation for one memorandum: whether there are any, and the way in for who has access. */
export function GuidelinesCard({ mouId }: { readonly mouId: MouId }) {
  const { t } = useTranslation()
  const reading = useRead('guidelines.ofMou', { mouId })
  const [layer, setLayer] = useState<Layer | null>(null)
  const close = () => setLayer(null)
  const edit = (opened: OpenedGuidelines) => setLayer({ ask: 'edit', opened })
  return (
    <section className={styles.card} aria-label={t('guidelines.title')}>
      <h2>{t('guidelines.title')}</h2>
      <p className={styles.hint}>{t('guidelines.hint')}</p>
      <Loaded reading={reading} lines={1}>
        {(guidelines) =>
          guidelines === null ? (
            <div className={styles.bar}>
              <p>{t('guidelines.none')}</p>
              <Button icon={BookLock} onPress={() => setLayer({ ask: 'begin' })}>
                {t('guidelines.begin')}
              </Button>
            </div>
          ) : (
            <Kept mouId={mouId} guidelines={guidelines} onOpen={() => setLayer({ ask: 'open' })} />
          )
        }
      </Loaded>
      {layer?.ask === 'begin' && <BeginGuidelinesDialog mouId={mouId} onClose={close} onOpened={edit} />}
      {layer?.ask === 'open' && <OpenGuidelinesDialog mouId={mouId} onClose={close} onOpened={edit} />}
      {layer?.ask === 'edit' && <GuidelinesEditor mouId={mouId} opened={layer.opened} onClose={close} />}
    </section>
  )
}

/** What may be known without the passphrase. */
function Kept(props: {
  readonly mouId: MouId
  readonly guidelines: Guidelines
  readonly onOpen: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const { officer } = useOpenRecord()
  const { mouId, guidelines, onOpen } = props
  const { savedAt, savedBy, access } = guidelines
  const isOwn = access.some(({ officerId }) => officerId === officer.id)
  const names = access.map(({ name }) => name).join(', ')

  async function remove() {
    const reply = await write('guidelines.remove', { mouId })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <div className={styles.bar}>
      <p dir="auto">
        {t('guidelines.saved', { time: format.instant(savedAt), name: savedBy })}{' '}
        {access.length === 0
          ? t('guidelines.nobody')
          : t(isOwn ? 'guidelines.access' : 'guidelines.noAccess', { names })}
      </p>
      {isOwn && (
        <Button icon={LockOpen} onPress={onOpen}>
          {t('guidelines.open')}
        </Button>
      )}
      {access.length === 0 && (
        <Button icon={Trash2} onPress={() => void remove()}>
          {t('guidelines.remove')}
        </Button>
      )}
    </div>
  )
}
