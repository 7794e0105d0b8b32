import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import {
  type BracketKind,
  bracketKinds,
  type BracketState,
  bracketStates,
  writeAttribution,
} from '../../../shared/mou/attribution.ts'
import { bracketAround, changeBracket, unwrapBracket, wrapInBracket } from '../../editor/commands.ts'
import { useLanguage, type MessageKey } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'

const kindWords = {
  alternative: 'editor.bracketKind.alternative',
  addition: 'editor.bracketKind.addition',
  deletion: 'editor.bracketKind.deletion',
  clause: 'editor.bracketKind.clause',
  placeholder: 'editor.bracketKind.placeholder',
  unclassified: 'editor.bracketKind.unclassified',
} satisfies Record<BracketKind, MessageKey>

const stateWords = {
  open: 'editor.bracketState.open',
  reserve: 'editor.bracketState.reserve',
  agreedAdReferendum: 'editor.bracketState.agreedAdReferendum',
  agreed: 'editor.bracketState.agreed',
  withdrawn: 'editor.bracketState.withdrawn',
} satisfies Record<BracketState, MessageKey>

/** Puts the selected words between brackets, or changes what is said about the bracket that holds the cursor. */
export function BracketDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, sessions, language } = useMeeting()
  const session = sessions.active.get()
  const opened = session?.opened.get()
  const state = opened?.state === 'open' ? opened.editor.state : null
  const [bracket] = useState(() => (state === null ? null : bracketAround(state)))
  const said = bracket?.node.attrs
  const [kind, setKind] = useState<BracketKind>((said?.['kind'] as BracketKind | undefined) ?? 'addition')
  const [held, setHeld] = useState<BracketState>((said?.['state'] as BracketState | undefined) ?? 'open')
  const [sides, setSides] = useState<readonly string[]>(
    (said?.['sides'] as readonly string[] | undefined) ?? [],
  )
  const [note, setNote] = useState((said?.['note'] as string | undefined) ?? '')
  const { ownSide, otherSide } = dossier.relationship

  function save() {
    const attribution = {
      sides,
      reservedBy: (said?.['reservedBy'] as readonly string[] | undefined) ?? [],
      opposedBy: (said?.['opposedBy'] as readonly string[] | undefined) ?? [],
      state: held,
    }
    const written = writeAttribution({ ...attribution, deletes: kind === 'deletion' }, language)
    const words = { ...attribution, kind, note, lead: written === '' ? '' : `${written}: ` }
    const command = bracket ? changeBracket(bracket, words) : wrapInBracket(words, () => crypto.randomUUID())
    if (!session?.apply(command)) notices.say((t) => t('editor.cannotBracket'), null)
    return Promise.resolve(null)
  }

  return (
    <FormDialog
      title={bracket ? t('editor.changeBracket') : t('editor.bracket')}
      onClose={onClose}
      onSubmit={save}
      extra={
        bracket && (
          <Button
            variant="quiet"
            onPress={() => {
              session?.apply(unwrapBracket(bracket))
              onClose()
            }}
          >
            {t('editor.unwrap')}
          </Button>
        )
      }
    >
      <Fields legend={t('editor.bracketSides')}>
        {[ownSide, otherSide, 'chair'].map((side) => (
          <Checkbox
            key={side}
            isSelected={sides.includes(side)}
            onChange={(isOn) =>
              setSides((before) => (isOn ? [...before, side] : before.filter((one) => one !== side)))
            }
          >
            {side === 'chair' ? t('editor.chair') : countryOf(side).name[screen]}
          </Checkbox>
        ))}
      </Fields>
      <Row>
        <Select
          label={t('editor.bracketKindLabel')}
          value={kind}
          onChange={setKind}
          choices={bracketKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
        />
        <Select
          label={t('editor.bracketStateLabel')}
          value={held}
          onChange={setHeld}
          choices={bracketStates.map((value) => ({ value, label: t(stateWords[value]) }))}
        />
      </Row>
      <TextField
        label={t('editor.bracketNote')}
        value={note}
        onChange={setNote}
        lines={2}
        maxLength={4_000}
      />
    </FormDialog>
  )
}
