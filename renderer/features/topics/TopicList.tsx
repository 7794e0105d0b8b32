import { CircleSlash, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLevels, type Topic } from '../../../shared/meeting/topics.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName, today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import table from '../../ui/table.module.css'
import lists from '../procedure/lists.module.css'
import { TopicDialog } from './TopicDialog.tsx'
import styles from './TopicList.module.css'

/** The topics of the record, in two levels. What is in use is ended, not removed. */
export function TopicList() {
  const { t } = useTranslation()
  const language = useLanguage()
  const reading = useRead('topic.list', {})
  const [edited, setEdited] = useState<{ readonly topic: Topic | null } | null>(null)
  return (
    <>
      <div className={lists.bar}>
        <p className={lists.hint}>{t('agenda.topic.hint')}</p>
        <Button icon={Plus} onPress={() => setEdited({ topic: null })}>
          {t('agenda.topic.add')}
        </Button>
      </div>
      <Loaded reading={reading} lines={8}>
        {(topics) =>
          topics.length === 0 ? (
            <div className={lists.empty}>
              <p>{t('agenda.topic.none')}</p>
            </div>
          ) : (
            <div className={lists.list}>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">{languageName('id', language)}</th>
                    <th scope="col">{languageName('en', language)}</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {inLevels(topics).map((topic) => (
                    <Row key={topic.id} topic={topic} onEdit={() => setEdited({ topic })} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      {edited && reading.state === 'ready' && (
        <TopicDialog topic={edited.topic} topics={reading.value} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function Row({ topic, onEdit }: { readonly topic: Topic; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const write = useWrite()
  const { endedOn, parentId } = topic

  async function end(on: string | null) {
    const reply = await write('topic.put', { topic: { ...topic, endedOn: on } })
    notices.fault(reply.ok ? null : reply.fault)
  }
  async function remove() {
    const reply = await write('topic.remove', { topicId: topic.id })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <tr className={classes(endedOn !== null && styles.ended)}>
      <th scope="row" lang="id">
        <span className={classes(parentId !== null && styles.under)}>{inLanguage(topic.name, 'id')}</span>
      </th>
      <td lang="en">{topic.name.en ?? ''}</td>
      <td className={table.menu}>
        {endedOn !== null && (
          <span className={lists.hint}>
            {t('agenda.topic.endedOn', { date: format.date(endedOn, 'medium') })}
          </span>
        )}
        <MoreMenu
          label={t('shell.more', { name: inLanguage(topic.name, language) })}
          entries={[
            { id: 'edit', label: t('shell.edit'), icon: Pencil, run: onEdit },
            endedOn === null
              ? {
                  id: 'end',
                  label: t('agenda.topic.end'),
                  icon: CircleSlash,
                  run: () => void end(today()),
                }
              : {
                  id: 'takeUp',
                  label: t('agenda.topic.takeUp'),
                  icon: RotateCcw,
                  run: () => void end(null),
                },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </td>
    </tr>
  )
}
