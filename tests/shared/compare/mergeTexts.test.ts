import { readFileSync } from 'node:fs'
import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { mergeTexts, rollingText } from '../../../shared/compare/mergeTexts.ts'
import { textAsSeenBy } from '../../../shared/text/bracketViews.ts'
import { textsEqualModuloIds } from '../../../shared/text/canonicalText.ts'
import { fromPlainText, toPlainText } from '../../../shared/text/plainText.ts'
import { bracketsIn, countBrackets } from '../../../shared/text/textBrackets.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { doc, ids, node, paragraph } from '../text/support.ts'

describe('words', () => {
  const base = 'The Parties shall meet within seven (7) days of a request.'

  it('that one side changed are taken', () =>
    expectMerged(base, base.replace('shall', 'will'), base, base.replace('shall', 'will')))
  it('that each changed at another place are all taken', () =>
    expectMerged(
      base,
      base.replace('shall', 'will'),
      base.replace('a request', 'any request'),
      'The Parties will meet within seven (7) days of any request.',
    ))
  it('that both changed alike are taken once', () =>
    expectMerged(
      base,
      base.replace('seven (7)', 'ten (10)'),
      base.replace('seven (7)', 'ten (10)'),
      base.replace('seven (7)', 'ten (10)'),
    ))
  it('that both changed differently are a group, a number with its figures', () =>
    expectMerged(
      base,
      base.replace('seven (7)', 'fourteen (14)'),
      base.replace('seven (7)', 'thirty (30)'),
      'The Parties shall meet within [fourteen (14) (IDN)] [thirty (30) (KHM)] days of a request.',
    ))
  it('that one changed and the other deleted are in a bracket of the one', () =>
    expectMerged(
      'The Parties shall promptly meet.',
      'The Parties shall immediately meet.',
      'The Parties shall meet.',
      'The Parties shall [immediately (IDN)] meet.',
    ))
  it('that both put in at one place are a group', () =>
    expectMerged(
      'The Parties meet.',
      'The Parties always meet.',
      'The Parties seldom meet.',
      'The Parties [always (IDN)] [seldom (KHM)] meet.',
    ))
  it('behind a comma keep their place at the word', () =>
    expectMerged(
      'They meet, if asked, in Bali.',
      'They meet, when asked, in Bali.',
      'They meet in Bali.',
      'They meet [, when asked, (IDN)] in Bali.',
    ))
  it('without spaces between them are told apart by the dictionary', () =>
    expectMerged('ភាគីនឹងសហការ', 'ភាគីត្រូវសហការ', 'ភាគីអាចសហការ', 'ភាគី[ត្រូវ (IDN)] [អាច (KHM)]សហការ'))
  it('within a bracket of before are in two brackets around it', () =>
    expectMerged(
      'They [meet (chair)] now.',
      'They [convene (chair)] now.',
      'They [talk (chair)] now.',
      'They [[convene (chair)] (IDN)] [[talk (chair)] (KHM)] now.',
    ))
  it('keep the marks that one side gave them', () => {
    const bold = node('doc', {}, node('paragraph', {}, 'They ', marked('shall'), ' meet.'))
    const { doc: merged } = merge(
      doc(paragraph('They shall meet.')),
      bold,
      doc(paragraph('They shall meet soon.')),
    )
    expect(merged.child(0).child(1).marks).toHaveLength(1)
    expect(toPlainText(merged)).toBe('They shall meet soon.')
  })
})

