import { describe, expect, it } from 'vitest'
import { TakenOffId } from '../../../shared/ids.ts'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import type {
  Action,
  AgendaItem,
  Delegate,
  Meeting,
  MeetingDossier,
} from '../../../shared/meeting/meeting.ts'
import type { Block, MinutesProblem } from '../../../shared/meeting/minutesDocument.ts'
import { MinutesPreview } from '../../../shared/meeting/minutesDocument.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { doc, ids, nusaDua, paragraph, type RecordOfMeeting, testId, textId } from '../../support/nusaDua.ts'

const mou = 4 // places on the agenda of Nusa Dua, breaks counted
const repatriation = 5
const followUp = 6

describe('the alternat', () => {
  it('sets the side that keeps the original first in title, heads, lists and signatures, and changes nothing else', () => {
    for (const language of ['en', 'id'] as const) {
      const ours = composed(nusaDua(), language, 'IDN').document.blocks
      const theirs = composed(nusaDua(), language, 'KHM').document.blocks
      expect(ours.length).toBe(theirs.length)
      const different = ours.flatMap((block, index) =>
        JSON.stringify(block) === JSON.stringify(theirs[index]) ? [] : [block.kind],
      )
      expect(different).toEqual([
        'title', // between Indonesia and Cambodia
        'paragraph', // who led the delegations
        'signatures',
        ...['subheading', 'table', 'subheading', 'table'], // the lists of delegates
      ])
    }
  })
  it('only changes the order: both originals are made of the same words', () => {
    const words = (keptBy: string) =>
      JSON.stringify(composed(nusaDua(), 'en', keptBy).document.blocks)
        .match(/[\p{L}\p{M}\p{N}]+/gu)
        ?.toSorted()
    expect(words('KHM')).toEqual(words('IDN'))
  })
  it('names the side whose original it is', () => {
    expect(composed(nusaDua(), 'en', 'KHM').document).toMatchObject({
      keptBy: 'KHM',
      fileName: 'Agreed Minutes 2, Indonesia-Cambodia, 2025-05-19, EN, original of Cambodia, T',
    })
  })
})

describe('opening', () => {
  it('says the local time where a place has no zone of Indonesia', () =>
    expect(lineOf(withMeeting({ zone: 'Asia/Phnom_Penh' }), '1.', 'id')).toContain('18.30 waktu setempat.'))
  it('is followed by what a person adds, and then numbered', () => {
    const text = textOf(withText(0, 'en', 'The host welcomed the guests.'))
    expect(text).toContain('\n1.1 The Second Bilateral Meeting was held')
    expect(text).toContain('\n1.2 The host welcomed the guests.\n')
  })
  it('gives way to the words of a person who has taken the item over', () => {
    const record = withText(0, 'en', 'All was said.')
    const text = textOf(withItem(record, 0, { composition: 'written' }))
    expect(text).toContain('1. Opening\nAll was said.\n\n2.')
  })
})

describe('a meeting that goes on past midnight', () => {
  const late = withMeeting({ from: '20:00', to: '00:30' })
  it('says on which day it ended', () => {
    expect(lineOf(late, '1.')).toContain('on 19 May 2025, from 20.00 to 00.30 hrs on 20 May 2025.')
    expect(lineOf(late, '1.', 'id')).toContain(
      'pada tanggal 19 Mei 2025, pukul 20.00 sampai dengan pukul 00.30 WITA tanggal 20 Mei 2025.',
    )
  })
  it('marks what of the agenda and the programme ends on the next day', () => {
    const { dossier } = late
    const [event] = dossier.programme
    const dinner = changed(late, {
      agenda: dossier.agenda.slice(0, 3).map((item) => ({ ...item, plannedMinutes: 120 })),
      programme: event ? [{ ...event, from: '20:00', to: '00:30' }] : [],
    })
    const timesOf = (use: 'agenda' | 'programme', column: number) =>
      tablesOf(dinner, use)[0]?.map((row) => row[column])
    expect(timesOf('agenda', 0)).toEqual([
      '20.00–22.00',
      '22.00–00.00 (+1\u00a0day)',
      '00.00–02.00 (+1\u00a0day)',
    ])
    expect(timesOf('programme', 1)).toEqual(['20.00–00.30 (+1\u00a0day)'])
  })
})

