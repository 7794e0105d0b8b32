import { CornerLeftUp, File, Folder } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import { Form, ListBox, ListBoxItem, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/api/contract.ts'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { useCall } from '../../api/useCall.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import fields from '../../ui/field.module.css'
import form from '../../ui/form.module.css'
import { TextField } from '../../ui/TextField.tsx'
import styles from './FileQuestion.module.css'

type Question = Extract<AppEvent, { readonly kind: 'fileQuestion' }>
type Listing = Output<'file.browse'>

/** The file dialog of the loopback host, which has none of its own: where to save, or what to open. */
export function FileQuestion() {
  const [questions, setQuestions] = useState<readonly Question[]>([])
  useEvents(
    useCallback((event: AppEvent) => {
      if (event.kind === 'fileQuestion') setQuestions((before) => [...before, event])
    }, []),
  )
  const question = questions[0]
  if (question === undefined) return null
  return (
    <FileDialog
      key={question.questionId}
      question={question}
      onAnswered={() => setQuestions((before) => before.slice(1))}
    />
  )
}

function FileDialog({
  question,
  onAnswered,
}: {
  readonly question: Question
  readonly onAnswered: () => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const formId = useId()
  const { questionId, purpose, suggestedName } = question
  const [folder, setFolder] = useState(question.folder)
  const [listing, setListing] = useState<Listing | null>(null)
  const [name, setName] = useState(suggestedName)
  const [fault, setFault] = useState<Fault | null>(null)

  useEffect(() => {
    let current = true
    void call('file.browse', { questionId, folder }).then((reply) => {
      if (!current) return
      if (reply.ok) setListing(reply.value)
      setFault(reply.ok ? null : reply.fault)
    })
    return () => void (current = false)
  }, [call, questionId, folder])

  async function answer(given: { readonly folder: string; readonly name: string } | null) {
    const reply = await call('file.answer', { questionId, answer: given })
    if (reply.ok || given === null) onAnswered()
    else setFault(reply.fault)
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') void answer({ folder: listing?.folder ?? folder, name: name.trim() })
  }

  function take(key: string) {
    if (listing === null) return
    if (key === up && listing.parent !== null) setFolder(listing.parent)
    const chosen = listing.folders.find((name) => key === `folder ${name}`)
    if (chosen !== undefined) setFolder(inFolder(listing.folder, chosen))
    const file = listing.files.find((name) => key === `file ${name}`)
    if (file !== undefined) setName(file)
  }

  const label = purpose === 'save' ? t('files.saveHere') : t('files.openThis')
  return (
    <Dialog
      title={purpose === 'save' ? t('files.save') : t('files.open')}
      isOpen
      wide
      onClose={() => void answer(null)}
      buttons={
        <>
          <Button variant="quiet" onPress={() => void answer(null)}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={name.trim() === ''}>
            {label}
          </Button>
        </>
      }
    >
      <Form id={formId} className={form.form ?? ''} onSubmit={onSubmit}>
        {fault && <FaultNotice fault={fault} />}
        <p className={styles.folder}>
          <Folder size={16} aria-hidden />
          <span className={styles.hidden}>{t('files.folder')}: </span>
          <bdi>{listing?.folder ?? folder}</bdi>
        </p>
        {listing && (
          <ListBox
            aria-label={t('files.contents')}
            className={styles.list ?? ''}
            onAction={(key) => take(String(key))}
            renderEmptyState={() => <p className={fields.nothing}>{t('files.empty')}</p>}
          >
            {listing.parent !== null && (
              <ListBoxItem id={up} textValue={t('files.up')} className={fields.option ?? ''}>
                <CornerLeftUp size={16} aria-hidden />
                <Text slot="label">{t('files.up')}</Text>
              </ListBoxItem>
            )}
            {listing.folders.map((name) => (
              <ListBoxItem
                key={`folder ${name}`}
                id={`folder ${name}`}
                textValue={name}
                aria-label={`${t('files.isFolder')} ${name}`}
                className={fields.option ?? ''}
              >
                <Folder size={16} aria-hidden />
                <Text slot="label">{name}</Text>
              </ListBoxItem>
            ))}
            {listing.files.map((name) => (
              <ListBoxItem
                key={`file ${name}`}
                id={`file ${name}`}
                textValue={name}
                className={fields.option ?? ''}
              >
                <File size={16} aria-hidden />
                <Text slot="label">{name}</Text>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
        <TextField
          label={t('files.name')}
          maxLength={255}
          value={name}
          onChange={setName}
          autoFocus
          isReadOnly={purpose === 'open'}
          {...(purpose === 'open' && { hint: t('files.chooseFile') })}
        />
      </Form>
    </Dialog>
  )
}

const up = 'up'

/** The path of a folder in another, with the separator that the host's path shows. */
function inFolder(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`
}