describe('paragraphs and articles', () => {
  const base =
    'Article 1\nAim\n1. First of all they meet.\n2. Then they talk it over.\n3. At last they agree on it.'

  it('that one deleted are gone', () => {
    const shorter = base.replace('\n2. Then they talk it over.', '')
    expectMerged(base, base, shorter, shorter)
  })
  it('that one deleted and the other changed are in a bracket of the other', () =>
    expectMerged(
      base,
      base.replace('talk it over', 'talk it all over'),
      base.replace('\n2. Then they talk it over.', ''),
      'Article 1\nAim\n1. First of all they meet.\n[2. Then they talk it all over. (IDN)]\n3. At last they agree on it.',
    ))
  it('that both put in at one place are in a bracket each', () =>
    expectMerged(
      base,
      `${base}\nNobody pays for coffee.`,
      `${base}\nDocuments remain secret for ever.`,
      `${base}\n[Nobody pays for coffee. (IDN)]\n[Documents remain secret for ever. (KHM)]`,
    ))
  it('that both put in alike stand once', () =>
    expectMerged(base, `${base}\n4. Nobody pays.`, `${base}\n4. Nobody pays.`, `${base}\n4. Nobody pays.`))
  it('that one moved and the other changed are changed in their new place', () =>
    expectMerged(
      articles('Aim', 'Scope', 'Funding'),
      articles('Funding', 'Aim', 'Scope'),
      articles('Aim', 'Scope', 'Funding').replace('says what Funding', 'states what Funding'),
      articles('Funding', 'Aim', 'Scope').replace('says what Funding', 'states what Funding'),
    ))
  it('that both moved elsewhere stand at both places, in brackets', () => {
    const [one, other] = [
      articles('Ending', 'Aim', 'Scope', 'Funding', 'Forms'),
      articles('Aim', 'Scope', 'Ending', 'Funding', 'Forms'),
    ]
    const merged = merge(
      parse(articles('Aim', 'Scope', 'Funding', 'Forms', 'Ending')),
      parse(one),
      parse(other),
    )
    expect(merged.brackets).toHaveLength(2)
    expect(toPlainText(merged.taking('IDN'))).toBe(one)
    expect(toPlainText(merged.taking('KHM'))).toBe(other)
  })
  it('in a new article of one and changed by the other are changed there', () =>
    expectMerged(
      'Article 1\nAim\n1. The Parties meet every year in turn.\n2. The costs are borne by each Party itself.',
      'Article 1\nAim\n1. The Parties meet every year in turn.\nArticle 2\nCosts\n2. The costs are borne by each Party itself.',
      'Article 1\nAim\n1. The Parties meet every year in turn.\n2. The costs are borne by each Party alone.',
      'Article 1\nAim\n1. The Parties meet every year in turn.\nArticle 2\nCosts\n2. The costs are borne by each Party alone.',
    ))
  it('that one emptied and the other changed are whole blocks', () => {
    const empty = doc(node('paragraph', { blockId: 'p' }))
    const merged = merge(doc(paragraph('They meet.')), empty, doc(paragraph('They talk.')))
    expect(toPlainText(merged.doc)).toBe('[ (IDN)]\n[They talk. (KHM)]')
    expect(textsEqualModuloIds(merged.taking('IDN'), empty)).toBe(true)
  })
  it('keep their ids', () => {
    const before = parse(base)
    const merged = merge(before, parse(base.replace('talk', 'speak')), parse(base.replace('agree', 'decide')))
    const own = (text: Node) => text.child(0).children.map(({ attrs }) => attrs['blockId'] as unknown)
    expect(own(merged.doc)).toEqual(own(before))
  })
  it('whose number both changed differently keep the old, which is said', () => {
    const numbered = (number: string) =>
      doc(node('numberedParagraph', { number, blockId: 'n' }, 'They meet.'))
    const merged = merge(numbered('1'), numbered('2'), numbered('3'))
    expect(toPlainText(merged.doc)).toBe('1. They meet.')
    expect(merged.leftAside).toEqual([{ kind: 'attributes', blockId: 'n', names: ['number'] }])
  })
})