describe('adoption', () => {
  it('has nothing to add where nothing was added', () =>
    expect(lineOf(withItem(nusaDua(), repatriation, { addedBy: null }), '2.')).toBe(
      'The Meeting adopted the agenda in Annex 2.',
    ))
  it('names several items and both sides', () => {
    let record = withItem(nusaDua(), mou, { addedBy: 'IDN' })
    record = withItem(record, followUp, { addedBy: 'IDN' })
    expect(lineOf(record, '2.')).toBe(
      'The Meeting adopted the agenda in Annex 2, with the addition of items 4 and 6 at the request of the Indonesian delegation and of item 5 at the request of the Cambodian delegation.',
    )
    expect(lineOf(record, '2.', 'id')).toBe(
      'Pertemuan mengesahkan agenda sebagaimana tercantum dalam Lampiran 2, dengan penambahan mata acara 4 dan 6 atas permintaan Delegasi Indonesia dan mata acara 5 atas permintaan Delegasi Kamboja.',
    )
  })
})

describe('adoption with other changes', () => {
  const changedAgenda = () => {
    const record = withItem(nusaDua(), mou, { movedBy: 'IDN' })
    return changed(record, {
      takenOff: [
        { id: TakenOffId.parse(testId(900)), title: { en: 'Visa fees', id: 'Tarif visa' }, by: 'KHM' },
      ],
    })
  }
  it('names what was added, taken off and moved, and who asked', () => {
    expect(lineOf(changedAgenda(), '2.')).toBe(
      'The Meeting adopted the agenda in Annex 2, with the addition of item 5 at the request of the Cambodian delegation, the withdrawal of “Visa fees” at the request of the Cambodian delegation and a new place for item 4 at the request of the Indonesian delegation.',
    )
    expect(lineOf(changedAgenda(), '2.', 'id')).toBe(
      'Pertemuan mengesahkan agenda sebagaimana tercantum dalam Lampiran 2, dengan penambahan mata acara 5 atas permintaan Delegasi Kamboja, penarikan mata acara “Tarif visa” atas permintaan Delegasi Kamboja, dan pemindahan mata acara 4 atas permintaan Delegasi Indonesia.',
    )
  })
  it('tells a title that nobody wrote in the language', () => {
    const record = changed(nusaDua(), {
      takenOff: [{ id: TakenOffId.parse(testId(900)), title: { id: 'Tarif visa' }, by: 'KHM' }],
    })
    expectProblems(record, { kind: 'wordingMissing', what: 'Tarif visa', language: 'en' })
  })
})

describe('an item that was not taken up', () => {
  const ending = (endedAs: AgendaItem['endedAs'], words?: string) => {
    const record = words === undefined ? emptied(repatriation) : withText(repatriation, 'en', words)
    return withItem(record, repatriation, { endedAs })
  }
  it.each([
    ['carriedOver', 'The Meeting agreed to carry this item over to its next meeting.'],
    ['withdrawn', 'This item was withdrawn.'],
    ['discussed', 'The Meeting discussed this item and took note of it.'],
  ] as const)('says that it was %s', (endedAs, sentence) => {
    expect(lineOf(ending(endedAs), '5.')).toBe(sentence)
    expect(composed(ending(endedAs)).problems).toEqual([])
  })
  it.each([
    ['carriedOver', 'Pertemuan sepakat membawa mata acara ini ke pertemuan berikutnya.'],
    ['withdrawn', 'Mata acara ini ditarik.'],
    ['discussed', 'Pertemuan membahas dan mencatat mata acara ini.'],
  ] as const)('says in Indonesian that it was %s', (endedAs, sentence) =>
    expect(lineOf(ending(endedAs), '5.', 'id')).toBe(sentence),
  )
  it('leaves it to the words where somebody wrote what was said', () =>
    expect(lineOf(ending('discussed', 'The Meeting heard both.'), '5.')).toBe('The Meeting heard both.'))
  it('says so beside the words where it was carried over all the same', () =>
    expect(textOf(ending('carriedOver', 'Time ran out.'))).toContain('carry this item over'))
})

