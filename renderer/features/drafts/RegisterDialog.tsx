import { useCallback, useEffect, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportedText } from '../../../shared/api/draftContract.ts'
import type { ComparedFile, FileView } from '../../../shared/compare/comparedFile.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { DraftId } from '../../../shared/ids.ts'
import type { Draft, DraftKind, TabledBy } from '../../../shared/mou/draft.ts'
import { usualParent } from '../../../shared/mou/lineage.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { suggestTabledBy } from '../../../shared/mou/suggestTabledBy.ts'
import { Language } from '../../../shared/values.ts'
import { useCall } from '../../api/useCall.ts'
import type { Reading } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName, today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { Loaded } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { leftOutCount, viewWords } from '../compare/FileFacts.tsx'
import { FileReport } from '../compare/FileReport.tsx'
import { draftLine, draftName } from './draftWords.ts'
import { completeFacts, type EnteredFacts, FactsFields } from './FactsFields.tsx'
import { LinesPane } from './LinesPane.tsx'
import { ParentsField } from './ParentsField.tsx'
import styles from './RegisterDialog.module.css'

/** What becomes a draft: a file that was read, a text that was pasted, or the working text as it stands. */
export type DraftSource =
  | { readonly kind: 'file'; readonly file: ComparedFile }
  | { readonly kind: 'pasted'; readonly doc: unknown }
  | { readonly kind: 'workingText'; readonly language: Language }

/** The facts of a new draft, beside the lines of its text where that comes from elsewhere. */
export function RegisterDialog(props: {
  readonly dossier: MouDossier
  readonly source: DraftSource
  readonly onClose: () => void
  readonly onOpenDraft: (draft: DraftId) => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const screen = useLanguage()
  const { dossier, source, onClose, onOpenDraft } = props
  const formId = useId()
  const [view, setView] = useState<FileView>('asProposed')
  const imported = useImported(dossier, source, view)
  const [facts, setFacts] = useState<EnteredFacts>(() => presetFacts(dossier, source))
  const [ownLanguage, setLanguage] = useState<Language | null>(null)
  const [ownParents, setParents] = useState<readonly DraftId[] | null>(null)
  const [isAgain, setAgain] = useState(false)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isReported, setReported] = useState(false)

  const text = imported.reading.state === 'ready' ? imported.reading.value : null
  const language = ownLanguage ?? foundLanguage(dossier, source, text)
  const parentIds = ownParents ?? usualParents(dossier, source, facts.tabledBy, language)
  const parents = dossier.drafts.filter(({ id }) => parentIds.includes(id))
  const registered = text?.registered[0]
  const suggested = source.kind === 'file' ? suggestedBy(dossier, source.file) : null

  function change(next: EnteredFacts): void {
    const isKindUsual = facts.kind === usualKind(dossier, facts.tabledBy)
    const follows = next.tabledBy !== facts.tabledBy && isKindUsual
    setFacts(follows ? { ...next, kind: usualKind(dossier, next.tabledBy) } : next)
  }

  async function register(again: boolean): Promise<void> {
    setTried(true)
    const complete = completeFacts(facts, parents)
    if (isBusy || !complete || (source.kind !== 'workingText' && text === null)) return
    setBusy(true)
    setFault(null)
    const reply = await write('draft.register', {
      mouId: dossier.mou.id,
      language,
      source: text ? { kind: 'import', importId: text.importId, again } : { kind: 'workingText' },
      facts: complete,
      parents: [...parentIds],
    })
    setBusy(false)
    if (reply.ok) onClose()
    else setFault(reply.fault)
  }

  const fields = (
    <Form
      id={formId}
      className={form.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        void register(isAgain)
      }}
    >
      {registered && !isAgain && fault === null && (
        <Registered
          draft={registered}
          onOpen={() => onOpenDraft(registered.id)}
          onAgain={() => setAgain(true)}
        />
      )}
      {source.kind === 'file' && (
        <FileOf file={source.file} view={view} onView={setView} onReport={() => setReported(true)} />
      )}
      <FactsFields
        dossier={dossier}
        facts={facts}
        parents={parents}
        onChange={change}
        isTried={isTried}
        tabledByHint={
          suggested !== null && source.kind === 'file'
            ? t('drafts.byAuthors', { authors: source.file.authors.slice(0, 4).join(', ') })
            : undefined
        }
      />
      {source.kind !== 'workingText' && (
        <Select
          label={t('drafts.column.language')}
          choices={Language.options.map((value) => ({ value, label: languageName(value, screen) }))}
          value={language}
          onChange={setLanguage}
        />
      )}
      <ParentsField drafts={dossier.drafts} parents={parentIds} onChange={setParents} />
    </Form>
  )
  return (
    <Dialog
      title={
        source.kind === 'workingText'
          ? t('drafts.tableTitle', { language: languageName(language, screen) })
          : t('drafts.registerTitle')
      }
      isOpen
      keepsWords
      {...(source.kind !== 'workingText' && { full: true })}
      onClose={onClose}
      buttons={
        <>
          {fault && (
            <div className={styles.fault}>
              <FaultNotice
                fault={fault}
                {...(fault.kind === 'FileRegistered' && {
                  buttons: (
                    <>
                      <Button compact onPress={() => onOpenDraft(fault.draftId)}>
                        {t('drafts.openDraft', { draft: draftName(fault, t) })}
                      </Button>
                      <Button compact onPress={() => void register(true)}>
                        {t('drafts.registerAgain')}
                      </Button>
                    </>
                  ),
                })}
              />
            </div>
          )}
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isPending={isBusy}
            isDisabled={source.kind !== 'workingText' && text === null}
          >
            {t(source.kind === 'workingText' ? 'drafts.table' : 'drafts.register')}
          </Button>
        </>
      }
    >
      {source.kind === 'workingText' ? (
        <>
          <p>{t('drafts.tableAbout')}</p>
          {fields}
        </>
      ) : (
        <div className={styles.columns}>
          <div className={styles.facts}>{fields}</div>
          <Loaded reading={imported.reading} lines={14}>
            {(text) => (
              <LinesPane
                key={view}
                imported={text}
                language={language}
                onCorrect={async (blockIds, choice) => setFault(await imported.correct(blockIds, choice))}
              />
            )}
          </Loaded>
        </div>
      )}
      {isReported && source.kind === 'file' && (
        <FileReport file={source.file} onClose={() => setReported(false)} />
      )}
    </Dialog>
  )
}

