import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { MouId, RelationshipId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Relationship } from '../../../shared/meeting/meeting.ts'
import { offeredTopics } from '../../../shared/meeting/topics.ts'
import type { Agency, Person } from '../../../shared/meeting/people.ts'
import { InstrumentType, type Mou, type MouDossier } from '../../../shared/mou/mou.ts'
import { Classification, inLanguage, type Language, type Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { Loaded } from '../../ui/Loaded.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { languageWords } from '../meeting/meetingWords.ts'
import { useTopics } from '../topics/topics.ts'
import { classificationWords } from '../meetings/meetingLabels.ts'
import { AgencyDialog } from '../people/AgencyDialog.tsx'
import { PersonDialog } from '../people/PersonDialog.tsx'
import { enteredTarget, targetOf, targetProblems } from './enteredTarget.ts'
import styles from './MouDialog.module.css'
import { typeWords } from './mouWords.ts'
import { type EnteredParty, PartyFields } from './PartyFields.tsx'
import { SigningTargetFields } from './SigningTargetFields.tsx'

type Props = {
  /** Null: a new one. */
  readonly mouId: MouId | null
  readonly onClose: () => void
  readonly onSaved: (mou: Mou) => void
}

/** What an instrument is, between whom, about what, in which languages and until when. */
export function MouDialog({ mouId, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const formId = useId()
  const relationships = useRead('relationship.list', {})
  return (
    <Dialog
      title={mouId === null ? t('mou.new') : t('mou.edit')}
      isOpen
      keepsWords
      onClose={onClose}
      wide
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {mouId === null ? t('mou.form.make') : t('shell.save')}
          </Button>
        </>
      }
    >
      <Loaded reading={relationships}>
        {(relationships) =>
          mouId === null ? (
            <MouForm formId={formId} relationships={relationships} start={null} onSaved={onSaved} />
          ) : (
            <Edited mouId={mouId}>
              {(dossier) => (
                <MouForm formId={formId} relationships={relationships} start={dossier} onSaved={onSaved} />
              )}
            </Edited>
          )
        }
      </Loaded>
    </Dialog>
  )
}

function Edited(props: { readonly mouId: MouId; readonly children: (dossier: MouDossier) => ReactNode }) {
  const reading = useRead('mou.dossier', { mouId: props.mouId })
  return <Loaded reading={reading}>{props.children}</Loaded>
}

/** An instrument as it is entered: without an id it is new, without a relationship that is new as well. */
type Entered = Omit<Mou, 'id' | 'relationshipId' | 'parties' | 'signingTarget'> & {
  readonly relationshipId: RelationshipId | null
}

const nobody: EnteredParty = { agencyId: null, signatoryId: null, signatory: null }
const newRelationship = 'new'
const noLanguage = 'none'
const shortTitleMax = 40

/** In the order in which instruments between Indonesia and its partners name them. */
const languages: readonly Language[] = ['id', 'en', 'km']

function MouForm(props: {
  readonly formId: string
  readonly relationships: readonly Relationship[]
  readonly start: MouDossier | null
  readonly onSaved: (mou: Mou) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { ownSide } = useOpenRecord()
  const { formId, relationships, start, onSaved } = props
  const [mou, setMou] = useState<Entered>(() => start?.mou ?? newMou(relationships[0]?.id ?? null))
  const [newSide, setNewSide] = useState<Side | null>(null)
  const [own, setOwn] = useState<EnteredParty>(() => partyOf(start, 0))
  const [other, setOther] = useState<EnteredParty>(() => partyOf(start, 1))
  const [target, setTarget] = useState(() => enteredTarget(start?.mou.signingTarget ?? null))
  const [adding, setAdding] = useState<{ readonly what: 'agency' | 'person'; readonly side: Side } | null>(
    null,
  )
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const agencies = useRead('agency.list', { side: null }, { keep: true })
  const topics = offeredTopics(useTopics(), mou.topics)
  const change = (changed: Partial<Entered>) => setMou((before) => ({ ...before, ...changed }))
  const otherSide =
    mou.relationshipId === null
      ? newSide
      : (relationships.find(({ id }) => id === mou.relationshipId)?.otherSide ?? null)
  const filledIn = t('shell.filledIn')

  function chooseRelationship(id: string): void {
    change({ relationshipId: relationships.find((one) => one.id === id)?.id ?? null })
    setOther(nobody)
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setFault(null)
    if (!isWritten(mou.title) || mou.shortTitle.trim() === '' || mou.languages.length === 0) return
    if (otherSide === null || Object.keys(targetProblems(target)).length > 0) return
    const relationshipId = mou.relationshipId ?? (await addRelationship(otherSide))
    if (relationshipId === null) return
    const reply = await write('mou.put', {
      mou: {
        ...mou,
        id: start?.mou.id ?? null,
        relationshipId,
        shortTitle: mou.shortTitle.trim(),
        parties: [
          { side: ownSide, agencyId: own.agencyId, signatoryId: own.signatoryId },
          { side: otherSide, agencyId: other.agencyId, signatoryId: other.signatoryId },
        ],
        signingTarget: targetOf(target),
      },
    })
    if (reply.ok) onSaved(reply.value.value)
    else setFault(reply.fault)
  }

  /** The id of the relationship with a side that the record had none with; null if it could not be added. */
  async function addRelationship(side: Side): Promise<RelationshipId | null> {
    const known = relationships.find((one) => one.otherSide === side)
    if (known) return known.id
    const added = await write('relationship.add', { otherSide: side })
    if (!added.ok) {
      setFault(added.fault)
      return null
    }
    change({ relationshipId: added.value.value.id }) // should the instrument be refused, it is not added twice
    return added.value.value.id
  }

  function onAdded(added: { readonly agency: Agency } | { readonly person: Person }): void {
    const side = 'agency' in added ? added.agency.side : added.person.side
    const set = side === ownSide ? setOwn : side === otherSide ? setOther : null
    set?.((before) =>
      'agency' in added
        ? { ...before, agencyId: added.agency.id }
        : { ...before, signatoryId: added.person.id, signatory: added.person },
    )
  }

  const party = (side: Side, value: EnteredParty, set: typeof setOwn) => (
    <PartyFields
      key={side}
      side={side}
      value={value}
      onChange={(changes) => set((before) => ({ ...before, ...changes }))}
      agencies={agencies.state === 'ready' ? agencies.value : []}
      onNew={(what, side) => setAdding({ what, side })}
    />
  )

  return (
    <>
      <Form id={formId} className={form.form ?? ''} onSubmit={(event) => void onSubmit(event)}>
        {fault && <FaultNotice fault={fault} />}
        <div className={form.row}>
          <Select
            label={t('mou.form.type')}
            value={mou.type}
            onChange={(type) => change({ type })}
            choices={InstrumentType.options.map((value) => ({ value, label: t(typeWords[value]) }))}
          />
          <Select
            label={t('mou.form.relationship')}
            value={(mou.relationshipId as string | null) ?? newRelationship}
            onChange={chooseRelationship}
            isDisabled={start !== null}
            choices={[
              ...relationships.map((one) => ({
                value: one.id as string,
                label: countryOf(one.otherSide).name[language],
              })),
              { value: newRelationship, label: t('mou.form.newRelationship') },
            ]}
          />
        </div>
        {mou.relationshipId === null && (
          <CountryField
            label={t('meetings.form.otherSide')}
            value={newSide}
            onChange={(side) => {
              setNewSide(side)
              setOther(nobody)
            }}
            except={[ownSide]}
            error={tried && otherSide === null ? filledIn : undefined}
          />
        )}
        <TextField
          label={t('mou.form.shortTitle')}
          hint={t('mou.form.shortTitleHint', { used: mou.shortTitle.length, of: shortTitleMax })}
          maxLength={shortTitleMax}
          value={mou.shortTitle}
          onChange={(shortTitle) => change({ shortTitle })}
          error={tried && mou.shortTitle.trim() === '' ? filledIn : undefined}
        />
        <WordingFields
          label={t('mou.form.title')}
          languages={languages}
          value={mou.title}
          onChange={(title) => change({ title })}
          lines={2}
          error={tried && !isWritten(mou.title) ? t('people.atLeastOne') : undefined}
        />
        <fieldset className={form.group}>
          <legend className={form.legend}>{t('mou.parties')}</legend>
          <div className={styles.parties}>
            {party(ownSide, own, setOwn)}
            {otherSide !== null && party(otherSide, other, setOther)}
          </div>
        </fieldset>
        <SigningTargetFields value={target} onChange={setTarget} tried={tried} />
        <fieldset className={form.group}>
          <legend className={form.legend}>{t('mou.form.languages')}</legend>
          <div className={styles.checks}>
            {languages.map((one) => (
              <Checkbox
                key={one}
                isSelected={mou.languages.includes(one)}
                onChange={(isIn) => {
                  const chosen = languages.filter((it) => (it === one ? isIn : mou.languages.includes(it)))
                  const prevailing = mou.prevailing !== null && chosen.includes(mou.prevailing)
                  change({ languages: chosen, prevailing: prevailing ? mou.prevailing : null })
                }}
              >
                {t(languageWords[one])}
              </Checkbox>
            ))}
          </div>
          {tried && mou.languages.length === 0 && (
            <p className={styles.error} role="alert">
              {t('mou.form.languageMissing')}
            </p>
          )}
          <div className={form.row}>
            <Select
              label={t('mou.form.prevailing')}
              value={mou.prevailing ?? noLanguage}
              onChange={(chosen) => change({ prevailing: chosen === noLanguage ? null : chosen })}
              choices={[
                { value: noLanguage, label: t('mou.form.noPrevailing') },
                ...mou.languages.map((value) => ({ value, label: t(languageWords[value]) })),
              ]}
            />
            <Select
              label={t('meetings.form.classification')}
              value={mou.classification}
              onChange={(classification) => change({ classification })}
              choices={Classification.options.map((value) => ({
                value,
                label: t(classificationWords[value]),
              }))}
            />
          </div>
        </fieldset>
        <fieldset className={form.group}>
          <legend className={form.legend}>{t('mou.form.topics')}</legend>
          <div className={styles.checks}>
            {topics.map(({ id, name }) => (
              <Checkbox
                key={id}
                isSelected={mou.topics.includes(id)}
                onChange={(isIn) =>
                  change({
                    topics: topics
                      .map((topic) => topic.id)
                      .filter((one) => (one === id ? isIn : mou.topics.includes(one))),
                  })
                }
              >
                {inLanguage(name, language)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <WordingFields
          label={t('mou.scope')}
          languages={['id', 'en']}
          value={mou.scope}
          onChange={(scope) => change({ scope })}
          lines={2}
        />
        <TextField
          label={t('mou.legalBasis')}
          hint={t('mou.form.legalBasisHint')}
          lines={3}
          maxLength={8_000}
          value={mou.legalBasis}
          onChange={(legalBasis) => change({ legalBasis })}
        />
        <TextField
          label={t('mou.note')}
          hint={t('mou.form.noteHint')}
          lines={2}
          maxLength={8_000}
          value={mou.note}
          onChange={(note) => change({ note })}
        />
      </Form>
      {/* Outside of the form: what they send is not sent by it once more. */}
      {adding?.what === 'agency' && (
        <AgencyDialog
          agency={null}
          side={adding.side}
          onClose={() => setAdding(null)}
          onSaved={(agency) => onAdded({ agency })}
        />
      )}
      {adding?.what === 'person' && (
        <PersonDialog
          person={null}
          side={adding.side}
          onClose={() => setAdding(null)}
          onSaved={(person) => onAdded({ person })}
        />
      )}
    </>
  )
}

function partyOf(start: MouDossier | null, index: 0 | 1): EnteredParty {
  const [party, shown] = [start?.mou.parties[index], start?.parties[index]]
  if (!party) return nobody
  return { agencyId: party.agencyId, signatoryId: party.signatoryId, signatory: shown?.signatory ?? null }
}

function newMou(relationshipId: RelationshipId | null): Entered {
  return {
    relationshipId,
    type: 'mou',
    title: {},
    shortTitle: '',
    topics: [],
    scope: {},
    languages: ['id', 'en'],
    prevailing: null,
    classification: 'restricted',
    legalBasis: '',
    force: null,
    note: '',
  }
}
