import { type Fixture, makeRecord, newId } from '../electron/store/recordFixture.ts'
import { openDatabase } from '../../electron/store/openDatabase.ts'
import { sha256 } from '../../electron/store/textChain.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { usualCost } from '../../electron/store/keySlots.ts'

export const size = { meetings: 10_000, itemsOfEach: 10, paragraphsOfEach: 10 }

/**
 * A record of many years: 10,000 meetings, 100,000 items with an action each, 1,000,000 paragraphs, and the ids of its
 * meetings.
 */
export async function makeBigRecord(
  folder: string,
): Promise<Fixture & { readonly meetings: readonly string[] }> {
  const fixture = await makeRecord(folder, { name: 'Besar', cost: usualCost })
  const db = openDatabase(fixture.path, fixture.key, 'readWrite')
  const wording = (en: string) => JSON.stringify({ en, id: en })
  const relationship = newId()
  const series = newId()
  const meetings = Array.from({ length: size.meetings }, () => newId())
  const people = Array.from({ length: 60 }, () => newId())
  const insert = {
    person: db.prepare(`
      INSERT INTO person (id, side, honorific, name, khmer_name, title, signs_as, sort_name, words)
      VALUES (?, ?, 'Mr.', ?, '', '{"en":"Director"}', '', ?, ?)`),
    meeting: db.prepare(
      `INSERT INTO meeting (id, series_id, number, title, status, classification, place, venue, zone,
         counterpart_zone, held_on, starts, ends, languages, words)
       VALUES (?, ?, ?, '{}', 'held', 'restricted', ?, '', 'Asia/Makassar', 'Asia/Phnom_Penh', ?, '09:00', '17:00',
         '["en","id"]', ?)`,
    ),
    delegate: db.prepare(
      `INSERT INTO delegate (id, meeting_id, person_id, side, role, rank, honorific, name, khmer_name, title, agency,
         signs_as, signed_at)
       VALUES (?, ?, ?, ?, ?, ?, 'Mr.', ?, '', '{"en":"Director"}', '{"en":"Ministry"}', 'A', '{}')`,
    ),
    item: db.prepare(
      `INSERT INTO agenda_item (id, meeting_id, rank, part, title, planned_minutes, composition)
       VALUES (?, ?, ?, 'discussion', ?, 30, 'composed')`,
    ),
    text: db.prepare(`INSERT INTO text VALUES (?, 'en')`),
    snapshot: db.prepare('INSERT INTO text_snapshot VALUES (?, 0, 1, ?, ?)'),
    link: db.prepare(`INSERT INTO item_text VALUES (?, 'en', ?)`),
    action: db.prepare(
      `INSERT INTO action (id, meeting_id, item_id, number_meeting, number_year, number_serial, side, what, channel,
         due_on, state, closed_on, evidence)
       VALUES (?, ?, ?, ?, 2025, ?, 'IDN', ?, '', ?, ?, ?, '')`,
    ),
  }
  db.transaction(() => {
    db.prepare('INSERT INTO relationship VALUES (?, ?, ?)').run(relationship, 'IDN', 'KHM')
    const name = wording('Bilateral Meeting')
    // A series has at most 999 meetings: as many series as it takes.
    const allSeries = Array.from({ length: Math.ceil(size.meetings / 999) }, (_, at) =>
      at === 0 ? series : newId(),
    )
    for (const id of allSeries)
      db.prepare('INSERT INTO series VALUES (?, ?, ?, ?, ?)').run(
        id,
        relationship,
        name,
        name,
        'bilateral meeting',
      )
    for (const [at, id] of people.entries()) {
      const person = `Delegate ${String(at).padStart(2, '0')}`
      insert.person.run(id, at % 2 === 0 ? 'IDN' : 'KHM', person, person.toLowerCase(), person.toLowerCase())
    }
    for (const [at, id] of meetings.entries()) {
      const number = (at % 999) + 1
      const day = dayOf(at)
      insert.meeting.run(
        id,
        allSeries[Math.floor(at / 999)],
        number,
        wording('Denpasar'),
        day,
        'denpasar bilateral',
      )
      for (let seat = 0; seat < 12; seat++) {
        const person = people[(at + seat) % people.length]
        insert.delegate.run(
          newId(),
          id,
          person,
          seat % 2 === 0 ? 'IDN' : 'KHM',
          seat < 2 ? 'head' : 'member',
          seat * 1024,
          'Delegate',
        )
      }
      for (let place = 0; place < size.itemsOfEach; place++) {
        const item = newId()
        const text = newId()
        const doc = docOf(at * 10 + place)
        insert.item.run(item, id, place * 1024, wording(`Matter ${place + 1}`))
        insert.text.run(text)
        insert.snapshot.run(text, doc, sha256(doc))
        insert.link.run(item, text)
        // One promise in a hundred meetings is never kept; the rest is done when the next meeting asks.
        const closing = place === 0 && at % 100 === 0 ? ['open', null] : ['done', day]
        const due = dayOf(at + 30 * (place + 1))
        insert.action.run(newId(), id, item, number, place + 1, wording('Name focal points'), due, ...closing)
      }
    }
    // The newest is still to be held, whatever the day on which this runs.
    db.prepare(`UPDATE meeting SET status = 'planned', held_on = '2100-01-04' WHERE id = ?`).run(
      meetings.at(-1),
    )
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return { ...fixture, meetings }
}

const sentence =
  'The two delegations exchanged information on cases of persons recruited for online fraud operations at the border.'

/** A meeting on every day since 1998. */
function dayOf(at: number): string {
  return new Date(Date.UTC(1998, 0, 1 + at)).toISOString().slice(0, 10)
}

function docOf(seed: number): string {
  const { paragraph } = textSchema.nodes
  const paragraphs = Array.from({ length: size.paragraphsOfEach }, (_, at) =>
    paragraph?.create(null, textSchema.text(`${sentence} Reference ${seed}/${at}.`)),
  )
  const doc = textSchema.topNodeType.create(
    null,
    paragraphs.filter((it) => it !== undefined),
  )
  return JSON.stringify(doc.toJSON())
}
