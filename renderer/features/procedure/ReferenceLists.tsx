import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageKey } from '../../i18n/words.ts'
import { Segments } from '../../ui/Segments.tsx'
import { TopicList } from '../topics/TopicList.tsx'
import settings from '../settings/SettingsPage.module.css'
import { HolidayList } from './HolidayList.tsx'
import { TemplateList } from './TemplateList.tsx'
import { TermList } from './TermList.tsx'

const lists = ['holidays', 'terms', 'topics', 'checklist'] as const
type List = (typeof lists)[number]

const listWords = {
  holidays: 'procedure.lists.holidays',
  terms: 'procedure.lists.terms',
  topics: 'procedure.lists.topics',
  checklist: 'procedure.lists.checklist',
} satisfies Record<List, MessageKey>

const contents = {
  holidays: <HolidayList />,
  terms: <TermList />,
  topics: <TopicList />,
  checklist: <TemplateList />,
} satisfies Record<List, unknown>

/** The lists of the record by which terms are counted, texts are checked, matters are found and memoranda begin. */
export function ReferenceLists() {
  const { t } = useTranslation()
  const [list, setList] = useState<List>('holidays')
  return (
    <div className={settings.group}>
      <Segments
        label={t('settings.tabs.lists')}
        choices={lists.map((value) => ({ value, label: t(listWords[value]) }))}
        value={list}
        onChange={setList}
      />
      {contents[list]}
    </div>
  )
}