describe('a section of the agenda', () => {
  const record = nusaDua()
  const [first, ...rest] = record.dossier.agenda
  const heading = { ...record.dossier.agenda[mou], part: 'section', title: { en: 'Substance' } } as AgendaItem
  const sectioned = changed(record, {
    agenda: first ? [first, { ...heading, id: ids.meeting as unknown as AgendaItem['id'] }, ...rest] : [],
  })
  it('stands above its items and takes no number', () => {
    expect(textOf(sectioned)).toContain('Substance')
    expect(lineOf(sectioned, '2.')).toContain('The Meeting adopted the agenda')
  })
  it('is not in the excerpt of one item', () => {
    const only = sectioned.dossier.agenda.at(-1)?.id
    if (only === undefined) throw new Error('no agenda')
    const input = {
      ...sectioned,
      language: 'en',
      keptBy: 'IDN',
      sample: false,
      auditHead: null,
      only,
    } as const
    const { blocks } = composeMinutes(input).document
    const end = blocks.findIndex(({ kind }) => kind === 'signatures')
    expect(JSON.stringify(blocks.slice(0, end))).not.toContain('Substance')
  })
  it('has a row of the agenda without time or lead', () =>
    expect(tablesOf(sectioned, 'agenda')[0]?.[1]).toEqual(['', '', 'Substance', '']))
})

describe('review of what was carried over', () => {
  const place = {
    ...{
      meetingId: ids.lastMeeting,
      meeting: 1,
      heldOn: '2024-02-20',
      title: { en: 'Visa fees', id: 'Tarif visa' },
    },
    ...{ item: 5, deferredBy: null },
  }
  const carried = (change: Partial<MeetingDossier['carried'][number]['stood'][number]> = {}) => {
    const itemId = nusaDua().dossier.agenda[mou]?.id
    return changed(nusaDua(), { carried: itemId ? [{ itemId, stood: [{ ...place, ...change }] }] : [] })
  }
  it('names the item of the last meeting and that of this one', () => {
    expect(textOf(carried())).toContain(
      'Item 5 of the First Meeting (Draft Memorandum of Understanding), which had been carried over, was placed on the agenda as item 4.',
    )
    expect(textOf(carried(), 'id')).toContain(
      'Mata acara 5 Pertemuan Pertama (Rancangan Memorandum Saling Pengertian) yang dibawa ke pertemuan berikutnya dimuat dalam agenda sebagai mata acara 4.',
    )
  })
  it('names the decision that deferred it', () => {
    const deferredBy = { meeting: 1, year: 2024, serial: 2 }
    expect(textOf(carried({ deferredBy }))).toContain(
      '(Draft Memorandum of Understanding), which had been deferred (1/2024/2), was',
    )
    expect(textOf(carried({ deferredBy, item: null }))).toContain(
      'The matter that the First Meeting had deferred (1/2024/2, Draft Memorandum of Understanding) was placed on the agenda as item 4.',
    )
  })
})

describe('review of the follow-up', () => {
  it('counts none', () =>
    expectReview(
      ['open', 'open'],
      'none of the two follow-up actions of the First Meeting had been completed.',
    ))
  it('counts all', () =>
    expectReview(['done', 'done'], 'both follow-up actions of the First Meeting had been completed.'))
  it('counts one that is open', () =>
    expectReview(['open'], 'the follow-up action of the First Meeting had not yet been completed.'))
  it('counts one that is done', () =>
    expectReview(['done'], 'the follow-up action of the First Meeting had been completed.'))
  it('counts what was withdrawn', () =>
    expectReview(
      ['done', 'withdrawn', 'open'],
      'one of the three follow-up actions of the First Meeting had been completed and that one had been withdrawn.',
    ))
  it('does not count what was done after the meeting, so that old minutes stay', () => {
    const record = withActions(['done', 'done'], { closedOn: '2025-05-20' })
    expect(lineOf(record, '3.')).toContain('none of the two')
  })
  it('does not count what was withdrawn after the meeting either', () => {
    const record = withActions(['withdrawn', 'withdrawn'], { closedOn: '2025-05-20' })
    expect(lineOf(record, '3.')).toBe(
      'The Meeting noted that none of the two follow-up actions of the First Meeting had been completed.',
    )
  })
  it('counts what an earlier meeting left open apart, the last meeting first', () => {
    const { dossier } = withActions(['done', 'open', 'open'])
    const third = changed(nusaDua(), {
      meeting: { ...dossier.meeting, number: 3 },
      formerActions: dossier.formerActions.map((action, index) =>
        index < 2
          ? action
          : {
              ...action,
              meetingId: ids.lastMeeting,
              number: { meeting: 2, year: 2025, serial: 1 },
            },
      ),
      lastMeetingId: ids.lastMeeting,
    })
    const earlier = changed(third, {
      formerActions: third.dossier.formerActions.map((action) =>
        action.number.meeting === 1 ? { ...action, meetingId: testId(7) } : action,
      ),
    })
    expect(textOf(earlier)).toContain(
      [
        '3.1 The Meeting noted that the follow-up action of the Second Meeting had not yet been completed.',
        '3.2 The Meeting noted that one of the two follow-up actions of the First Meeting that had remained open had been completed.',
      ].join('\n'),
    )
    expect(textOf(earlier, 'id')).toContain(
      '3.2 Pertemuan mencatat bahwa satu dari dua tindak lanjut Pertemuan Pertama yang masih terbuka telah diselesaikan.',
    )
  })
  it('is silent at the first meeting of a series', () =>
    expect(textOf(changed(nusaDua(), { formerActions: [] }))).toContain(
      '3. Review of the follow-up of the First Meeting\n\n4.',
    ))
  it('says when a date was set anew or left open', () => {
    const moved = (from: string | null, to: string | null) =>
      textOf(withActions(['open'], { dueOn: to, dueChanges: [{ meetingId: ids.meeting, from, to }] }))
    expect(moved('2025-03-31', '2025-02-01')).toContain('the Meeting set its date at 1 February 2025.')
    expect(moved(null, '2025-02-01')).toContain('the Meeting set its date at 1 February 2025.')
    expect(moved('2025-03-31', null)).toContain('the Meeting left its date open.')
  })
  it('keeps names and abbreviations as they are inside a sentence', () => {
    const said = (en: string) =>
      textOf(
        withActions(['open'], {
          what: { en },
          dueChanges: [{ meetingId: ids.meeting, from: null, to: '2025-12-01' }],
        }),
      )
    expect(said('Cambodian list of posts')).toContain('(Cambodian list of posts)')
    expect(said('TPPO training')).toContain('(TPPO training)')
    expect(said('A training course')).toContain('(a training course)')
  })
})

