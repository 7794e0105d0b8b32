import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '@tiptap/pm/state'
import { longestSettled, type SettledOutcome, type Settling } from '../../../shared/mou/settledBracket.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { changeBracket, endBracket } from '../../../shared/text/instrument/bracketCommands.ts'
import { bracketsIn, type TextBracket } from '../../../shared/text/textBrackets.ts'
import { noting } from '../../editor/bracketNotes.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Choices } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { sideWords } from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import styles from './panel.module.css'
import { lastPlace, rememberPlace, standingPlace, useTalkedAt } from './talkedAt.ts'
import { TalkPlaceFields } from './TalkPlaceFields.tsx'

type Outcome = 'keep' | 'drop' | 'adReferendum' | 'withdrawn' | 'newWording' | `take ${string}`

/** Settles a bracket: asks what came of it, and does that in one undo. */
export function ResolveDialog({
  bracketId,
  onClose,
}: {
  readonly bracketId: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { mouId, editor, session, language, watch } = useDraft()
  const meetings = useTalkedAt()
  const [place, setPlace] = useState(() => lastPlace(mouId))
  const [{ bracket, others }] = useState(() => groupOf(bracketsIn(editor.state.doc), bracketId))
  const [outcome, setOutcome] = useState<Outcome>('keep')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  if (!bracket) return null
  const here = bracket
  const deletes = bracket.kind === 'deletion'

  function command(): Command {
    if (outcome === 'adReferendum') return changeBracket(bracketId, { state: 'agreedAdReferendum' })
    if (outcome === 'withdrawn') return changeBracket(bracketId, { state: 'withdrawn' })
    if (outcome === 'newWording')
      return endBracket(bracketId, { kind: 'newWording', content: [textSchema.text(words.trim())] })
    if (outcome === 'keep' || outcome === 'drop') return endBracket(bracketId, { kind: outcome })
    return endBracket(outcome.slice('take '.length), { kind: 'keep' })
  }

  function save() {
    setTried(true)
    if (outcome === 'newWording' && words.trim() === '') return Promise.resolve('incomplete' as const)
    if (session.apply(noting(command(), settling()))) {
      watch.now()
      rememberPlace(mouId, place)
      void session.flush()
      notices.say(
        (t) => t('draft.resolve.done'),
        () => editor.commands.undo(),
      )
    } else notices.say((t) => t('draft.cannot'), null)
    return Promise.resolve(null)
  }

  /** What is noted with it, in the same write; the words are the text's own, and undo in it takes back both. */
  function settling(): Settling {
    const taken = others.find(({ id }) => outcome === `take ${id}`)
    const { sides, wording, address } = here
    return {
      ...{ bracketId, ...standingPlace(place, meetings), sides: [...sides] },
      outcome: outcomeOf(outcome),
      clause: address.label.slice(0, 200),
      wording: wording.slice(0, longestSettled),
      became: (taken?.wording ?? (outcome === 'newWording' ? words.trim() : '')).slice(0, longestSettled),
    }
  }

  const shown = (wording: string) => (wording === '' ? '…' : wording.slice(0, 120))
  return (
    <FormDialog
      title={t('draft.resolve.title')}
      onClose={onClose}
      onSubmit={save}
      submit={t('draft.resolve.do')}
    >
      <p className={styles.wording} lang={language} dir="auto">
        {shown(bracket.wording)}
      </p>
      <Choices<Outcome>
        label={t('draft.resolve.outcome')}
        value={outcome}
        onChange={setOutcome}
        choices={[
          { value: 'keep', label: deletes ? t('draft.resolve.keepDeleted') : t('draft.resolve.keep') },
          { value: 'drop', label: deletes ? t('draft.resolve.dropDeleted') : t('draft.resolve.drop') },
          ...others.map(({ id, wording, sides }) => ({
            value: `take ${id}` as const,
            label: t('draft.resolve.take', {
              words: shown(wording),
              side: sides.map((side) => sideWords(side, screen, t)).join(', ') || t('draft.nobody'),
            }),
          })),
          ...(bracket.place === 'inline'
            ? [{ value: 'newWording' as const, label: t('draft.resolve.newWording') }]
            : []),
          { value: 'adReferendum', label: t('draft.resolve.adReferendum') },
          { value: 'withdrawn', label: t('draft.resolve.withdrawn') },
        ]}
      />
      {outcome === 'newWording' && (
        <TextField
          label={t('draft.resolve.newWords')}
          value={words}
          onChange={setWords}
          maxLength={2_000}
          language={language}
          error={tried && words.trim() === '' ? t('shell.filledIn') : undefined}
          autoFocus
        />
      )}
      <TalkPlaceFields label={t('draft.talk.settledAt')} value={place} onChange={setPlace} hasItem />
    </FormDialog>
  )
}

function outcomeOf(outcome: Outcome): SettledOutcome {
  switch (outcome) {
    case 'keep':
      return 'kept'
    case 'drop':
      return 'dropped'
    case 'adReferendum':
      return 'agreedAdReferendum'
    case 'withdrawn':
    case 'newWording':
      return outcome
    default:
      return 'taken'
  }
}

/** A bracket, and the other wordings for its place. */
function groupOf(brackets: readonly TextBracket[], bracketId: string) {
  const bracket = brackets.find(({ id }) => id === bracketId) ?? null
  const others = brackets.filter(({ id, group }) => bracket && group === bracket.group && id !== bracketId)
  return { bracket, others }
}
