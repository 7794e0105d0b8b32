import { useTranslation } from 'react-i18next'
import {
  type Draft,
  DraftChannel,
  DraftKind,
  type OddDate,
  oddDate,
  type TabledBy,
} from '../../../shared/mou/draft.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { today } from '../../i18n/format.ts'
import { type MessageKey, useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import form from '../../ui/form.module.css'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { channelWords, kindWords, tablerName } from './draftWords.ts'

/** The facts as they are being entered: a date may still be missing. */
export type EnteredFacts = Omit<
  Pick<Draft, 'kind' | 'tabledBy' | 'textDate' | 'receivedOn' | 'channel' | 'note' | 'dateReason'>,
  'textDate'
> & { readonly textDate: CalendarDate | null }

const oddWords = {
  inTheFuture: 'drafts.odd.inTheFuture',
  beforeParent: 'drafts.odd.beforeParent',
  receivedBeforeWritten: 'drafts.odd.receivedBeforeWritten',
} satisfies Record<OddDate, MessageKey>

/** What is odd about the dates that were entered; null: nothing is, or one is missing. */
export function oddOf(facts: EnteredFacts, parents: readonly Pick<Draft, 'textDate'>[]): OddDate | null {
  const { textDate, receivedOn } = facts
  return textDate === null ? null : oddDate({ textDate, receivedOn }, parents, today())
}

/** The facts as the record takes them; null where something is missing. */
export function completeFacts(
  facts: EnteredFacts,
  parents: readonly Pick<Draft, 'textDate'>[],
): (EnteredFacts & { readonly textDate: CalendarDate }) | null {
  const { textDate } = facts
  if (textDate === null || (oddOf(facts, parents) !== null && facts.dateReason.trim() === '')) return null
  return { ...facts, textDate }
}

/** The facts of a draft as fields; a reason is asked for where a date is odd. */
export function FactsFields(props: {
  readonly dossier: MouDossier
  readonly facts: EnteredFacts
  readonly parents: readonly Pick<Draft, 'textDate'>[]
  readonly onChange: (facts: EnteredFacts) => void
  readonly isTried: boolean
  /** Why it is proposed that a side tabled it. */
  readonly tabledByHint?: string | undefined
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, facts, parents, onChange, isTried, tabledByHint } = props
  const { ownSide, otherSide } = dossier.relationship
  const odd = oddOf(facts, parents)
  const tablers: readonly TabledBy[] = [ownSide, otherSide, 'both', 'chair']
  const put = (change: Partial<EnteredFacts>) => onChange({ ...facts, ...change })
  return (
    <>
      <div className={form.row}>
        <Select
          label={t('drafts.kind')}
          choices={DraftKind.options.map((value) => ({ value, label: t(kindWords[value]) }))}
          value={facts.kind}
          onChange={(kind) => put({ kind })}
        />
        <Select
          label={t('drafts.tabledBy')}
          choices={tablers.map((value) => ({ value, label: tablerName(value, screen, t) }))}
          value={facts.tabledBy}
          onChange={(tabledBy) => put({ tabledBy })}
          {...(tabledByHint !== undefined && { hint: tabledByHint })}
        />
      </div>
      <div className={form.row}>
        <DateField
          label={t('drafts.column.textDate')}
          value={facts.textDate}
          onChange={(textDate) => put({ textDate })}
          error={isTried && facts.textDate === null ? t('shell.filledIn') : undefined}
        />
        <DateField
          label={t('drafts.receivedOn')}
          value={facts.receivedOn}
          onChange={(receivedOn) => put({ receivedOn })}
        />
      </div>
      {(odd !== null || facts.dateReason !== '') && (
        <TextField
          label={t('drafts.dateReason')}
          {...(odd !== null && { hint: t(oddWords[odd]) })}
          value={facts.dateReason}
          onChange={(dateReason) => put({ dateReason })}
          maxLength={1_000}
          error={
            isTried && odd !== null && facts.dateReason.trim() === '' ? t('drafts.reasonMissing') : undefined
          }
        />
      )}
      <Select
        label={t('drafts.channel')}
        choices={DraftChannel.options.map((value) => ({ value, label: t(channelWords[value]) }))}
        value={facts.channel}
        onChange={(channel) => put({ channel })}
      />
      <TextField
        label={t('drafts.note')}
        hint={t('drafts.noteHint')}
        lines={2}
        value={facts.note}
        onChange={(note) => put({ note })}
        maxLength={8_000}
      />
    </>
  )
}
