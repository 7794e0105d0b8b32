import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids.ts'
import {
  type BracketKind,
  bracketKinds,
  type BracketState,
  bracketStates,
} from '../../../shared/mou/attribution.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import {
  addAlternative,
  bracketAlternatives,
  bracketSelection,
  changeBracket,
  type SaidOfBracket,
} from '../../../shared/text/instrument/bracketCommands.ts'
import { bracketsIn, type TextBracket } from '../../../shared/text/textBrackets.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { bracketKindWords, bracketStateWords, sideWords } from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import { newId } from './newId.ts'
import { lastPlace, standingPlace, useTalkedAt } from './talkedAt.ts'
import { TalkPlaceFields } from './TalkPlaceFields.tsx'

/**
 * Puts the selection between brackets, or changes what is said about a bracket: whose it is, who reserves or opposes,
 * what kind, how far. Another wording can be put beside it, as one of a group.
 */
export function BracketDialog(props: { readonly bracketId: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { mouId, editor, session, sides: both, open, language } = useDraft()
  const { bracketId, onClose } = props
  const [bracket] = useState<TextBracket | null>(
    () => bracketsIn(editor.state.doc).find(({ id }) => id === bracketId) ?? null,
  )
  const [said, setSaid] = useState<SaidOfBracket>(() =>
    bracket ? saidOf(bracket) : { ...saidOf(null), since: lastPlace(mouId).meetingId },
  )
  const meetings = useTalkedAt()
  const [other, setOther] = useState('')
  const [otherSide, setOtherSide] = useState(both.other)
  const { selection } = editor.state
  const isInLine = bracket
    ? bracket.place === 'inline'
    : !selection.empty && selection.$from.sameParent(selection.$to)
  const change = (part: Partial<SaidOfBracket>) => setSaid((before) => ({ ...before, ...part }))
  const everybody = [both.own, both.other, 'chair']

  function save() {
    const place = { meetingId: said.since as MeetingId | null, itemId: null }
    const since = bracket ? said.since : standingPlace(place, meetings).meetingId
    const alternative: SaidOfBracket = { ...saidOf(null), sides: [otherSide], kind: 'alternative', since }
    const words = other.trim()
    const isDone = bracket
      ? session.apply(changeBracket(bracket.id, changesTo(bracket, said))) &&
        (words === '' ||
          session.apply(addAlternative(bracket.id, alternative, [textSchema.text(words)], newId)))
      : session.apply(
          words === ''
            ? bracketSelection({ ...said, since }, newId)
            : bracketAlternatives({ ...said, since }, [{ said: alternative, words }], newId),
        )
    if (!isDone) notices.say((t) => t('editor.cannotBracket'), null)
    return Promise.resolve(null)
  }

  const sideBoxes = (name: 'sides' | 'reservedBy' | 'opposedBy', legend: string) => (
    <Fields legend={legend}>
      {[...everybody, ...said[name].filter((side) => !everybody.includes(side))].map((side) => (
        <Checkbox
          key={side}
          isSelected={said[name].includes(side)}
          onChange={(isOn) =>
            change({ [name]: isOn ? [...said[name], side] : said[name].filter((one) => one !== side) })
          }
        >
          {sideWords(side, screen, t)}
        </Checkbox>
      ))}
    </Fields>
  )

  return (
    <FormDialog
      title={bracket ? t('editor.changeBracket') : t('editor.bracket')}
      onClose={onClose}
      onSubmit={save}
      wide
      extra={
        bracket && (
          <Button variant="quiet" onPress={() => open({ kind: 'resolve', bracketId: bracket.id })}>
            {t('draft.resolve.title')}
          </Button>
        )
      }
    >
      <Row>
        {sideBoxes('sides', t('editor.bracketSides'))}
        {sideBoxes('reservedBy', t('draft.brackets.reservedBy'))}
        {sideBoxes('opposedBy', t('draft.brackets.opposedBy'))}
      </Row>
      <Row>
        <Select<BracketKind>
          label={t('editor.bracketKindLabel')}
          value={said.kind}
          onChange={(kind) => change({ kind })}
          choices={bracketKinds.map((value) => ({ value, label: t(bracketKindWords[value]) }))}
        />
        <Select<BracketState>
          label={t('editor.bracketStateLabel')}
          value={said.state}
          onChange={(state) => change({ state })}
          choices={bracketStates.map((value) => ({ value, label: t(bracketStateWords[value]) }))}
        />
      </Row>
      <TextField
        label={t('editor.bracketNote')}
        value={said.note}
        onChange={(note) => change({ note })}
        lines={2}
        maxLength={4_000}
      />
      <TalkPlaceFields
        label={t('draft.talk.since')}
        value={{ meetingId: said.since as MeetingId | null, itemId: null }}
        onChange={({ meetingId }) => change({ since: meetingId })}
        hasItem={false}
      />
      {isInLine && (
        <Row>
          <TextField
            label={t('draft.brackets.alternative')}
            hint={t('draft.brackets.alternativeHint')}
            value={other}
            onChange={setOther}
            maxLength={2_000}
            language={language}
          />
          <Select
            label={t('draft.brackets.alternativeSide')}
            value={otherSide}
            onChange={setOtherSide}
            choices={everybody.map((value) => ({ value, label: sideWords(value, screen, t) }))}
          />
        </Row>
      )}
    </FormDialog>
  )
}

function saidOf(bracket: TextBracket | null): SaidOfBracket {
  if (!bracket) {
    return {
      ...{ kind: 'addition', state: 'open', sides: [], reservedBy: [], opposedBy: [] },
      ...{ note: '', since: null },
    }
  }
  const { kind, state, sides, reservedBy, opposedBy, note, since } = bracket
  return { kind, state, sides, reservedBy, opposedBy, note, since }
}

/** What nobody touched is not written again, so that an attribution stays as it was written. */
function changesTo(bracket: TextBracket, said: SaidOfBracket): Partial<SaidOfBracket> {
  const before = saidOf(bracket)
  const changed = Object.entries(said).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof SaidOfBracket]),
  )
  return Object.fromEntries(changed) as Partial<SaidOfBracket>
}
