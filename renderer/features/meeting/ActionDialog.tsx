import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { AgencyId, AgendaItemId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type Action, ActionState, isDueBefore, writtenNumber } from '../../../shared/meeting/meeting.ts'
import { isThereOn } from '../../../shared/meeting/people.ts'
import { inLanguage, type SideOrBoth } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, FormDialog, MoreFields, Row } from '../../ui/FormDialog.tsx'
import { DueHistory } from './DueHistory.tsx'
import { ItemSelect } from './ItemSelect.tsx'
import { useMeeting } from './MeetingContext.ts'
import { PersonBox } from './PersonBox.tsx'
import { actionStateWords } from './meetingWords.ts'
import { usePlace } from './usePlacement.ts'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

/**
 * What a side promised. Of an action of the meeting before this one its state can be changed, and its due date moved
 * by this meeting; its words stand.
 */
export function ActionDialog(props: {
  readonly action: Action | null
  readonly itemId: string | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const place = usePlace()
  const { dossier, language: shown, isCapturing } = useMeeting()
  const { action: given, onClose } = props
  const { relationship, meeting } = dossier
  const isFormer = given !== null && given.meetingId !== meeting.id
  const agencies = useRead('agency.list', { side: null })
  const [side, setSide] = useState<SideOrBoth>(given?.side ?? relationship.ownSide)
  const [what, setWhat] = useState(given?.what ?? {})
  const [agencyId, setAgencyId] = useState(given?.agencyId ?? null)
  const [personId, setPersonId] = useState(given?.personId ?? null)
  const [channel, setChannel] = useState(given?.channel ?? '')
  const [dueOn, setDueOn] = useState(given?.dueOn ?? null)
  const [state, setState] = useState<ActionState>(given?.state ?? 'open')
  const [closedOn, setClosedOn] = useState(given?.closedOn ?? null)
  const [evidence, setEvidence] = useState(given?.evidence ?? '')
  const [itemId, setItemId] = useState(() => {
    const parsed = AgendaItemId.safeParse(given ? given.itemId : props.itemId)
    return parsed.success ? parsed.data : null
  })
  const [tried, setTried] = useState(false)
  const [all, setAll] = useState(given !== null || !isCapturing)
  const sides = [relationship.ownSide, relationship.otherSide]
  const offered = (agencies.state === 'ready' ? agencies.value : []).filter(
    (agency) => agency.id === agencyId || isThereOn(agency, meeting.heldOn),
  )

  async function save() {
    setTried(true)
    if (!isWritten(what)) return 'incomplete'
    const day = state === 'open' ? null : (closedOn ?? meeting.heldOn)
    if (isFormer) return await saveFormer(given, { state, closedOn: day, evidence })
    const reply = await write('action.put', {
      action: {
        id: given?.id ?? null,
        meetingId: meeting.id,
        itemId,
        side,
        what,
        agencyId,
        personId,
        channel,
        dueOn,
        state,
        closedOn: day,
        evidence,
      },
    })
    if (!reply.ok) return reply.fault
    const inTable = dossier.agenda.some(
      ({ part, composition }) => part === 'actions' && composition === 'composed',
    )
    const isOfActive = props.itemId !== null
    if (given === null && itemId !== null && (isOfActive || !inTable))
      place('action', reply.value.value.id, itemId)
    return null
  }

  /** What was reported of it, and the date that this meeting moved, are acts of their own. */
  async function saveFormer(
    action: Action,
    reported: Pick<Action, 'state' | 'closedOn' | 'evidence'>,
  ): Promise<Fault | null> {
    const { number: _, dueChanges: __, ...parts } = action
    const isReported =
      reported.state !== action.state ||
      reported.closedOn !== action.closedOn ||
      reported.evidence !== action.evidence
    if (isReported) {
      const reply = await write('action.put', { action: { ...parts, ...reported } })
      if (!reply.ok) return reply.fault
    }
    if (dueOn === action.dueOn) return null
    const moved = await write('action.moveDue', { actionId: action.id, meetingId: meeting.id, dueOn })
    return moved.ok ? null : moved.fault
  }

  return (
    <FormDialog
      title={
        given ? t('meeting.editAction', { number: writtenNumber(given.number) }) : t('meeting.addAction')
      }
      onClose={onClose}
      onSubmit={save}
      submit={given ? t('shell.save') : t('meeting.add')}
      wide
    >
      {isFormer ? (
        <p dir="auto">{inLanguage(what, language)}</p>
      ) : (
        <>
          <WordingFields
            label={t('meeting.what')}
            value={what}
            onChange={setWhat}
            languages={all ? meeting.languages : [shown]}
            lines={2}
            error={tried && !isWritten(what) ? t('shell.filledIn') : undefined}
            autoFocus
          />
          <Row>
            <Select<string>
              label={t('meeting.responsible')}
              value={side}
              onChange={(next) => {
                setSide(next)
                setPersonId(null)
              }}
              choices={[
                ...sides.map((value) => ({ value, label: countryOf(value).name[language] })),
                { value: 'both', label: t('meeting.both') },
              ]}
            />
            {all && (
              <Select<string>
                label={t('meeting.agency')}
                value={agencyId ?? 'none'}
                onChange={(value) => {
                  const parsed = AgencyId.safeParse(value)
                  setAgencyId(parsed.success ? parsed.data : null)
                }}
                choices={[
                  { value: 'none', label: t('meeting.noAgency') },
                  ...offered
                    .filter((agency) => side === 'both' || agency.side === side)
                    .map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
                ]}
              />
            )}
          </Row>
          <PersonBox
            key={side}
            side={side === 'both' ? null : side}
            value={personId}
            known={dossier.responsible}
            onChange={setPersonId}
          />
        </>
      )}
      <Row>
        <DateField
          label={isFormer ? t('meeting.dueMoved') : t('meeting.due')}
          value={dueOn}
          onChange={setDueOn}
          hint={isDueBefore(dueOn, meeting.heldOn) ? t('meeting.dueBefore') : undefined}
        />
        {!isFormer && all && (
          <TextField
            label={t('meeting.channel')}
            value={channel}
            onChange={setChannel}
            maxLength={200}
            hint={t('meeting.internalHint')}
          />
        )}
      </Row>
      {!all && <MoreFields onPress={() => setAll(true)} />}
      {all && (
        <>
          <Row>
            <Select
              label={t('meeting.state')}
              value={state}
              onChange={setState}
              choices={ActionState.options.map((value) => ({ value, label: t(actionStateWords[value]) }))}
            />
            {state !== 'open' && (
              <DateField
                label={t(state === 'done' ? 'meeting.doneOnLabel' : 'meeting.withdrawnOnLabel')}
                value={closedOn ?? meeting.heldOn}
                onChange={setClosedOn}
              />
            )}
          </Row>
          <Fields legend={t('meeting.evidence')}>
            <TextField
              label={t('meeting.evidenceWords')}
              value={evidence}
              onChange={setEvidence}
              lines={2}
              maxLength={4_000}
              hint={t('meeting.internalHint')}
            />
          </Fields>
          {given !== null && <DueHistory action={given} />}
          {!isFormer && <ItemSelect value={itemId} onChange={setItemId} />}
        </>
      )}
    </FormDialog>
  )
}
