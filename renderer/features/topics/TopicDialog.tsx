import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TopicId } from '../../../shared/ids.ts'
import { inLevels, type Topic } from '../../../shared/meeting/topics.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

/** A topic: its name, and the main topic it belongs to. `topic` null: a new one. */
export function TopicDialog(props: {
  readonly topic: Topic | null
  readonly topics: readonly Topic[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { topic, topics, onClose } = props
  const [name, setName] = useState(topic?.name ?? {})
  const [parentId, setParentId] = useState(topic?.parentId ?? null)
  const [tried, setTried] = useState(false)
  // One that has topics under it stays a main topic: there are two levels.
  const canBelong = !topics.some((one) => one.parentId === topic?.id)
  const parents = inLevels(topics).filter(
    (one) => one.parentId === null && one.id !== topic?.id && (one.endedOn === null || one.id === parentId),
  )

  async function save() {
    setTried(true)
    if (!isWritten(name)) return 'incomplete'
    const reply = await write('topic.put', {
      topic: { id: topic?.id ?? null, parentId, name, endedOn: topic?.endedOn ?? null },
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={topic ? t('agenda.topic.edit') : t('agenda.topic.add')}
      onClose={onClose}
      onSubmit={save}
      submit={topic ? t('shell.save') : t('meeting.add')}
    >
      <WordingFields
        label={t('agenda.topic.name')}
        languages={['id', 'en']}
        value={name}
        onChange={setName}
        error={tried && !isWritten(name) ? t('shell.filledIn') : undefined}
        autoFocus
      />
      {canBelong && (
        <Select<string>
          label={t('agenda.topic.parent')}
          value={parentId ?? 'none'}
          onChange={(value) => setParentId(value === 'none' ? null : TopicId.parse(value))}
          choices={[
            { value: 'none', label: t('agenda.topic.noParent') },
            ...parents.map((one) => ({ value: one.id, label: inLanguage(one.name, language) })),
          ]}
        />
      )}
    </FormDialog>
  )
}
