import type { TFunction } from 'i18next'
import { CornerLeftUp, File, Folder } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { Form, ListBox, ListBoxItem, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/api/contract.ts'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { useCall } from '../../api/useCall.ts'
import type { MessageKey } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import fields from '../../ui/field.module.css'
import form from '../../ui/form.module.css'
import { Select } from '../../ui/Select.tsx'
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

/** Where the list is to be shown, and what of it. */
type Place = {
  readonly folder: string
  /** Also files of other kinds than the one that is asked about. */
  readonly everyKind: boolean
  /** The folder inside it that was just left, which is then pointed at; null: none was. */
  readonly left: string | null
  /** Whether the keys were in the list, and should be in it again when it has changed. */
  readonly keysInList: boolean
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
  const { questionId, purpose, suggestedName, kinds } = question
  const nameField = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>({
    folder: question.folder,
    everyKind: kinds.length === 0,
    left: null,
    keysInList: false,
  })
  const [listing, setListing] = useState<Listing | null>(null)
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const [name, setName] = useState(suggestedName)
  const [fault, setFault] = useState<Fault | null>(null)
  /** The file that would be replaced, while it is asked about. */
  const [replaced, setReplaced] = useState<string | null>(null)
  const { folder, everyKind, left } = place

  useEffect(() => {
    let current = true
    void call('file.browse', { questionId, folder, everyKind }).then((reply) => {
      if (!current) return
      if (reply.ok) {
        setListing(reply.value)
        setPointedAt(left === null ? null : folderKey(left))
      }
      setFault(reply.ok ? null : reply.fault)
    })
    return () => void (current = false)
  }, [call, questionId, folder, everyKind, left])

  // What is typed first is the name; its extension stays.
  useEffect(() => {
    const input = nameField.current?.querySelector('input')
    const dot = suggestedName.lastIndexOf('.')
    input?.setSelectionRange(0, dot > 0 ? dot : suggestedName.length)
  }, [suggestedName])

  async function answer(given: { readonly name: string; readonly replace: boolean } | null) {
    const reply = await call('file.answer', {
      questionId,
      answer: given && { folder: listing?.folder ?? folder, ...given },
    })
    if (reply.ok || given === null) return onAnswered()
    if (reply.fault.kind === 'AlreadyThere') setReplaced(withKind(given.name, kinds[0] ?? ''))
    else setFault(reply.fault)
  }

  const isName = !/[/\\]/.test(name)

  function take(name: string) {
    if (name.trim() !== '' && isName) void answer({ name: name.trim(), replace: false })
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    take(name)
  }

  function go(to: string, left: string | null, keysInList: boolean) {
    setPlace((before) => ({ ...before, folder: to, left, keysInList }))
  }

  function goUp(keysInList: boolean) {
    if (listing === null || listing.parent === null) return
    go(listing.parent, lastPart(listing.folder), keysInList)
  }

  function pointAt(key: string) {
    setPointedAt(key)
    const file = listing?.files.find((name) => key === fileKey(name))
    if (file !== undefined) setName(file)
  }

  function open(key: string) {
    const inner = listing?.folders.find((name) => key === folderKey(name))
    if (listing !== null && inner !== undefined) go(inFolder(listing.folder, inner), null, true)
    const file = listing?.files.find((name) => key === fileKey(name))
    if (file === undefined) return
    setName(file)
    take(file)
  }

  const kind = kinds.join(', ')
  const label = purpose === 'save' ? t('files.saveHere') : t('files.openThis')
  return (
    <Dialog
      title={t(purpose === 'save' ? 'files.save' : titleOf(kinds))}
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
        <div className={styles.head}>
          <p className={styles.folder}>
            <Folder size={16} aria-hidden />
            <span className={styles.hidden}>{t('files.folder')}: </span>
            <bdi>{listing?.folder ?? folder}</bdi>
          </p>
          <IconButton
            label={t('files.up')}
            icon={CornerLeftUp}
            keys="Alt+ArrowUp"
            bordered
            isDisabled={listing?.parent == null}
            onPress={() => goUp(false)}
          />
        </div>
        {listing && (
          <div
            onKeyDownCapture={(event) => {
              if (event.key !== 'Backspace' && !(event.altKey && event.key === 'ArrowUp')) return
              event.preventDefault()
              event.stopPropagation()
              goUp(true)
            }}
          >
            <ListBox
              key={`${listing.folder} ${everyKind}`}
              aria-label={t('files.contents')}
              className={styles.list ?? ''}
              selectionMode="single"
              selectionBehavior="replace"
              disallowEmptySelection
              selectedKeys={pointedAt === null ? [] : [pointedAt]}
              onSelectionChange={(keys) => {
                const key = keys === 'all' ? undefined : [...keys][0]
                if (key !== undefined) pointAt(String(key))
              }}
              onAction={(key) => open(String(key))}
              autoFocus={place.keysInList ? 'first' : false}
              renderEmptyState={() => (
                <p className={fields.nothing}>
                  {everyKind ? t('files.empty') : t('files.noneOfKind', { kind })}
                </p>
              )}
            >
              {listing.folders.map((name) => (
                <ListBoxItem
                  key={folderKey(name)}
                  id={folderKey(name)}
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
                  key={fileKey(name)}
                  id={fileKey(name)}
                  textValue={name}
                  className={fields.option ?? ''}
                >
                  <File size={16} aria-hidden />
                  <Text slot="label">{name}</Text>
                </ListBoxItem>
              ))}
            </ListBox>
          </div>
        )}
        <div className={form.row} ref={nameField}>
          <TextField
            label={t('files.name')}
            maxLength={255}
            value={name}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.altKey && event.key === 'ArrowUp') goUp(false)
              else event.continuePropagation()
            }}
            autoFocus
            error={isName ? undefined : t('files.notAName')}
            {...(purpose === 'open' && { hint: t('files.chooseFile') })}
          />
          {kinds.length > 0 && (
            <Select
              label={t('files.kind')}
              choices={[
                { value: 'kind', label: kindName(kind, t) },
                { value: 'every', label: t('files.everyKind') },
              ]}
              value={everyKind ? 'every' : 'kind'}
              onChange={(shown) =>
                setPlace((before) => ({
                  ...before,
                  everyKind: shown === 'every',
                  left: null,
                  keysInList: false,
                }))
              }
            />
          )}
        </div>
      </Form>
      {replaced !== null && (
        <Replace
          name={replaced}
          folder={listing?.folder ?? folder}
          onKeep={() => setReplaced(null)}
          onReplace={() => {
            setReplaced(null)
            void answer({ name: name.trim(), replace: true })
          }}
        />
      )}
    </Dialog>
  )
}

