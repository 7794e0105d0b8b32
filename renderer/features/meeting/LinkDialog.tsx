import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MouId } from '../../../shared/ids.ts'
import type { NamedOutcome } from '../../../shared/meeting/namedOutcome.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { insertArticle, insertOutcomeLink, insertReference } from '../../editor/commands.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { OutcomeChoice } from './OutcomeChoice.tsx'

export type LinkTarget = 'person' | 'article' | 'decision' | 'action'

/**
 * Puts into the line whom the words mean, or which article of a memorandum, decision or action; the selected words give
 * way to it.
 */
export function LinkDialog(props: { readonly to: LinkTarget; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, sessions, language } = useMeeting()
  const { onClose } = props
  const [to, setTo] = useState(props.to)
  const [delegateId, setDelegateId] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const linked = useRead('mou.ofMeeting', { meetingId: dossier.meeting.id })
  const listed = useRead('mou.list', { query: query.slice(0, 200), after: null }, { keep: true })
  const [chosenMou, setChosenMou] = useState<MouId | null>(null)
  // Where the meeting has one memorandum, it is meant.
  const own = linked.state === 'ready' && linked.value.length === 1 ? linked.value[0] : undefined
  const mouId = chosenMou ?? own?.id ?? null
  const read = useRead('mou.articles', { mouIds: mouId === null ? [] : [mouId] })
  const articles = (read.state === 'ready' ? read.value : []).toSorted(
    (one, other) => Number(other.language === language) - Number(one.language === language),
  )
  const [blockId, setBlockId] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<NamedOutcome | null>(null)
  const [tried, setTried] = useState(false)
  const mous = [
    ...(linked.state === 'ready' ? linked.value : []),
    ...(listed.state === 'ready' ? listed.value.rows : []),
  ].filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)

  async function save() {
    setTried(true)
    const article = articles.find((one) => one.blockId === blockId)
    const command = {
      person: () => delegateId && insertReference('personRef', delegateId),
      article: () => article && insertArticle(article.mouId, article.blockId, article.name.slice(0, 200)),
      decision: () => outcome && insertOutcomeLink('decision', outcome.id, outcome.number),
      action: () => outcome && insertOutcomeLink('action', outcome.id, outcome.number),
    }[to]()
    if (!command) return 'incomplete' as const
    if (!sessions.active.get()?.apply(command)) notices.say((t) => t('meeting.noPlace'), null)
    return null
  }

  const missing = (value: string | null) => (tried && value === null ? t('shell.filledIn') : undefined)
  return (
    <FormDialog title={t('meeting.link')} onClose={onClose} onSubmit={save} submit={t('editor.insert')}>
      <Segments
        label={t('meeting.linkTo')}
        value={to}
        onChange={(to) => {
          setTo(to)
          setOutcome(null)
          setTried(false)
        }}
        choices={[
          { value: 'person', label: t('meeting.person') },
          { value: 'article', label: t('meeting.article') },
          { value: 'decision', label: t('meeting.decision') },
          { value: 'action', label: t('meeting.action') },
        ]}
      />
      {to === 'decision' || to === 'action' ? (
        <OutcomeChoice
          key={to}
          of={to}
          value={outcome}
          onChange={setOutcome}
          error={missing(outcome?.id ?? null)}
        />
      ) : to === 'person' ? (
        <ComboBox<string>
          key="person"
          label={t('meeting.delegate')}
          value={delegateId}
          onChange={setDelegateId}
          choices={dossier.delegates.map(({ id, honorific, name, title, side }) => ({
            value: id,
            label: [honorific, name].filter(Boolean).join(' '),
            hint: [side, inLanguage(title, screen)].filter(Boolean).join(' · '),
          }))}
          nothing={t('meeting.noDelegate')}
          error={missing(delegateId)}
          autoFocus
        />
      ) : (
        <>
          <ComboBox<string>
            key={own === undefined ? 'mou' : 'ownMou'}
            label={t('meeting.memorandum')}
            value={mouId}
            onChange={(value) => {
              const parsed = MouId.safeParse(value)
              setChosenMou(parsed.success ? parsed.data : null)
              setBlockId(null)
            }}
            onType={setQuery}
            choices={mous.map(({ id, shortTitle }) => ({ value: id as string, label: shortTitle }))}
            nothing={t('meeting.noMemorandum')}
            error={missing(mouId)}
          />
          <ComboBox<string>
            key={mouId ?? 'none'}
            label={t('meeting.articleOf')}
            value={blockId}
            onChange={setBlockId}
            choices={articles.map(({ blockId, name, words, language }) => ({
              value: blockId,
              label: name,
              hint: [language.toUpperCase(), words].filter(Boolean).join(' · '),
            }))}
            nothing={t(mouId === null ? 'meeting.memorandumFirst' : 'meeting.noArticle')}
            error={missing(blockId)}
          />
        </>
      )}
    </FormDialog>
  )
}