/** The lines of a text that comes from elsewhere, and how to have some read otherwise. */
function useImported(dossier: MouDossier, source: DraftSource, view: FileView) {
  const call = useCall()
  const [reading, setReading] = useState<Reading<ImportedText>>({ state: 'loading' })
  const mouId = dossier.mou.id
  const usual = dossier.mou.languages[0] ?? 'en'
  useEffect(() => {
    if (source.kind === 'workingText') return undefined
    let isWanted = true
    setReading({ state: 'loading' })
    const given =
      source.kind === 'file'
        ? ({ kind: 'file', file: { fileId: source.file.fileId, view } } as const)
        : source
    void call('draft.recognise', { mouId, language: usual, source: given }).then((reply) => {
      if (!isWanted) return
      setReading(reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', fault: reply.fault })
    })
    return () => void (isWanted = false)
  }, [call, mouId, usual, source, view])

  const importId = reading.state === 'ready' ? reading.value.importId : null
  const correct = useCallback(
    async (
      blockIds: readonly string[],
      choice: { readonly kind: ChoiceKind; readonly level?: number },
    ): Promise<Fault | null> => {
      if (importId === null || blockIds.length === 0) return null
      const choices = blockIds.map((blockId) => ({ blockId, ...choice }))
      const reply = await call('draft.correct', { importId, choices })
      if (!reply.ok) return reply.fault
      setReading({ state: 'ready', value: reply.value })
      return null
    },
    [call, importId],
  )
  return { reading, correct }
}

type ChoiceKind = Extract<ImportedText['lines'][number], { readonly choice: unknown }>['choice']['kind']

/** The very file is here already. */
function Registered(props: {
  readonly draft: Draft
  readonly onOpen: () => void
  readonly onAgain: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { draft, onOpen, onAgain } = props
  return (
    <div className={styles.registered} role="status">
      <p>{t('drafts.fileIs', { draft: draftLine(draft, screen, t) })}</p>
      <div className={styles.buttons}>
        <Button compact onPress={onOpen}>
          {t('drafts.openDraft', { draft: draftName(draft, t) })}
        </Button>
        <Button compact onPress={onAgain}>
          {t('drafts.registerAgain')}
        </Button>
      </div>
    </div>
  )
}

function FileOf(props: {
  readonly file: ComparedFile
  readonly view: FileView
  readonly onView: (view: FileView) => void
  readonly onReport: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { file, view, onView, onReport } = props
  const leftOut = leftOutCount(file)
  return (
    <div className={styles.file}>
      <p className={styles.name} dir="auto">
        {file.name}
      </p>
      {file.revisions > 0 && (
        <>
          <p className={styles.hint}>
            {t('drafts.tracked', { count: file.revisions, number: format.number(file.revisions) })}
          </p>
          <Segments
            label={t('drafts.whichText')}
            choices={[
              { value: 'asProposed', label: t(viewWords.asProposed) },
              { value: 'asItWas', label: t(viewWords.asItWas) },
            ]}
            value={view}
            onChange={onView}
          />
        </>
      )}
      <Button variant="link" compact onPress={onReport}>
        {leftOut > 0 ? t('drafts.reportWith', { count: leftOut }) : t('compare.report')}
      </Button>
    </div>
  )
}

function suggestedBy(dossier: MouDossier, file: ComparedFile): TabledBy | null {
  if (file.authors.length === 0) return null
  return suggestTabledBy(
    file.authors,
    dossier.parties.map(({ side, agency, signatory }) => ({
      side,
      names: [agency?.name.en, agency?.name.id, signatory?.name].filter((name) => name !== undefined),
    })),
  )
}

function presetFacts(dossier: MouDossier, source: DraftSource): EnteredFacts {
  const tabledBy = usualTabler(dossier, source)
  const isForeign = tabledBy === dossier.relationship.otherSide
  return {
    kind: usualKind(dossier, tabledBy),
    tabledBy,
    textDate: source.kind === 'workingText' ? today() : null,
    receivedOn: isForeign ? today() : null,
    channel: source.kind === 'workingText' && tabledBy === 'both' ? 'atTable' : 'note',
    note: '',
    dateReason: '',
  }
}

/** A file is usually the other side's answer; the working text becomes our own draft until theirs is in it. */
function usualTabler(dossier: MouDossier, source: DraftSource): TabledBy {
  const { drafts, relationship } = dossier
  const { ownSide, otherSide } = relationship
  const hasTheirs = drafts.some(({ tabledBy }) => tabledBy !== ownSide)
  if (source.kind === 'workingText') return hasTheirs ? 'both' : ownSide
  const suggested = source.kind === 'file' ? suggestedBy(dossier, source.file) : null
  if (suggested !== null) return suggested
  const isMarked = source.kind === 'file' && source.file.revisions > 0
  return isMarked || drafts.at(-1)?.tabledBy === ownSide ? otherSide : ownSide
}

function usualKind({ relationship }: MouDossier, tabledBy: TabledBy): DraftKind {
  if (tabledBy === relationship.ownSide) return 'ownDraft'
  return tabledBy === relationship.otherSide ? 'counterDraft' : 'consolidated'
}

function foundLanguage(dossier: MouDossier, source: DraftSource, text: ImportedText | null): Language {
  if (source.kind === 'workingText') return source.language
  const ofFile = source.kind === 'file' ? Language.safeParse(source.file.language).data : undefined
  return ofFile ?? text?.language ?? dossier.mou.languages[0] ?? 'en'
}

function usualParents(
  dossier: MouDossier,
  source: DraftSource,
  tabledBy: TabledBy,
  language: Language,
): readonly DraftId[] {
  const working =
    source.kind === 'workingText' ? dossier.workingTexts.find((one) => one.language === language) : undefined
  const parent = working?.basedOn ?? usualParent(dossier.drafts, tabledBy, language)
  return parent === null ? [] : [parent]
}