describe('lists and tables', () => {
  const list = (...items: readonly string[]) =>
    doc(node('bulletList', {}, ...items.map((words) => node('listItem', {}, paragraph(words)))))
  const table = (...rows: readonly (readonly string[])[]) =>
    doc(
      node(
        'table',
        {},
        ...rows.map((cells) =>
          node('tableRow', {}, ...cells.map((words) => node('tableCell', {}, paragraph(words)))),
        ),
      ),
    )

  it('take items from both', () =>
    expect(
      lines(
        list('a one', 'b two', 'c three'),
        list('new one', 'a one', 'b two', 'c three'),
        list('a one', 'b two', 'c three', 'last one'),
      ),
    ).toBe('- new one\n- a one\n- b two\n- c three\n- last one'))
  it('hold brackets within an item that both changed', () =>
    expect(
      lines(list('they meet often', 'b'), list('they meet seldom', 'b'), list('they meet never', 'b')),
    ).toBe('- they meet [seldom (IDN)] [never (KHM)]\n- b'))
  it('hold in a bracket the item that one deleted and the other changed', () => {
    const merged = merge(list('they meet often', 'b'), list('b'), list('they meet very often', 'b'))
    expect(toPlainText(merged.doc)).toBe('- [they meet very often (KHM)]\n- b')
    expect(toPlainText(merged.taking('IDN'))).toBe('- b')
  })
  it('hold brackets within a cell that both changed', () =>
    expect(
      lines(
        table(['Date', 'May'], ['Place', 'Bali']),
        table(['Date', 'June'], ['Place', 'Bali']),
        table(['Date', 'July'], ['Place', 'Bali']),
      ),
    ).toBe('Date  [June (IDN)] [July (KHM)]\nPlace  Bali'))
  it('take a row of one and a cell of the other', () =>
    expect(
      lines(
        table(['Date', 'May'], ['Place', 'Bali']),
        table(['Date', 'May'], ['Place', 'Bali'], ['Hour', 'nine']),
        table(['Date', 'May'], ['Place', 'Jakarta']),
      ),
    ).toBe('Date  May\nPlace  Jakarta\nHour  nine'))
  it('stand whole beside each other where both changed the build of a table', () => {
    const one = table(['Date', 'May'], ['Place', 'Bali'], ['Hour', 'nine'])
    const merged = merge(table(['Date', 'May'], ['Place', 'Bali']), one, table(['Date', 'May']))
    expect(bracketsIn(merged.doc).map(({ place, sides }) => [place, ...sides])).toEqual([
      ['blocks', 'IDN'],
      ['blocks', 'KHM'],
    ])
    expect(textsEqualModuloIds(merged.taking('IDN'), one)).toBe(true)
  })

  function lines(base: Node, one: Node, other: Node): string {
    return toPlainText(merge(base, one, other).doc)
  }
})

