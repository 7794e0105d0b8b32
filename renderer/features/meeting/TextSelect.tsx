import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextId } from '../../../shared/ids.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { useMeeting } from './MeetingContext.ts'

/** The text that was written in last, or the first of the minutes in sight; it can be chosen anew. */
export function useChosenText() {
  const { dossier, sessions, language } = useMeeting()
  return useState<TextId | null>(() => {
    const active = sessions.active.get()
    if (active?.language === language) return active.textId
    const first = dossier.agenda.find(({ part }) => part === 'discussion') ?? dossier.agenda[0]
    return (
      dossier.texts.find((text) => text.itemId === first?.id && text.language === language)?.textId ?? null
    )
  })
}

/** One of the texts in sight, by its item. */
export function TextSelect(props: {
  readonly value: TextId | null
  readonly onChange: (value: TextId) => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, language } = useMeeting()
  const numbers = itemNumbers(dossier.agenda)
  const texts = dossier.agenda.flatMap((item) => {
    const number = numbers.get(item.id)
    const text = dossier.texts.find((one) => one.itemId === item.id && one.language === language)
    return number === undefined || !text ? [] : [{ item, number, textId: text.textId }]
  })
  return (
    <Select<string>
      label={t('meeting.itemLabel')}
      value={props.value}
      onChange={(chosen) => {
        const text = texts.find(({ textId }) => textId === chosen)
        if (text) props.onChange(text.textId)
      }}
      choices={texts.map(({ item, number, textId }) => ({
        value: textId,
        label: t('meeting.itemNumber', { number, title: inLanguage(item.title, screen) }),
      }))}
    />
  )
}