describe('actions', () => {
  it('show the date that this meeting set, whatever a later one did', () => {
    const { dossier } = nusaDua()
    const actions = dossier.actions.map((action) => ({
      ...action,
      dueOn: '2027-01-01',
      dueChanges: [{ meetingId: testId<Meeting['id']>(9), from: '2025-06-30', to: '2027-01-01' }],
    }))
    const text = textOf(changed(nusaDua(), { actions }))
    expect(text).toContain('by 30 June 2025')
    expect(text).not.toContain('2027')
  })
  it('of the last meeting show the date that stood at this one, where only a later one moved it', () => {
    const record = withDoc(mou, 'en', [
      { type: 'actionRef', attrs: { recordId: nusaDua().dossier.formerActions[0]?.id } },
    ])
    const former = record.dossier.formerActions.map((action) => ({
      ...action,
      state: 'open' as const,
      dueOn: '2027-01-01',
      dueChanges: [
        { meetingId: action.meetingId, from: '2024-12-31', to: '2025-06-30' },
        { meetingId: testId<Meeting['id']>(9), from: '2025-06-30', to: '2027-01-01' },
      ],
    }))
    const text = textOf(changed(record, { formerActions: former }))
    expect(text).toContain('by 30 June 2025')
    expect(text).not.toContain('2027')
  })
  it('are a sentence where another item refers to them', () => {
    const action = nusaDua().dossier.actions[0]?.id
    const record = withDoc(mou, 'en', [{ type: 'actionRef', attrs: { recordId: action } }])
    expect(lineOf(record, '4.')).toBe(
      'Action 2/2025/1 (Cambodia): Reply on Article 3 (3) through diplomatic channel, by 30 June 2025.',
    )
  })
  it('are not said twice in their own section', () => {
    const action = nusaDua().dossier.actions[0]?.id
    const record = withDoc(followUp, 'en', [{ type: 'actionRef', attrs: { recordId: action } }])
    expect(textOf(record).match(/2\/2025\/1/g)).toHaveLength(1)
  })
})

describe('the next meeting', () => {
  it('leaves nothing open once a day is named', () =>
    expectNext({ en: 'on 3 March 2026' }, 'The Third Meeting will be held in Phnom Penh on 3 March 2026.'))
  it('leaves the words alone that say themselves what is open', () =>
    expectNext(
      { en: 'in 2026; the hosts will propose a date' },
      'The Third Meeting will be held in Phnom Penh in 2026; the hosts will propose a date.',
    ))
  it('says what is not known yet', () => {
    const record = withMeeting({ next: { place: {}, when: { en: 'in 2026' } } })
    expect(lineOf(record, '7.')).toBe(
      'The Third Meeting will be held in 2026; place and dates will be agreed through diplomatic channel.',
    )
  })
})

