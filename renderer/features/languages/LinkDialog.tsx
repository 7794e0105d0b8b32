import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import type { BesideRow, TextsBeside } from '../../../shared/text/textsBeside.ts'
import type { Language } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { labelOf } from './BesideTable.tsx'

const none = '-'

/** Says which clauses of the other languages say what those of a row do, where numbers do not. */
export function LinkDialog(props: {
  readonly mouId: MouId
  readonly row: BesideRow
  readonly beside: TextsBeside
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const write = useWrite()
  const { mouId, row, beside, onClose } = props
  const idIn = (language: Language) => row.members[language]?.[0]?.id ?? null
  const [chosen, setChosen] = useState<Readonly<Partial<Record<Language, string>>>>(() =>
    Object.fromEntries(beside.languages.map((language) => [language, idIn(language) ?? none])),
  )
  const [tried, setTried] = useState(false)
  const members = Object.fromEntries(
    Object.entries(chosen)
      .filter(([, id]) => id !== none)
      .map(([language, id]) => [language, [id]]),
  )
  const isEnough = Object.keys(members).length >= 2

  async function submit() {
    setTried(true)
    if (!isEnough) return 'incomplete' as const
    const reply = await write('languages.link', { mouId, members })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={t('languages.linkTitle', { label: labelOf(row) })}
      onClose={onClose}
      onSubmit={submit}
      submit={t('languages.linkNow')}
    >
      <p>{t('languages.linkHint')}</p>
      {beside.languages.map((language) => (
        <Select
          key={language}
          label={languageName(language, screen)}
          choices={[
            { value: none, label: t('languages.noClause') },
            ...beside.rows
              .flatMap(({ members }) => members[language] ?? [])
              .flatMap(({ id, label, wording }) =>
                id === null ? [] : [{ value: id, label, hint: wording.slice(0, 80) }],
              ),
          ]}
          value={chosen[language] ?? none}
          onChange={(id) => setChosen({ ...chosen, [language]: id })}
          error={tried && !isEnough ? t('languages.linkTwo') : undefined}
        />
      ))}
    </FormDialog>
  )
}