describe('the draft of Indonesia and the counter-draft of Cambodia', () => {
  const draft = parse(fixture('mou-v1-idn-draft.en.txt'))
  const counterDraft = parse(fixture('mou-v2-khm-counterdraft.en.txt'))

  it('give the counter-draft where the draft is their base: nobody else changed anything', () => {
    const merged = merge(draft, draft, counterDraft)
    expect(merged.brackets).toEqual([])
    expect(textsEqualModuloIds(merged.doc, counterDraft)).toBe(true)
  })

  describe('give by themselves the first rolling text', () => {
    const rolling = rollingText({ side: 'IDN', doc: draft }, { side: 'KHM', doc: counterDraft }, options())
    const written = toPlainText(rolling.doc).split('\n')

    it('that is valid, and comes back from plain text as it is', () => {
      expect(parseText(JSON.parse(JSON.stringify(rolling.doc))).ok).toBe(true)
      expect(toPlainText(parse(toPlainText(rolling.doc)))).toBe(toPlainText(rolling.doc))
    })
    it('that says what the working text after the meeting said', () => {
      const after = fixture('mou-v3-consolidated.en.txt').split('\n')
      const same = [
        'The [Parties (IDN)] [Participants (KHM)] [shall (IDN)] [will (KHM)] cooperate in the following areas:',
        '(b) prevention and combating of cybercrime, including skimming, scamming and [illegal (KHM)] online gambling;',
      ]
      for (const line of same) {
        expect(after).toContain(line)
        expect(written).toContain(line)
      }
      expect(written).toContain(
        '2. Each [Party (IDN)] [Participant (KHM)] [shall (IDN)] [will (KHM)] reply to a request for information within [fourteen (14) (IDN)] [thirty (30) (KHM)] days of its receipt.',
      )
      expect(written).toContain(
        '[3. The Parties shall facilitate the posting of an Immigration Attaché at the Embassy of the Republic of Indonesia in Phnom Penh. (IDN)]',
      )
      expect(written).toContain(
        '2. It [shall (IDN)] [will (KHM)] remain in [force (IDN)] [effect (KHM)] for a period of [five (5) (IDN)] [three (3) (KHM)] years and may be extended by mutual written consent.',
      )
      expect(written.join('\n')).toContain(
        '\n\n[Article 8\nProtection of Personal Data\nPersonal data will be processed only for the purposes of this Memorandum of Understanding and in accordance with the laws of the receiving Participant. (KHM)]\n\n',
      )
    })
    it('that has the brackets it has, each with its side', () => {
      const { bySide, brackets, places } = countBrackets(bracketsIn(rolling.doc))
      expect({ brackets, places, bySide }).toEqual({ brackets: 80, places: 42, bySide: { IDN: 39, KHM: 41 } })
      expect(rolling.brackets).toHaveLength(80)
    })
    it('that brackets no order of the sides in a title of several lines, but what else differs in it', () => {
      const title = (...lines: readonly string[]) =>
        doc(
          node(
            'paragraph',
            { role: 'title', blockId: 'title' },
            ...lines.flatMap((line, at) => (at === 0 ? [line] : [node('hardBreak'), line])),
          ),
        )
      const [ours, theirs] = ['MINISTRY OF IMMIGRATION OF INDONESIA', 'MINISTRY OF INTERIOR OF CAMBODIA']
      const merged = rollingText(
        { side: 'IDN', doc: title(ours, 'AND', theirs, 'ON TRAFFICKING IN PERSONS') },
        { side: 'KHM', doc: title(theirs, 'AND', ours, 'ON SMUGGLING OF PERSONS') },
        { newId: ids('m'), language: 'en' },
      )
      expect(toPlainText(merged.doc)).toBe(
        [ours, 'AND', theirs, 'ON [TRAFFICKING IN (IDN)] [SMUGGLING OF (KHM)] PERSONS'].join('\n'),
      )
      expect(merged.leftAside).toEqual([{ kind: 'words', blockId: 'title', layer: 'alternat' }])
    })
    it('that brackets neither cover, alternat, numbers nor places, and says so', () => {
      expect(written.slice(0, 10)).toEqual(toPlainText(draft).split('\n').slice(0, 10))
      const said = rolling.leftAside.map((each) => (each.kind === 'words' ? each.layer : each.kind))
      expect([...new Set(said)].toSorted()).toEqual(['alternat', 'attributes', 'cover', 'place'])
      expect(said.filter((each) => each === 'place')).toHaveLength(1) // Confidentiality
      expect(said.filter((each) => each === 'attributes')).toHaveLength(6) // numbers of articles
    })
    it('that is the draft again for Indonesia', () => {
      expect(textsEqualModuloIds(rolling.taking('IDN'), draft)).toBe(true)
      expect(textAsSeenBy(rolling.doc, 'IDN').eq(rolling.taking('IDN'))).toBe(true)
    })
    it('that has the wording of the counter-draft for Cambodia', () => {
      const wording = (text: Node) =>
        toPlainText(text)
          .split('\n')
          .slice(10)
          .filter((line) => !/^Article \d+$|alternately|^DONE|^FOR|^The Ministry/.test(line))
          .map((line) => line.replace(/[“”]/g, '"'))
          .toSorted()
      expect(wording(rolling.taking('KHM'))).toEqual(wording(counterDraft))
    })
  })

  it('give, of an older base, what one changed, and brackets where both did', () => {
    const base = fixture('mou-v1-idn-draft.en.txt')
      .replace('fourteen (14) days', 'seven (7) days')
      .replace('five (5) years', 'two (2) years')
      .replace(
        '\n3. The Parties shall facilitate the posting of an Immigration Attaché at the Embassy of the Republic of Indonesia in Phnom Penh.',
        '',
      )
    const merged = merge(parse(base), draft, counterDraft)
    const written = toPlainText(merged.doc).split('\n')
    expect(written).toContain(
      '2. Each Participant will reply to a request for information within [fourteen (14) (IDN)] [thirty (30) (KHM)] days of its receipt.',
    )
    expect(written).toContain(
      '2. It will remain in effect for a period of [five (5) (IDN)] [three (3) (KHM)] years and may be extended by mutual written consent.',
    )
    expect(written.filter((line) => line.startsWith('3. The Parties shall facilitate'))).toHaveLength(1)
    expect(merged.brackets).toHaveLength(4)
  })
})

function articles(...headings: readonly string[]): string {
  return headings
    .map(
      (heading, index) =>
        `Article ${index + 1}\n${heading}\nThis article says what ${heading} means to the two of them.`,
    )
    .join('\n')
    .replace(/Article \d+/g, 'Article 1')
}

function marked(words: string): Node {
  const text = doc(paragraph(words)).child(0).child(0)
  return text.mark([text.type.schema.mark('bold')])
}

function merge(base: Node, one: Node, other: Node) {
  return mergeTexts(base, { side: 'IDN', doc: one }, { side: 'KHM', doc: other }, options())
}

function options() {
  return { newId: ids('new'), language: 'en' as const }
}

let texts = 0

function parse(text: string): Node {
  return fromPlainText(text, { lang: 'en', newId: ids(`t${++texts}`) }).doc
}

function expectMerged(base: string, one: string, other: string, expected: string) {
  expect(toPlainText(merge(parse(base), parse(one), parse(other)).doc)).toBe(expected)
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
}