describe('annexes', () => {
  it('list both delegations with their Khmer names, and only who was there', () => {
    const { dossier } = nusaDua()
    const delegates = dossier.delegates.map((one) => ({
      ...one,
      presence: one.name === 'Budi' ? ('excused' as const) : one.presence,
    }))
    const tables = tablesOf(changed(nusaDua(), { delegates }), 'delegates')
    expect(tables.map((table) => table.map((row) => row[1]))).toEqual([
      ['Mr. A. Wirawan', 'Ms. Ratna Lestari'],
      ['H.E. General Sok Dara\nសុខ ដារ៉ា', 'Ms. Chan Sophea\nចាន់ សុភា'],
    ])
  })
  it('say who sat for whom: another delegate, or somebody by name', () => {
    const { dossier } = nusaDua()
    const [head, member, other] = dossier.delegates
    if (!head || !member || !other) throw new Error('the sample has delegates')
    const delegates = dossier.delegates.map((one) => {
      if (one.id === member.id)
        return { ...one, presence: 'represented' as const, representedBy: { delegateId: head.id } }
      if (one.id === other.id)
        return { ...one, presence: 'represented' as const, representedBy: { name: 'Rudi' } }
      return one
    })
    const [table] = tablesOf(changed(nusaDua(), { delegates }), 'delegates')
    expect(table?.map((row) => row.at(-1))).toEqual([
      'Head of delegation',
      'Member; represented by Mr. A. Wirawan',
      expect.stringMatching(/; represented by Rudi$/),
    ])
  })
  it('show the agenda on the clock of the place, with breaks and with what was added', () =>
    expect(tablesOf(nusaDua(), 'agenda')[0]?.slice(2, 6)).toEqual([
      ['09.45–10.45', '3', 'Review of the follow-up of the First Meeting', 'Co-chairs'],
      ['10.45–11.00', '', 'Coffee break', ''],
      ['11.00–15.00', '4', 'Draft Memorandum of Understanding', 'Indonesia'],
      [
        ...['15.00–16.00', '5'],
        'Repatriation of April 2025 (added at adoption, at the request of Cambodia)',
        'Cambodia',
      ],
    ]))
  it('show the shared programme only', () => {
    const { dossier } = nusaDua()
    const programme = dossier.programme.map((event) => ({
      ...event,
      visibility: event.kind === 'session' ? ('shared' as const) : ('internal' as const),
    }))
    expect(tablesOf(changed(nusaDua(), { programme }), 'programme')).toEqual([
      [['19 May 2025', '09.15–18.30', 'Bilateral meeting', 'Nusa Dua']],
    ])
  })
  it('give the figures cited their unit, period and source, after the annexes that a text names', () => {
    const { document } = composed(citing())
    expect(minutesText(document)).toContain('Departures: 5,000 persons.')
    expect(minutesText(composed(citing('id'), 'id').document)).toContain('Departures: 5.000 orang.')
    expect(document.blocks.flatMap((block) => (block.kind === 'annex' ? [block.number] : []))).toEqual([
      1, 2, 4,
    ])
    expect(tablesOf(citing(), 'figures')).toEqual([
      [
        [
          'Departures of prospective workers put off',
          '5,000 persons',
          'January to April 2025',
          'Airports and seaports',
          'Directorate General of Immigration, as of 30 April 2025',
        ],
      ],
    ])
  })
})

