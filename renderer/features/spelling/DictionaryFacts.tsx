import { BookOpen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { SpellingDictionary } from '../../../shared/spelling.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import settings from '../settings/SettingsPage.module.css'
import styles from './Spelling.module.css'

/** The dictionaries that texts are checked by: the program's English one, and an Indonesian one that was chosen. */
export function DictionaryFacts() {
  const { t } = useTranslation()
  const reading = useRead('spelling.dictionary', {})
  return (
    <section className={settings.section} aria-label={t('spelling.dictionaries')}>
      <h2>{t('spelling.dictionaries')}</h2>
      <h3>{t('spelling.english')}</h3>
      <p className={settings.hint}>{t('spelling.englishHint')}</p>
      <h3>{t('spelling.indonesian')}</h3>
      <Loaded reading={reading} lines={2}>
        {(dictionary) => <Indonesian dictionary={dictionary} />}
      </Loaded>
    </section>
  )
}

function Indonesian({ dictionary }: { readonly dictionary: SpellingDictionary | null }) {
  const { t } = useTranslation()
  const write = useWrite()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  async function choose() {
    setBusy(true)
    setFault(null)
    const reply = await write('spelling.chooseDictionary', {})
    setBusy(false)
    if (!reply.ok) setFault(reply.fault)
  }

  async function remove() {
    const reply = await write('spelling.removeDictionary', {})
    setFault(reply.ok ? null : reply.fault)
  }

  return (
    <>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      {dictionary ? <Facts dictionary={dictionary} /> : <p>{t('spelling.noDictionary')}</p>}
      <p className={settings.hint}>{t('spelling.dictionaryHint')}</p>
      <div className={settings.buttons}>
        <Button icon={BookOpen} isPending={isBusy} onPress={() => void choose()}>
          {isBusy ? t('spelling.choosing') : dictionary ? t('spelling.replace') : t('spelling.choose')}
        </Button>
        {dictionary && (
          <Button icon={Trash2} isDisabled={isBusy} onPress={() => void remove()}>
            {t('spelling.remove')}
          </Button>
        )}
      </div>
    </>
  )
}

function Facts({ dictionary }: { readonly dictionary: SpellingDictionary }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { name, words, encoding, dic, aff, addedAt, addedBy } = dictionary
  return (
    <dl className={settings.facts}>
      <dt>{t('spelling.name')}</dt>
      <dd dir="auto">{name}</dd>
      <dt>{t('spelling.size')}</dt>
      <dd>{t('spelling.sizeOf', { count: words, words: format.number(words), encoding })}</dd>
      <dt>{t('spelling.hash')}</dt>
      <dd className={styles.hash}>
        {dic.sha256}
        <br />
        {aff.sha256}
      </dd>
      <dt>{t('spelling.chosen')}</dt>
      <dd>{t('spelling.chosenBy', { at: format.instant(addedAt), officer: addedBy })}</dd>
    </dl>
  )
}
