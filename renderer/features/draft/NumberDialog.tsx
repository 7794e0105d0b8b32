import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Node } from '@tiptap/pm/model'
import { clauseNames } from '../../../shared/text/instrument/clauseLinks.ts'
import { fixNumber, freeNumber, numberAll } from '../../../shared/text/instrument/numberCommands.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useDraft } from './DraftContext.ts'

/** The number of the clause with the cursor: counted, or kept as it is typed. What follows counts on from it. */
export function NumberDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { editor, act, open } = useDraft()
  const [clause] = useState(() => clauseOf(editor.state.selection.$from))
  const [fixed, setFixed] = useState<'byScheme' | 'asTyped'>(clause?.numbered ?? 'byScheme')
  const [number, setNumber] = useState(clause?.number ?? '')
  const [tried, setTried] = useState(false)
  if (!clause) {
    return (
      <Dialog
        title={t('draft.number.title')}
        isOpen
        onClose={onClose}
        buttons={<Button onPress={onClose}>{t('shell.close')}</Button>}
      >
        <p>{t('draft.number.noClause')}</p>
      </Dialog>
    )
  }
  const name = clauseNames(editor.state.doc).get(clause.blockId)?.whole ?? ''

  function save() {
    setTried(true)
    if (!clause || (fixed === 'asTyped' && number.trim() === ''))
      return Promise.resolve('incomplete' as const)
    act(fixed === 'asTyped' ? fixNumber(clause.blockId, number.trim()) : freeNumber(clause.blockId))
    return Promise.resolve(null)
  }

  return (
    <FormDialog
      title={name === '' ? t('draft.number.title') : t('draft.number.of', { name })}
      onClose={onClose}
      onSubmit={save}
      extra={
        <Button variant="quiet" onPress={() => open({ kind: 'numbering' })}>
          {t('draft.numbering.title')}
        </Button>
      }
    >
      <Choices<'byScheme' | 'asTyped'>
        label={t('draft.number.how')}
        value={fixed}
        onChange={setFixed}
        choices={[
          { value: 'byScheme', label: t('draft.number.byScheme') },
          { value: 'asTyped', label: t('draft.number.asTyped') },
        ]}
      />
      {fixed === 'asTyped' && (
        <TextField
          label={t('draft.number.number')}
          hint={t('draft.number.hint')}
          value={number}
          onChange={setNumber}
          maxLength={24}
          error={tried && number.trim() === '' ? t('shell.filledIn') : undefined}
          autoFocus
        />
      )}
      <Button
        variant="link"
        onPress={() => {
          act(numberAll())
          onClose()
        }}
      >
        {t('draft.number.all')}
      </Button>
    </FormDialog>
  )
}

type NumberedClause = {
  readonly blockId: string
  readonly number: string
  readonly numbered: 'byScheme' | 'asTyped'
}

function clauseOf($pos: {
  readonly depth: number
  readonly node: (depth: number) => Node
}): NumberedClause | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { attrs } = $pos.node(depth)
    const { blockId, number, numbered } = attrs
    if (numbered !== undefined && typeof blockId === 'string') return { blockId, number, numbered }
  }
  return null
}