describe('what is missing', () => {
  it('is nothing in the whole record', () => expectProblems(nusaDua()))
  it('is told in a form that can be sent', () => {
    const preview = composed(withMeeting({ next: null }))
    expect(MinutesPreview.parse(preview)).toEqual(preview)
  })
  it('is a head', () =>
    expectProblems(
      withDelegates((one) => ({ ...one, role: one.side === 'KHM' ? 'member' : one.role })),
      {
        kind: 'headMissing',
        side: 'KHM',
      },
    ))
  it('is one head where there are two', () =>
    expectProblems(
      withDelegates((one) => ({ ...one, role: one.side === 'KHM' ? 'head' : one.role })),
      { kind: 'twoHeads', side: 'KHM' },
    ))
  it('is a head who was not there, in person or by another', () => {
    expectProblems(
      withDelegates((one) => ({
        ...one,
        presence: one.side === 'KHM' ? ('excused' as const) : one.presence,
      })),
      { kind: 'headAbsent', side: 'KHM' },
    )
    expectProblems(
      withDelegates((one) =>
        one.side === 'KHM' && one.role === 'head'
          ? { ...one, presence: 'represented', representedBy: { name: 'Ms. Chan Sophea' } }
          : one,
      ),
    )
  })
  it('is the day of a signature', () =>
    expectProblems(
      withDelegates((one) => ({ ...one, signedOn: one.side === 'KHM' ? null : one.signedOn })),
      {
        kind: 'signatureDateMissing',
        side: 'KHM',
      },
    ))
  it('is the text of an item', () =>
    expectProblems(withDoc(repatriation, 'en', [{ type: 'paragraph' }]), {
      kind: 'textMissing',
      itemNumber: 5,
      language: 'en',
    }))
  it('is the text of an item that a person has taken over', () =>
    expectProblems(withItem(nusaDua(), 1, { composition: 'written' }), {
      kind: 'textMissing',
      itemNumber: 2,
      language: 'en',
    }))
  it('is a wording in this language; the other one stands in its place, marked', () => {
    const record = withItem(nusaDua(), repatriation, { title: { id: 'Pemulangan' } })
    expectProblems(record, { kind: 'wordingMissing', what: 'Pemulangan', language: 'en' })
    expect(composed(record).document.blocks).toContainEqual({
      kind: 'heading',
      number: 5,
      runs: [{ text: 'Pemulangan', language: 'id' }],
    })
  })
  it('is agreement on a bracket', () => {
    const record = withDoc(repatriation, 'en', [
      paragraph(
        'The Sides ',
        { type: 'bracketOpen', attrs: { bracketId: 'b1', lead: '' } },
        'shall',
        { type: 'bracketClose', attrs: { bracketId: 'b1', tail: ' (IDN)' } },
        ' act.',
      ),
    ])
    expectProblems(record, { kind: 'openBracket', itemNumber: 5, words: 'shall' })
    expect(lineOf(record, '5.')).toBe('The Sides [shall (IDN)] act.')
  })
  it('is the source of a figure', () => {
    const { dossier, docs } = citing()
    const figures = dossier.figures.map((figure) => ({ ...figure, source: ' ' }))
    expectProblems(
      { dossier: { ...dossier, figures }, docs },
      { kind: 'figureWithoutSource', words: '5,000 persons Departures of prospective workers put off' },
    )
  })
  it('is the next meeting', () => expectProblems(withMeeting({ next: null }), { kind: 'nextMeetingMissing' }))
  it('is what a text refers to and these minutes cannot say', () => {
    const lost = (type: string) => ({ type, attrs: { recordId: testId(999) } })
    expectProblems(
      withDoc(mou, 'en', [
        paragraph('Said: ', lost('figureRef'), lost('personRef')),
        lost('decisionRef'),
        lost('actionRef'),
      ]),
      ...(['figure', 'person', 'decision', 'action'] as const).map((what): MinutesProblem => ({
        ...{ kind: 'referenceLost', itemNumber: 4, what },
      })),
    )
  })
  it('is what is placed twice, as where an item comes back that says what another says by now', () => {
    const record = nusaDua()
    const [decision] = record.dossier.decisions
    const ref = { type: 'decisionRef', attrs: { recordId: decision?.id } }
    const docs = new Map([...record.docs, [textId(mou, 'en'), doc([ref, ref])]])
    expect(composed({ ...record, docs }).problems).toContainEqual({
      ...{ kind: 'saidTwice', itemNumber: 4, what: 'decision', number: '2/2025/1' },
    })
  })
  it('is a person named by anything but a seat on a delegation of this meeting', () => {
    const named = (recordId: string | undefined) =>
      withDoc(mou, 'en', [paragraph('As ', { type: 'personRef', attrs: { recordId } }, ' said.')])
    const [seat] = nusaDua().dossier.delegates
    expect(lineOf(named(seat?.id), '4.')).toBe('As Mr. A. Wirawan said.')
    expectProblems(named(seat?.personId), { kind: 'referenceLost', itemNumber: 4, what: 'person' })
  })
  it('is a decision that no text places, and an action that nothing lists', () => {
    expectProblems(withText(mou, 'en', 'Nothing was agreed.'), {
      kind: 'notInText',
      what: 'decision',
      number: '2/2025/1',
    })
    const written = withItem(withText(followUp, 'en', 'None.'), followUp, { composition: 'written' })
    expectProblems(
      written,
      ...[1, 2, 3].map((serial): MinutesProblem => ({
        kind: 'notInText',
        what: 'action',
        number: `2/2025/${serial}`,
      })),
    )
  })
})

