import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BacklogItem } from '../../../shared/meeting/backlog.ts'
import type { Relationship } from '../../../shared/meeting/meeting.ts'
import { useWrite } from '../../api/useWrite.ts'
import { PlannedMinutesField } from '../meeting/PlannedMinutesField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { both, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { TopicSelect } from '../topics/TopicSelect.tsx'
import { ProposerSelect } from './ProposerSelect.tsx'

type Entered = Omit<BacklogItem, 'id'> & { readonly id: BacklogItem['id'] | null }

/** A matter that somebody wants on an agenda of the series some day. `item` null: a new one. */
export function BacklogItemDialog(props: {
  readonly item: BacklogItem | null
  readonly seriesId: BacklogItem['seriesId']
  readonly relationship: Relationship
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { seriesId, relationship, onClose } = props
  const [item, setItem] = useState<Entered>(
    () => props.item ?? { id: null, seriesId, title: {}, topic: null, proposedBy: null, plannedMinutes: 30 },
  )
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<Entered>) => setItem((before) => ({ ...before, ...changes }))

  async function save() {
    setTried(true)
    if (!isWritten(item.title) || !(item.plannedMinutes >= 0)) return 'incomplete'
    const reply = await write('backlog.put', { item })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={item.id === null ? t('agenda.addToBacklog') : t('agenda.editInBacklog')}
      onClose={onClose}
      onSubmit={save}
      submit={item.id === null ? t('meeting.add') : t('shell.save')}
    >
      <WordingFields
        languages={both}
        label={t('meeting.itemTitle')}
        value={item.title}
        onChange={(title) => set({ title })}
        error={tried && !isWritten(item.title) ? t('shell.filledIn') : undefined}
        autoFocus
      />
      <TopicSelect value={item.topic} onChange={(topic) => set({ topic })} />
      <Row>
        <ProposerSelect
          relationship={relationship}
          value={item.proposedBy}
          onChange={(proposedBy) => set({ proposedBy })}
        />
        <PlannedMinutesField
          value={item.plannedMinutes}
          onChange={(plannedMinutes) => set({ plannedMinutes })}
          tried={tried}
        />
      </Row>
    </FormDialog>
  )
}
