import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Delegate, DelegateRole } from '../../../shared/meeting/meeting.ts'
import { useWrite } from '../../api/useWrite.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from '../../ui/form.module.css'
import { both, Fields, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { roleWords } from './meetingWords.ts'
import { PresenceFields, presenceMissing } from './PresenceFields.tsx'
import { WordingFields } from '../../ui/WordingFields.tsx'

/** A seat on a delegation: name and title are those of the day. */
export function DelegateDialog(props: { readonly delegate: Delegate; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const [delegate, setDelegate] = useState(props.delegate)
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<Delegate>) => setDelegate((before) => ({ ...before, ...changes }))
  const isNamed = delegate.name.trim() !== ''

  async function save() {
    setTried(true)
    if (!isNamed || presenceMissing(delegate)) return 'incomplete'
    const reply = await write('delegate.change', { delegate })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('meeting.editDelegate')} onClose={props.onClose} onSubmit={save} wide>
      <p className={styles.hint}>{t('meeting.ofThatDay')}</p>
      <Row>
        <TextField
          label={t('meeting.honorific')}
          value={delegate.honorific}
          onChange={(honorific) => set({ honorific })}
          maxLength={60}
        />
        <TextField
          label={t('meeting.name')}
          value={delegate.name}
          onChange={(name) => set({ name })}
          maxLength={160}
          error={tried && !isNamed ? t('shell.filledIn') : undefined}
        />
        <TextField
          label={t('meeting.khmerName')}
          value={delegate.khmerName}
          onChange={(khmerName) => set({ khmerName })}
          language="km"
          maxLength={160}
        />
      </Row>
      <Select
        label={t('meeting.roleLabel')}
        value={delegate.role}
        onChange={(role) => set({ role })}
        choices={DelegateRole.options.map((value) => ({ value, label: t(roleWords[value]) }))}
      />
      <Row>
        <WordingFields
          label={t('meeting.personTitle')}
          value={delegate.title}
          onChange={(title) => set({ title })}
          languages={['en', 'id', 'km']}
        />
      </Row>
      <Row>
        <WordingFields
          label={t('meeting.agency')}
          value={delegate.agency}
          onChange={(agency) => set({ agency })}
          languages={['en', 'id', 'km']}
        />
      </Row>
      <PresenceFields delegate={delegate} onChange={set} tried={tried} />
      {delegate.role === 'head' && (
        <Fields legend={t('meeting.signature')}>
          <Row>
            <TextField
              label={t('meeting.signsAs')}
              value={delegate.signsAs}
              onChange={(signsAs) => set({ signsAs })}
              maxLength={160}
              hint={t('meeting.signsAsHint')}
            />
            <DateField
              label={t('meeting.signedOn')}
              value={delegate.signedOn}
              onChange={(signedOn) => set({ signedOn })}
            />
          </Row>
          <Row>
            <WordingFields
              languages={both}
              label={t('meeting.signedAt')}
              value={delegate.signedAt}
              onChange={(signedAt) => set({ signedAt })}
            />
          </Row>
        </Fields>
      )}
    </FormDialog>
  )
}
