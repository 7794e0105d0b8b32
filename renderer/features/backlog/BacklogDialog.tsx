import { CircleSlash, ListPlus, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { BacklogItem, WaitingItem } from '../../../shared/meeting/backlog.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Meeting, Relationship, Series } from '../../../shared/meeting/meeting.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { sideName } from '../meeting/sideNames.ts'
import { useTopicName } from '../topics/topics.ts'
import styles from './BacklogDialog.module.css'
import { BacklogItemDialog } from './BacklogItemDialog.tsx'
import { originWords } from './originWords.ts'

/** What waits in a series for an agenda. With a `meeting`, what waits is put on its agenda from here. */
export function BacklogDialog(props: {
  readonly series: Series
  readonly relationship: Relationship
  readonly meeting: Meeting | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { series, relationship, meeting, onClose } = props
  const reading = useRead('backlog.list', { seriesId: series.id })
  const [edited, setEdited] = useState<{ readonly item: BacklogItem | null } | null>(null)
  const [askedBy, setAskedBy] = useState<Side | null>(null)
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const isAdopted = meeting !== null && meeting.agendaAdoptedOn !== null
  const add = () => setEdited({ item: null })

  async function place({ source }: WaitingItem, onto: Meeting) {
    setTried(true)
    if (isAdopted && askedBy === null) return
    const addedBy = isAdopted ? askedBy : null
    const reply = await write('backlog.place', { source, meetingId: onto.id, addedBy })
    setFault(reply.ok ? null : reply.fault)
  }
  async function giveUp({ source }: WaitingItem) {
    const reply = await write('backlog.giveUp', { source })
    setFault(reply.ok ? null : reply.fault)
  }

  return (
    <Dialog
      title={t('agenda.backlogOf', { series: inLanguage(series.shortName, language) })}
      isOpen
      onClose={onClose}
      wide
      buttons={
        <>
          <Button icon={Plus} onPress={add}>
            {t('agenda.addToBacklog')}
          </Button>
          <span className={styles.space} />
          <Button variant="quiet" onPress={onClose}>
            {t('shell.close')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.hint}>{t('agenda.backlogHint')}</p>
        {isAdopted && (
          <Select<Side>
            label={t('meeting.addedByLabel')}
            value={askedBy}
            onChange={setAskedBy}
            placeholder={t('meeting.choose')}
            choices={[relationship.ownSide, relationship.otherSide].map((value) => ({
              value,
              label: countryOf(value).name[language],
            }))}
            hint={t('meeting.addedByHint')}
            error={tried && askedBy === null ? t('agenda.sayWhoAsked') : undefined}
          />
        )}
        <Loaded reading={reading} lines={3}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState>{t('agenda.backlogNone')}</EmptyState>
            ) : (
              <ul className={styles.items}>
                {items.map((item) => (
                  <Waiting
                    key={item.source.id}
                    item={item}
                    meeting={meeting}
                    onPlace={(onto) => void place(item, onto)}
                    onEdit={(id) => setEdited({ item: asEntered(item, id, series) })}
                    onGiveUp={() => void giveUp(item)}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
        {fault && <FaultNotice fault={fault} />}
      </div>
      {edited && (
        <BacklogItemDialog
          item={edited.item}
          seriesId={series.id}
          relationship={relationship}
          onClose={() => setEdited(null)}
        />
      )}
    </Dialog>
  )
}

function asEntered({ source: _, stood: __, ...rest }: WaitingItem, id: BacklogItem['id'], series: Series) {
  return { ...rest, id, seriesId: series.id }
}

function Waiting(props: {
  readonly item: WaitingItem
  readonly meeting: Meeting | null
  readonly onPlace: (onto: Meeting) => void
  readonly onEdit: (id: BacklogItem['id']) => void
  readonly onGiveUp: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const topicName = useTopicName()
  const { item, meeting, onPlace, onEdit, onGiveUp } = props
  const { source, topic, proposedBy, plannedMinutes, stood } = item
  const title = inLanguage(item.title, language)
  const [last] = stood
  // What a meeting left goes onto the agenda of a later one only.
  const fits = meeting !== null && (last?.meeting ?? 0) < meeting.number ? meeting : null
  const facts = [
    last ? originWords(last, t, language) : t('agenda.isNew'),
    topic !== null && topicName(topic),
    proposedBy !== null &&
      t('agenda.proposal', { side: sideName(proposedBy, language, t('meeting.both').toLowerCase()) }),
    t('meeting.minutesShort', { count: plannedMinutes }),
  ]
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {title}
        </p>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {fits !== null && (
        <Button
          compact
          icon={ListPlus}
          aria-label={t('agenda.putOnAgendaNamed', { title })}
          onPress={() => onPlace(fits)}
        >
          {t('agenda.putOnAgenda')}
        </Button>
      )}
      <MoreMenu
        label={t('shell.more', { name: title })}
        entries={[
          ...(source.kind === 'new'
            ? [{ id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(source.id) }]
            : []),
          { id: 'giveUp', label: t('agenda.giveUp'), icon: CircleSlash, run: onGiveUp },
        ]}
      />
    </li>
  )
}