function composed(record: RecordOfMeeting, language: ComposedLanguage = 'en', keptBy = 'IDN') {
  return composeMinutes({ ...record, language, keptBy, sample: false, auditHead: null })
}

function textOf(record: RecordOfMeeting, language: ComposedLanguage = 'en'): string {
  return minutesText(composed(record, language).document)
}

/** The first line of a section. */
function lineOf(
  record: RecordOfMeeting,
  heading: string,
  language: ComposedLanguage = 'en',
): string | undefined {
  const lines = textOf(record, language).split('\n')
  return lines[lines.findIndex((line) => line.startsWith(`${heading} `)) + 1]
}

function expectProblems(record: RecordOfMeeting, ...problems: readonly MinutesProblem[]): void {
  expect(composed(record).problems).toEqual(problems)
}

function expectReview(states: readonly Action['state'][], words: string): void {
  expect(lineOf(withActions(states), '3.')).toBe(`The Meeting noted that ${words}`)
}

function expectNext(when: { readonly en: string }, sentence: string): void {
  expect(lineOf(withMeeting({ next: { place: { en: 'Phnom Penh' }, when } }), '7.')).toBe(sentence)
}

function changed({ dossier, docs }: RecordOfMeeting, change: Partial<MeetingDossier>): RecordOfMeeting {
  return { dossier: { ...dossier, ...change }, docs }
}

function withMeeting(change: Partial<Meeting>): RecordOfMeeting {
  const record = nusaDua()
  return changed(record, { meeting: { ...record.dossier.meeting, ...change } })
}

function withItem(record: RecordOfMeeting, position: number, change: Partial<AgendaItem>): RecordOfMeeting {
  const agenda = record.dossier.agenda.map((item, at) => (at === position ? { ...item, ...change } : item))
  return changed(record, { agenda })
}

function withDelegates(change: (delegate: Delegate) => Delegate): RecordOfMeeting {
  const record = nusaDua()
  return changed(record, { delegates: record.dossier.delegates.map(change) })
}

/** As many actions of the last meeting as there are states. */
function withActions(states: readonly Action['state'][], change: Partial<Action> = {}): RecordOfMeeting {
  const record = nusaDua()
  const formerActions = states.flatMap((state, index) => {
    const action = record.dossier.formerActions[index]
    return action ? [{ ...action, dueChanges: [], closedOn: null, ...change, state }] : []
  })
  return changed(record, { formerActions })
}

function withDoc(position: number, language: ComposedLanguage, content: readonly unknown[]): RecordOfMeeting {
  const { dossier, docs } = nusaDua()
  const without = position === mou ? { decisions: [] } : {}
  return {
    dossier: { ...dossier, ...without },
    docs: new Map([...docs, [textId(position, language), doc(content)]]),
  }
}

/** The item without a word in any language. */
function emptied(position: number): RecordOfMeeting {
  const { dossier, docs } = nusaDua()
  const blank = [textId(position, 'en'), textId(position, 'id')]
  return { dossier, docs: new Map([...docs].filter(([id]) => !blank.includes(id))) }
}

function withText(position: number, language: ComposedLanguage, words: string): RecordOfMeeting {
  const { docs } = withDoc(position, language, [paragraph(words)])
  return { dossier: nusaDua().dossier, docs }
}

function citing(language: ComposedLanguage = 'en'): RecordOfMeeting {
  const figure = { type: 'figureRef', attrs: { recordId: ids.figure } }
  return withDoc(repatriation, language, [paragraph('Departures: ', figure, '.')])
}

/** The words in the tables of one use, by row and cell. */
function tablesOf(
  record: RecordOfMeeting,
  use: Extract<Block, { kind: 'table' }>['use'],
): readonly (readonly (readonly string[])[])[] {
  return composed(record).document.blocks.flatMap((block) =>
    block.kind === 'table' && block.use === use
      ? [block.rows.map((row) => row.map(({ runs }) => runs.map(({ text }) => text).join('')))]
      : [],
  )
}
