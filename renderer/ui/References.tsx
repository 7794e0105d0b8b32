import { useTranslation } from 'react-i18next'
import type { Reference, Thing } from '../../shared/fault.ts'
import { formatDate } from '../i18n/format.ts'
import { type MessageKey, useLanguage } from '../i18n/words.ts'
import styles from './References.module.css'
import { groupedReferences } from './groupedReferences.ts'

/** What still refers to a thing, so that it cannot go: "3 pertemuan", and the first of them by name. */
export function References({ by }: { readonly by: readonly Reference[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className={styles.groups}>
      {groupedReferences(by).map(({ what, count, named, more }) => (
        <li key={what}>
          {t(counted[what], { count })}
          <ul className={styles.names}>
            {named.map(({ name, on }, index) => (
              <li key={index}>
                <span dir="auto">{name}</span>
                {on !== null && `, ${formatDate(on, language)}`}
              </li>
            ))}
            {more > 0 && <li>{t('references.more', { count: more })}</li>}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const counted = {
  agency: 'references.agency',
  person: 'references.person',
  officer: 'references.officer',
  relationship: 'references.relationship',
  series: 'references.series',
  meeting: 'references.meeting',
  programmeEvent: 'references.programmeEvent',
  delegate: 'references.delegate',
  agendaItem: 'references.agendaItem',
  itemTakenOff: 'references.itemTakenOff',
  decision: 'references.decision',
  action: 'references.action',
  figure: 'references.figure',
  note: 'references.note',
  correction: 'references.correction',
  minutesVersion: 'references.minutesVersion',
  text: 'references.text',
  namedVersion: 'references.namedVersion',
  act: 'references.act',
  file: 'references.file',
  holiday: 'references.holiday',
  term: 'references.term',
  topic: 'references.topic',
  backlogItem: 'references.backlogItem',
  procedureStep: 'references.procedureStep',
  guidelines: 'references.guidelines',
  attachment: 'references.attachment',
  mou: 'references.mou',
  stageEntry: 'references.stageEntry',
  milestone: 'references.milestone',
  draft: 'references.draft',
  workingText: 'references.workingText',
  thread: 'references.thread',
  comment: 'references.comment',
  clauseLink: 'references.clauseLink',
  spellingWord: 'references.spellingWord',
  dictionary: 'references.dictionary',
  letterhead: 'references.letterhead',
} satisfies Record<Thing, MessageKey>
