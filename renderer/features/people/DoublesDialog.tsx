import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoublePerson } from '../../../shared/meeting/pastedPerson.ts'
import { type Person, postOn } from '../../../shared/meeting/people.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import styles from './DoublesDialog.module.css'
import { MergeDialog } from './MergeDialog.tsx'

/** Pairs of people who look alike: to be made one, or told apart. */
export function DoublesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const reading = useRead('person.doubles', {})
  const [merged, setMerged] = useState<DoublePerson | null>(null)
  return (
    <>
      <Dialog title={t('people.doublesTitle')} isOpen wide onClose={onClose}>
        <Loaded reading={reading}>
          {({ count, pairs }) =>
            count === 0 ? (
              <p>{t('people.noDoubles')}</p>
            ) : (
              <>
                <p className={styles.hint}>{t('people.doublesHint')}</p>
                <ul className={styles.pairs} aria-label={t('people.doublesTitle')}>
                  {pairs.map((pair) => (
                    <Pair
                      key={`${pair.one.id} ${pair.other.id}`}
                      pair={pair}
                      onMerge={() => setMerged(pair)}
                    />
                  ))}
                </ul>
                {pairs.length < count && (
                  <p className={styles.hint}>{t('people.doublesMore', { shown: pairs.length, count })}</p>
                )}
              </>
            )
          }
        </Loaded>
      </Dialog>
      {merged && <MergeDialog one={merged.one} other={merged.other} onClose={() => setMerged(null)} />}
    </>
  )
}

function Pair({ pair, onMerge }: { readonly pair: DoublePerson; readonly onMerge: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { one, other, likeness } = pair
  const names = { one: one.name, other: other.name }
  async function tellApart() {
    const reply = await write('person.tellApart', { oneId: one.id, otherId: other.id })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <li className={styles.pair}>
      <CountryCode side={one.side} />
      <div className={styles.both}>
        <Named person={one} />
        <Named person={other} />
        <span className={styles.hint}>
          {t(likeness === 'same' ? 'people.alikeSame' : 'people.alikeNear')}
        </span>
      </div>
      <div className={styles.acts}>
        <Button onPress={onMerge} aria-label={t('people.mergePair', names)}>
          {t('people.merge')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => void tellApart()}
          aria-label={t('people.tellApartPair', names)}
        >
          {t('people.tellApart')}
        </Button>
      </div>
    </li>
  )
}

function Named({ person }: { readonly person: Person }) {
  const language = useLanguage()
  const title = inLanguage(postOn(person, today()).title, language)
  return (
    <span dir="auto">
      <strong>{[person.honorific, person.name].filter(Boolean).join(' ')}</strong>
      {title !== '' && <span className={styles.hint}> · {title}</span>}
    </span>
  )
}
