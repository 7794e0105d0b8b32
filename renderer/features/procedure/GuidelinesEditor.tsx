import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { MouId } from '../../../shared/ids.ts'
import { registerFlush } from '../../api/flush.ts'
import { useCall } from '../../api/useCall.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { GuidelinesAccess } from './GuidelinesAccess.tsx'
import styles from './lists.module.css'

/** Guidelines as they were when they were opened or last saved here. */
export type OpenedGuidelines = { readonly revision: number; readonly words: string }

/**
 * The words of the guidelines, while their passphrase holds them open, and who has access to them. They are saved when
 * the officer says so, and before the record is locked: no word that was typed is lost to a lock.
 */
export function GuidelinesEditor(props: {
  readonly mouId: MouId
  readonly opened: OpenedGuidelines
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const write = useWrite()
  const { mouId, onClose } = props
  const [saved, setSaved] = useState(props.opened)
  const [words, setWords] = useState(props.opened.words)
  const [view, setView] = useState<'words' | 'access'>('words')
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const isUnsaved = words !== saved.words
  const isStale = fault?.kind === 'StaleText'

  async function saveOn(revision: number): Promise<Fault | null> {
    const reply = await write('guidelines.save', { mouId, revision, words })
    if (!reply.ok) return reply.fault
    setSaved({ revision: reply.value.value.revision, words })
    return null
  }

  async function save() {
    if (busy || !isUnsaved) return
    setBusy(true)
    setFault(await saveOn(isStale ? fault.revision : saved.revision))
    setBusy(false)
  }

  /** Before a lock nobody can be asked: over what another window saved, which undo brings back. */
  const saveBeforeLock = useEffectEvent(async (): Promise<boolean> => {
    if (!isUnsaved) return true
    const first = await saveOn(saved.revision)
    const left = first?.kind === 'StaleText' ? await saveOn(first.revision) : first
    // Where they are gone, or not this officer's any more, there is nothing to wait for.
    return left === null || left.kind === 'NoAccess' || left.kind === 'NotFound'
  })
  useEffect(() => registerFlush(() => saveBeforeLock()), [])
  const letGo = useEffectEvent(() => void call('guidelines.close', { mouId }))
  useEffect(() => () => letGo(), [])

  return (
    <Dialog
      isOpen
      wide
      title={t('guidelines.title')}
      unsaved={isUnsaved}
      onClose={onClose}
      buttons={
        <>
          <span className={styles.savedState} role="status">
            {isUnsaved ? t('guidelines.notSaved') : t('guidelines.allSaved')}
          </span>
          <Button variant="primary" isDisabled={!isUnsaved} isPending={busy} onPress={() => void save()}>
            {isStale ? t('guidelines.saveOver') : t('shell.save')}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        <Segments
          label={t('guidelines.views')}
          choices={[
            { value: 'words', label: t('guidelines.words') },
            { value: 'access', label: t('guidelines.accessTab') },
          ]}
          value={view}
          onChange={setView}
        />
        {isStale ? (
          <p role="alert" className={styles.wrong}>
            {t('guidelines.stale')}
          </p>
        ) : (
          fault && <FaultNotice fault={fault} />
        )}
        {view === 'words' ? (
          <TextField
            label={t('guidelines.words')}
            lines={14}
            autoFocus
            spellCheck="false"
            autoComplete="off"
            maxLength={200_000}
            value={words}
            onChange={setWords}
          />
        ) : (
          <GuidelinesAccess mouId={mouId} onGone={onClose} />
        )}
      </div>
    </Dialog>
  )
}
