import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FigureId } from '../../../shared/ids.ts'
import { figureWords } from '../../../shared/meeting/figureWords.ts'
import type { Figure } from '../../../shared/meeting/meeting.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { insertReference } from '../../editor/commands.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { both, Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

type NewFigure = Omit<Figure, 'id'>

const newFigure: NewFigure = {
  value: Number.NaN,
  unit: {},
  what: {},
  period: {},
  place: '',
  source: '',
  asOf: null,
}

/** A figure with what makes it worth citing. A new one, or one of the record, goes where the cursor is. */
export function FigureDialog(props: { readonly figureId: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier, sessions } = useMeeting()
  const { onClose } = props
  const given = dossier.figures.find(({ id }) => id === props.figureId) ?? null
  const [chosen, setChosen] = useState<FigureId | null>(null)
  const [begins, setBegins] = useState(props.figureId === null)
  const [figure, setFigure] = useState<NewFigure>(given ?? newFigure)
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<NewFigure>) => setFigure((before) => ({ ...before, ...changes }))
  const isComplete = Number.isFinite(figure.value) && isWritten(figure.unit) && isWritten(figure.what)
  const missing = (isThere: boolean) => (tried && !isThere ? t('shell.filledIn') : undefined)

  function put(id: FigureId, cited: Figure | undefined): void {
    const session = sessions.active.get()
    const said = cited && session && session.language !== 'km' ? figureWords(cited, session.language) : ''
    const isPlaced = session?.apply(insertReference('figureRef', id, { said: said.slice(0, 200) })) ?? false
    if (!isPlaced) notices.say((t) => t('meeting.figureNotCited'), null)
  }

  const known = dossier.figures // all of the record
  async function save() {
    if (chosen !== null) {
      put(
        chosen,
        known.find(({ id }) => id === chosen),
      )
      return null
    }
    setTried(true)
    if (!isComplete) return 'incomplete'
    const reply = await write('figure.put', { figure: { ...figure, id: given?.id ?? null } })
    if (!reply.ok) return reply.fault
    if (given === null) put(reply.value.value.id, reply.value.value)
    return null
  }

  return (
    <FormDialog
      title={given ? t('meeting.editFigure') : t('editor.figure')}
      onClose={onClose}
      onSubmit={save}
      submit={given ? t('shell.save') : t('editor.insert')}
    >
      {given === null && known.length > 0 && (
        <ComboBox
          label={t('meeting.knownFigure')}
          value={chosen}
          onChange={(value) => {
            setBegins(false)
            const parsed = FigureId.safeParse(value)
            setChosen(parsed.success ? parsed.data : null)
          }}
          choices={known.map(({ id, value, unit, what, period }) => ({
            value: id as string,
            label: `${figureWords({ value, unit }, language)}, ${inLanguage(what, language)}`,
            hint: inLanguage(period, language),
          }))}
          nothing={t('meeting.noFigure')}
        />
      )}
      {chosen === null && (
        <Fields legend={given ? t('meeting.figure') : t('meeting.newFigure')}>
          <NumberField
            label={t('meeting.value')}
            autoFocus={begins} // not above, where the list of those known would lie over these fields
            value={figure.value}
            onChange={(value) => set({ value })}
            error={missing(Number.isFinite(figure.value))}
          />
          <WordingFields
            languages={both}
            label={t('meeting.unit')}
            value={figure.unit}
            onChange={(unit) => set({ unit })}
            error={missing(isWritten(figure.unit))}
          />
          <WordingFields
            languages={both}
            label={t('meeting.counted')}
            value={figure.what}
            onChange={(what) => set({ what })}
            error={missing(isWritten(figure.what))}
          />
          <Row>
            <WordingFields
              languages={both}
              label={t('meeting.period')}
              value={figure.period}
              onChange={(period) => set({ period })}
            />
          </Row>
          <Row>
            <TextField
              label={t('meeting.figurePlace')}
              value={figure.place}
              onChange={(place) => set({ place })}
              maxLength={200}
            />
            <DateField label={t('meeting.asOf')} value={figure.asOf} onChange={(asOf) => set({ asOf })} />
          </Row>
          <TextField
            label={t('meeting.source')}
            value={figure.source}
            onChange={(source) => set({ source })}
            maxLength={400}
          />
        </Fields>
      )}
    </FormDialog>
  )
}
