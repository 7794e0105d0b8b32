import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type AgendaItem, ItemPart, Topic } from '../../../shared/meeting/meeting.ts'
import { inLanguage, type SideOrBoth } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { both, FormDialog, Row } from './FormDialog.tsx'
import { keepTimesOnLength } from './keepTimes.ts'
import { useMeeting } from './MeetingContext.ts'
import { partWords, topicWords } from './meetingWords.ts'
import { ShiftOrKeep, useAskShiftOrKeep } from './ShiftOrKeep.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

type NewItem = Omit<AgendaItem, 'id'> & { readonly id: AgendaItem['id'] | null }

/** An item of the agenda. What is new stands before what closes a meeting, unless a place is chosen. */
export function AgendaItemDialog(props: { readonly item: AgendaItem | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting, agenda, relationship } = dossier
  const { onClose } = props
  const { question, ask } = useAskShiftOrKeep(meeting.status)
  const [item, setItem] = useState<NewItem>(() => props.item ?? newItem())
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<NewItem>) => setItem((before) => ({ ...before, ...changes }))
  const sides = [relationship.ownSide, relationship.otherSide]
  const isNew = item.id === null
  const isAdopted = meeting.agendaAdoptedOn !== null && item.part !== 'break'
  const mustSayWho = isAdopted && item.addedBy === null && (isNew || props.item?.addedBy != null)

  function newItem(): NewItem {
    const ending = agenda.findIndex(
      ({ part }) => part === 'actions' || part === 'nextMeeting' || part === 'closing',
    )
    return {
      id: null,
      meetingId: meeting.id,
      position: ending === -1 ? agenda.length : ending,
      part: 'discussion',
      title: {},
      topic: null,
      lead: null,
      plannedMinutes: 15,
      addedBy: null,
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
          <NumberField
            label={t('meeting.plannedMinutes')}
            value={item.plannedMinutes}
            onChange={(plannedMinutes) => set({ plannedMinutes })}
            minValue={0}
            maxValue={1_440}
            wholeNumbers
            error={tried && !(item.plannedMinutes >= 0) ? t('shell.filledIn') : undefined}
          />
        </Row>
        {item.part !== 'break' && (
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
            <Select
              label={t('meeting.topicLabel')}
              value={item.topic ?? 'none'}
              onChange={(value) => set({ topic: value === 'none' ? null : value })}
              choices={[
                { value: 'none' as const, label: t('meeting.noTopic') },
                ...Topic.options.map((value) => ({ value, label: t(topicWords[value]) })),
              ]}
            />
          </Row>
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
      </FormDialog>
      {question !== null && <ShiftOrKeep question={question} />}
    </>
  )
}
