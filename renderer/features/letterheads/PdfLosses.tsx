import { useTranslation } from 'react-i18next'
import type { LetterheadId } from '../../../shared/ids.ts'
import { useRead } from '../../api/useRead.ts'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { GreyLines } from '../../ui/Loaded.tsx'
import styles from './Letterheads.module.css'
import { lossWords } from './letterheadWords.ts'

/** What a PDF on this letterhead shows differently from a DOCX, said before it is written. */
export function PdfLosses({ letterheadId }: { readonly letterheadId: LetterheadId }) {
  const { t } = useTranslation()
  const losses = useRead('letterhead.pdfLosses', { letterheadId })
  if (losses.state === 'loading') return <GreyLines lines={3} />
  if (losses.state === 'failed') return <FaultNotice fault={losses.fault} />
  return (
    <section aria-label={t('papers.letterhead')} className={styles.losses}>
      <p role="status">{t('papers.letterheads.inPdf')}</p>
      <ul className={styles.problems}>
        {losses.value.map((loss) => (
          <li key={loss}>{t(lossWords[loss])}</li>
        ))}
      </ul>
      <p>{t('papers.letterheads.insteadOfPdf')}</p>
    </section>
  )
}