/** A file that is replaced is gone, so it is asked about; the way back is where the keys are. */
function Replace(props: {
  readonly name: string
  readonly folder: string
  readonly onKeep: () => void
  readonly onReplace: () => void
}) {
  const { t } = useTranslation()
  const { name, folder, onKeep, onReplace } = props
  return (
    <Dialog
      title={t('files.replaceTitle')}
      isOpen
      alert
      onClose={onKeep}
      buttons={
        <>
          <Button variant="secondary" autoFocus onPress={onKeep}>
            {t('files.keep')}
          </Button>
          <Button variant="danger" onPress={onReplace}>
            {t('files.replace')}
          </Button>
        </>
      }
    >
      <p className={styles.replaced}>{t('files.alreadyThere', { name, folder: lastPart(folder) })}</p>
    </Dialog>
  )
}

const folderKey = (name: string) => `folder ${name}`
const fileKey = (name: string) => `file ${name}`

/** "Word (.docx)"; a kind that has no name of its own goes by its extension. */
function kindName(kind: string, t: TFunction): string {
  if (kind === '.sepaham') return t('files.kinds.record')
  if (kind === '.docx, .txt') return t('files.kinds.paper')
  if (kind === '.dic, .aff') return t('files.kinds.dictionary')
  if (kind === '.docx, .dotx') return t('files.kinds.letterhead')
  if (kind === '.xlsx') return t('files.kinds.excel')
  if (kind === '.docx') return t('files.kinds.word')
  if (kind === '.pdf') return t('files.kinds.pdf')
  if (kind === '.ics') return t('files.kinds.calendar')
  return t('files.kinds.other', { kind })
}

/** The name under which the host will save: it gives a name the extension that it lacks. */
function withKind(name: string, kind: string): string {
  return name.toLowerCase().endsWith(kind) ? name : name + kind
}

/** The path of a folder in another, with the separator that the host's path shows. */
function inFolder(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`
}

/** The name of a folder, without what it stands in; a root is its own name. */
function lastPart(folder: string): string {
  return folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder
}

/** What a person is asked to open. */
function titleOf(kinds: readonly string[]): MessageKey {
  if (kinds.length === 0) return 'files.document'
  if (kinds.includes('.dic')) return 'files.dictionary'
  if (kinds.includes('.dotx')) return 'files.letterhead'
  return kinds.includes('.sepaham') ? 'files.open' : 'files.paper'
}
