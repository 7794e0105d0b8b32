import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RecordText, readRecordText, writtenRecordText } from '../../../shared/compare/comparedText.ts'
import type { MouId } from '../../../shared/ids.ts'
import { useCall } from '../../api/useCall.ts'
import { usePages, useRead } from '../../api/useRead.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { draftLine } from '../drafts/draftWords.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { Side } from './compareState.ts'
import { useDesk } from './compareStore.ts'
import { MinutesTextFields } from './MinutesTextFields.tsx'
import { layRecordText } from './recordTexts.ts'
import { sideWords } from './sideWords.ts'

type Of = 'mou' | 'minutes'

/** Which draft, working text or minutes are to lie on one side of the comparison; of any memorandum or meeting. */
export function RecordTextDialog(props: { readonly side: Side; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const call = useCall()
  const { side, onClose } = props
  const other = useDesk((state) => state[side === 'base' ? 'target' : 'base'])
  const own = useDesk((state) => state[side])
  const near = own.state === 'record' ? own : other.state === 'record' ? other : null
  const [of, setOf] = useState<Of>(near?.text.minutes ? 'minutes' : 'mou')
  const [text, setText] = useState<RecordText | null>(own.state === 'record' ? own.text.text : null)
  const [isTried, setTried] = useState(false)

  async function lay() {
    setTried(true)
    if (text === null) return 'incomplete'
    void layRecordText(call, side, text)
    return null
  }

  return (
    <FormDialog
      title={t('compare.textOfRecord', { side: t(sideWords[side]) })}
      onClose={onClose}
      onSubmit={lay}
      submit={t('compare.take')}
    >
      <Segments<Of>
        label={t('compare.textsOf')}
        value={of}
        onChange={(of) => {
          setOf(of)
          setText(null)
          setTried(false)
        }}
        choices={[
          { value: 'mou', label: t('compare.mou') },
          { value: 'minutes', label: t('compare.minutes') },
        ]}
      />
      {of === 'minutes' ? (
        <MinutesTextFields near={near?.text ?? null} value={text} onChange={setText} isTried={isTried} />
      ) : (
        <TextOfMou near={near?.text.mouId ?? null} value={text} onChange={setText} isTried={isTried} />
      )}
    </FormDialog>
  )
}

/** `near`: the memorandum of what lies on the desk already. */
function TextOfMou(props: {
  readonly near: MouId | null
  readonly value: RecordText | null
  readonly onChange: (text: RecordText | null) => void
  readonly isTried: boolean
}) {
  const { t } = useTranslation()
  const { near, value, onChange, isTried } = props
  const [mouId, setMouId] = useState(near)
  const mous = usePages('mou.list', { query: '' }, { whole: true })
  return (
    <Loaded reading={mous} lines={1}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>{t('compare.noMou')}</p>
        ) : (
          <>
            <Select
              label={t('compare.mou')}
              placeholder={t('compare.chooseMou')}
              choices={rows.map(({ id, shortTitle, otherSide }) => ({
                value: id,
                label: shortTitle,
                hint: otherSide,
              }))}
              value={mouId}
              onChange={(id) => {
                setMouId(id)
                onChange(null)
              }}
            />
            {mouId !== null && (
              <TextOf
                key={mouId}
                mouId={mouId}
                value={value}
                onChange={onChange}
                error={isTried && value === null ? t('shell.filledIn') : undefined}
              />
            )}
          </>
        )
      }
    </Loaded>
  )
}

function TextOf(props: {
  readonly mouId: MouId
  readonly value: RecordText | null
  readonly onChange: (text: RecordText | null) => void
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { mouId, value, onChange, error } = props
  const dossier = useRead('mou.dossier', { mouId })
  return (
    <Loaded reading={dossier} lines={1}>
      {({ drafts, workingTexts }) =>
        drafts.length + workingTexts.length === 0 ? (
          <p>{t('compare.noTexts')}</p>
        ) : (
          <Select
            label={t('compare.recordText')}
            placeholder={t('compare.chooseText')}
            choices={[
              ...workingTexts.map(({ language }) => ({
                value: writtenRecordText({ kind: 'workingText', mouId, language }),
                label: t('drafts.workingText'),
                hint: languageName(language, screen),
              })),
              ...drafts.toReversed().map((draft) => ({
                value: writtenRecordText({ kind: 'draft', draftId: draft.id }),
                label: draftLine(draft, screen, t),
                hint: languageName(draft.language, screen),
              })),
            ]}
            value={value === null ? null : writtenRecordText(value)}
            onChange={(written) => onChange(readRecordText(written))}
            error={error}
          />
        )
      }
    </Loaded>
  )
}
