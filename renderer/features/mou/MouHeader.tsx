import { Link } from '@tanstack/react-router'
import { Brackets, CircleCheck, Ellipsis, Flag, Lock, Milestone as Sign, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { stageOf } from '../../../shared/mou/stages.ts'
import { inLanguage } from '../../../shared/values.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { relationshipName } from '../meeting/sideNames.ts'
import { classificationWords } from '../meetings/meetingLabels.ts'
import { levelOfWords, typeWords } from '../mous/mouWords.ts'
import { StageStrip } from '../mous/StageStrip.tsx'
import { timeLeft } from '../mous/target.ts'
import { useTargetWords } from '../mous/useTargetWords.ts'
import type { OpenLayer } from './layer.ts'
import styles from './MouHeader.module.css'

/** What the instrument is called, where it stands, when it is to be signed, and by whom. */
export function MouHeader(props: {
  readonly dossier: MouDossier
  readonly open: OpenLayer
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dossier, open, onRemove } = props
  const { mou, relationship, stages } = dossier
  return (
    <header className={styles.header} data-pane="">
      <div className={styles.words}>
        <nav className={styles.crumbs} aria-label={t('meeting.crumbs')}>
          <Link to="/mou">{t('shell.mous')}</Link> / {relationshipName(relationship, language)}
        </nav>
        <h1 dir="auto">{mou.shortTitle}</h1>
        <p className={styles.title} dir="auto">
          {inLanguage(mou.title, language)}
        </p>
      </div>
      <div className={styles.acts}>
        <Button icon={Pencil} onPress={() => open({ kind: 'mou' })}>
          {t('shell.edit')}
        </Button>
        <Button variant="primary" icon={Sign} onPress={() => open({ kind: 'stage' })}>
          {t('mou.stages.enter')}
        </Button>
        <Menu
          label={t('mou.more')}
          entries={[{ id: 'remove', label: t('shell.remove'), icon: Trash2, run: onRemove }]}
        >
          <IconButton label={t('mou.more')} icon={Ellipsis} />
        </Menu>
      </div>
      <div className={styles.facts}>
        <div className={styles.stage}>
          <StageStrip stage={stageOf(stages)?.stage ?? null} />
        </div>
        <Target dossier={dossier} />
        <OpenBracketCount dossier={dossier} />
        <span className={styles.fact}>{t(typeWords[mou.type])}</span>
        {mou.classification !== 'open' && (
          <span className={styles.fact}>
            <Lock size={14} aria-hidden /> {t(classificationWords[mou.classification])}
          </span>
        )}
      </div>
      <Parties dossier={dossier} />
    </header>
  )
}

function Target({ dossier: { mou, stages } }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const words = useTargetWords()
  if (mou.signingTarget === null) return null
  const left = timeLeft(mou.signingTarget, stageOf(stages)?.stage ?? null, today())
  return (
    <span className={styles.fact}>
      <Flag size={14} aria-hidden />
      <span>
        {t('mou.targetIs', { span: words.span(mou.signingTarget) })}
        {left && (
          <span className={left.kind === 'over' ? styles.over : styles.left}> · {words.left(left)}</span>
        )}
      </span>
    </span>
  )
}

/** In the working text that has most of them; without a working text nothing is said. */
function OpenBracketCount({ dossier: { workingTexts } }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  if (workingTexts.length === 0) return null
  const count = Math.max(...workingTexts.map(({ openBrackets }) => openBrackets))
  return count === 0 ? (
    <span className={styles.fact}>
      <CircleCheck size={14} aria-hidden /> {t('mou.noBrackets')}
    </span>
  ) : (
    <span className={styles.brackets}>
      <Brackets size={14} aria-hidden /> {t('mou.inBrackets', { count })}
    </span>
  )
}

function Parties({ dossier: { parties } }: { readonly dossier: MouDossier }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className={styles.parties} aria-label={t('mou.parties')}>
      {parties.map(({ side, agency, signatory }) => (
        <li key={side} className={styles.party}>
          <CountryCode side={side} />
          <div>
            <p className={styles.agency} dir="auto">
              {agency ? inLanguage(agency.name, language) : countryOf(side).name[language]}
              {agency && <span className={styles.level}>{t(levelOfWords[agency.level])}</span>}
            </p>
            <p className={styles.signatory} dir="auto">
              {signatory
                ? t('mou.signedBy', {
                    name: [signatory.honorific, signatory.name].filter(Boolean).join(' '),
                    office: inLanguage(signatory.title, language),
                  })
                : t('mou.noSignatory')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
