import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { overrunOf } from '../../../shared/meeting/agendaTimes.ts'
import { isNumbered } from '../../../shared/meeting/itemNumbers.ts'
import { type AgendaItem, isOpen, ItemEnd, ItemPart } from '../../../shared/meeting/meeting.ts'
import { placeOfNewItem } from '../../../shared/meeting/usualAgenda.ts'
import { inLanguage, type SideOrBoth } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { PlannedMinutesField } from './PlannedMinutesField.tsx'
import { Select } from '../../ui/Select.tsx'
import { both, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { keepTimesOnLength } from './keepTimes.ts'
import { useMeeting } from './MeetingContext.ts'
import { endedWords, partWords } from './meetingWords.ts'
import { ProposerSelect } from '../backlog/ProposerSelect.tsx'
import { TopicSelect } from '../topics/TopicSelect.tsx'
import { FormerPlaces } from './FormerPlaces.tsx'
import styles from '../../ui/form.module.css'
import { ShiftOrKeep, useAskShiftOrKeep } from './ShiftOrKeep.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

type NewItem = Omit<AgendaItem, 'id'> & { readonly id: AgendaItem['id'] | null }

/** An item of the agenda. What is new stands before what closes a meeting, unless a place is chosen. */
export function AgendaItemDialog(props: { readonly item: AgendaItem | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting, agenda, relationship } = dossier
  const { onClose } = props
  const { question, ask } = useAskShiftOrKeep(meeting.status)
  const [entered, setItem] = useState<NewItem>(() => props.item ?? newItem())
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<NewItem>) => setItem((before) => ({ ...before, ...changes }))
  const sides = [relationship.ownSide, relationship.otherSide]
  const isSection = entered.part === 'section'
  const item = isSection ? { ...entered, plannedMinutes: 0 } : entered
  const isNew = item.id === null
  const others = agenda.filter(({ id }) => id !== item.id)
  const overrun = overrunOf(
    meeting,
    [item, ...others].map((one) => one.plannedMinutes),
  )
  const stood = dossier.carried.find(({ itemId }) => itemId === item.id)?.stood ?? []
  const isAdopted = meeting.agendaAdoptedOn !== null && isNumbered(item)
  const mustSayWho = isAdopted && item.addedBy === null && (isNew || props.item?.addedBy != null)

  function newItem(): NewItem {
    return {
      id: null,
      meetingId: meeting.id,
      position: placeOfNewItem(agenda),
      part: 'discussion',
      title: {},
      topic: null,
      proposedBy: null,
      lead: null,
      plannedMinutes: 15,
      addedBy: null,
      movedBy: null,
      endedAs: null,
      composition: 'composed',
    }
  }

  async function save() {
    setTried(true)
    if (!isWritten(item.title) || !(item.plannedMinutes >= 0) || mustSayWho) return 'incomplete'
    const longerBy = item.plannedMinutes - (props.item?.plannedMinutes ?? 0)
    const place = isNew ? item.position - 1 : item.position
    const movesOthers = longerBy !== 0 && place < agenda.length - 1
    const answer = movesOthers ? await ask(t('meeting.askLength')) : 'shift'
    if (answer === null) return 'incomplete'
    const lengths = answer === 'keep' ? [...keepTimesOnLength(agenda, place, longerBy)] : []
    const reply = await write('agenda.put', { item, lengths })
    return reply.ok ? null : reply.fault
  }

  return (
    <>
      <FormDialog
        title={isNew ? t('meeting.addItem') : t('meeting.editItem')}
        onClose={onClose}
        onSubmit={save}
        submit={isNew ? t('meeting.add') : t('shell.save')}
      >
        <WordingFields
          languages={both}
          label={t('meeting.itemTitle')}
          value={item.title}
          onChange={(title) => set({ title })}
          error={tried && !isWritten(item.title) ? t('shell.filledIn') : undefined}
          autoFocus
        />
        <Row>
          <Select
            label={t('meeting.partLabel')}
            value={item.part}
            onChange={(part) => set({ part })}
            choices={ItemPart.options.map((value) => ({ value, label: t(partWords[value]) }))}
          />
          {!isSection && (
            <PlannedMinutesField
              value={item.plannedMinutes}
              onChange={(plannedMinutes) => set({ plannedMinutes })}
              tried={tried}
            />
          )}
        </Row>
        {overrun > 0 && (
          <p className={styles.warning} role="status">
            {t('agenda.wouldOverrun', { count: overrun, end: format.time(meeting.to) })}
          </p>
        )}
        {isNumbered(item) && (
          <Row>
            <Select
              label={t('meeting.lead')}
              value={item.lead ?? 'both'}
              onChange={(lead: SideOrBoth) => set({ lead: lead === 'both' ? null : lead })}
              choices={[
                { value: 'both', label: t('meeting.bothChairs') },
                ...sides.map((value) => ({ value, label: countryOf(value).name[language] })),
              ]}
            />
            <ProposerSelect
              relationship={relationship}
              value={item.proposedBy}
              onChange={(proposedBy) => set({ proposedBy })}
            />
          </Row>
        )}
        {isNumbered(item) && <TopicSelect value={item.topic} onChange={(topic) => set({ topic })} />}
        {!isOpen(meeting) && item.part === 'discussion' && !isNew && (
          <Select<string>
            label={t('agenda.endLabel')}
            value={item.endedAs ?? 'none'}
            onChange={(value) => set({ endedAs: ItemEnd.safeParse(value).data ?? null })}
            choices={[
              { value: 'none', label: t('agenda.endNone') },
              ...ItemEnd.options.map((value) => ({ value, label: t(endedWords[value]) })),
            ]}
          />
        )}
        {isAdopted && (
          <Select
            label={t('meeting.addedByLabel')}
            value={item.addedBy ?? 'none'}
            onChange={(value: string) => set({ addedBy: value === 'none' ? null : value })}
            choices={[
              ...(isNew ? [] : [{ value: 'none', label: t('meeting.onProposal') }]),
              ...sides.map((value) => ({ value, label: countryOf(value).name[language] })),
            ]}
            hint={t('meeting.addedByHint')}
            placeholder={t('meeting.choose')}
            error={tried && mustSayWho ? t('shell.filledIn') : undefined}
          />
        )}
        {isNew && agenda.length > 0 && (
          <Select
            label={t('meeting.placeOnAgenda')}
            value={String(item.position)}
            onChange={(position) => set({ position: Number(position) })}
            choices={[
              { value: '0', label: t('meeting.first') },
              ...agenda.map(({ title }, index) => ({
                value: String(index + 1),
                label: t('meeting.after', { title: inLanguage(title, language) }),
              })),
            ]}
          />
        )}
        {stood.length > 0 && <FormerPlaces stood={stood} />}
      </FormDialog>
      {question !== null && <ShiftOrKeep question={question} />}
    </>
  )
}
