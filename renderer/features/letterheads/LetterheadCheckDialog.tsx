import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { ChosenLetterhead } from '../../../shared/letterhead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import settings from '../settings/SettingsPage.module.css'
import styles from './Letterheads.module.css'
import { braced, letterheadProblemWords } from './letterheadWords.ts'

/** What was found in a file that is to be a letterhead; it is kept only where nothing is wrong with it. */
export function LetterheadCheckDialog(props: {
  readonly chosen: ChosenLetterhead
  readonly onClose: () => void
  readonly onChooseOther: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const [fault, setFault] = useState<Fault | null>(null)
  const { chosen, onClose, onChooseOther } = props
  const { uploadId, name, check } = chosen
  const { placeholders, problems, leftOut } = check

  async function keep() {
    const reply = await write('letterhead.keep', { uploadId, name })
    if (reply.ok) onClose()
    else setFault(reply.fault)
  }

  return (
    <Dialog
      title={t('papers.letterheads.checkOf', { name })}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          {problems.length === 0 ? (
            <Button variant="primary" onPress={() => void keep()}>
              {t('papers.letterheads.keep')}
            </Button>
          ) : (
            <Button variant="primary" onPress={onChooseOther}>
              {t('papers.letterheads.chooseOther')}
            </Button>
          )}
        </>
      }
    >
      {fault && <FaultNotice fault={fault} />}
      <p role="status">
        {problems.length === 0
          ? t('papers.letterheads.fits')
          : t('papers.letterheads.wrong', { count: problems.length })}
      </p>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)} dir="auto">
              {letterheadProblemWords(problem, t)}
            </li>
          ))}
        </ul>
      )}
      {placeholders.length > 0 && (
        <dl className={settings.facts}>
          <dt>{t('papers.letterheads.found')}</dt>
          <dd>{placeholders.map((one) => braced(one, t)).join(' ')}</dd>
        </dl>
      )}
      {leftOut.map((what) => (
        <p key={what} className={settings.hint}>
          {t(
            what === 'comments'
              ? 'papers.letterheads.leftOut.comments'
              : 'papers.letterheads.leftOut.customData',
          )}
        </p>
      ))}
    </Dialog>
  )
}
