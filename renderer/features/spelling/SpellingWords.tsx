import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { AskedWord } from '../../../shared/spelling.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { TextField } from '../../ui/TextField.tsx'
import settings from '../settings/SettingsPage.module.css'
import styles from './Spelling.module.css'

/** The words that officers of the record know to be right. */
export function SpellingWords() {
  const { t } = useTranslation()
  const write = useWrite()
  const reading = useRead('spelling.words', {})
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)

  async function add(event: FormEvent) {
    event.preventDefault()
    const word = typed.trim()
    const isWord = AskedWord.safeParse(word).success
    setWrong(!isWord)
    if (!isWord) return
    const reply = await write('spelling.addWord', { word })
    setFault(reply.ok ? null : reply.fault)
    if (reply.ok) setTyped('')
  }

  async function remove(word: string) {
    const reply = await write('spelling.removeWord', { word })
    setFault(reply.ok ? null : reply.fault)
  }

  return (
    <section className={settings.section} aria-label={t('spelling.words')}>
      <h2>{t('spelling.words')}</h2>
      <p className={settings.hint}>{t('spelling.wordsHint')}</p>
      {fault && <FaultNotice fault={fault} onClose={() => setFault(null)} />}
      <form className={styles.add} onSubmit={(event) => void add(event)}>
        <TextField
          label={t('spelling.word')}
          value={typed}
          onChange={(word) => {
            setTyped(word)
            setWrong(false)
          }}
          isInvalid={isWrong}
          error={isWrong ? t('spelling.notAWord') : undefined}
        />
        <Button type="submit" icon={Plus}>
          {t('spelling.add')}
        </Button>
      </form>
      <Loaded reading={reading} lines={2}>
        {(words) =>
          words.length === 0 ? (
            <p>{t('spelling.noWords')}</p>
          ) : (
            <ul className={styles.words}>
              {words.map(({ word }) => (
                <li key={word}>
                  <span dir="auto">{word}</span>
                  <IconButton
                    label={t('spelling.removeWord', { word })}
                    icon={X}
                    onPress={() => void remove(word)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
