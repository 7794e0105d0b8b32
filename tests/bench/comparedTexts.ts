/** The edits whose effect on a comparison is measured; what is true of each is known from how it was made. */
export const patterns = ['few', 'inserted', 'moved', 'rewritten', 'different'] as const
export type Pattern = (typeof patterns)[number]

export type MadePair = {
  readonly base: unknown // JSON of a text
  readonly target: unknown
  readonly changedWords: number // words that were deleted or put in, as far as it was made so
  readonly movedArticles: number
}

const OPENINGS =
  'The Parties;Each Party;The competent authorities;The Joint Working Group;Either Party;The focal points'.split(
    ';',
  )
const VERBS = 'exchange;review;protect;supply;coordinate;examine;prepare;record;transmit;facilitate'.split(
  ';',
)
const OBJECTS = (
  'information on routes used by traffickers;lists of fraudulent travel documents;the statements of victims;' +
  'training for border officers;the repatriation of nationals;evidence of online fraud;requests for assistance;' +
  'the annual work plan;statistics of departures;measures against illegal recruitment'
).split(';')
const MANNERS = (
  'in accordance with their laws;within the limits of their means;through diplomatic channels;as soon as possible;' +
  'on the basis of reciprocity;without undue delay;with due regard to safety;in writing and in good faith'
).split(';')
const NAMES =
  'alpha;bravo;carmine;delta;ember;fjord;garnet;harbour;indigo;juniper;kestrel;lantern;marble;nectar;onyx'.split(
    ';',
  )
const KHMER = 'ភាគីទាំងពីរនឹងសហប្រតិបត្តិការក្នុងការប្រឆាំងអំពើជួញដូរមនុស្សនិងផ្លាស់ប្តូរព័ត៌មានតាមរយៈមន្ត្រីទំនាក់ទំនង។'

/** Always the same numbers for the same seed. */
function createChance(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return { next, of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T }
}

type Line = { readonly sentences: string[][] }
type Article = { readonly heading: string; readonly lines: Line[] }

function sentence(chance: ReturnType<typeof createChance>): string[] {
  const number = 2 + Math.floor(chance.next() * 88)
  return (
    `${chance.of(OPENINGS)} shall ${chance.of(VERBS)} ${chance.of(OBJECTS)} under plan ${chance.of(NAMES)}-${number} ` +
    `and ${chance.of(VERBS)} ${chance.of(OBJECTS)} ${chance.of(MANNERS)}.`
  ).split(' ')
}

function madeArticle(chance: ReturnType<typeof createChance>): Article {
  const lines = Array.from({ length: 5 }, () => ({
    sentences: Array.from({ length: 1 + Math.floor(chance.next() * 2) }, () => sentence(chance)),
  }))
  return { heading: `${chance.of(OBJECTS)} ${chance.of(NAMES)} ${Math.floor(chance.next() * 900)}`, lines }
}

/** A text of about so many words in articles of five numbered paragraphs, and what became of it. */
export function madePair(words: number, pattern: Pattern): MadePair {
  const chance = createChance(words + pattern.length * 7919)
  const articles: Article[] = []
  for (let made = 0; made < words;) {
    const article = madeArticle(chance)
    articles.push(article)
    made += wordsOf(article)
  }
  const edited: Article[] = structuredClone(articles)
  let changedWords = 0
  let movedArticles = 0
  if (pattern === 'few') {
    for (let edit = 0; edit < Math.max(5, words / 1_000); edit++) {
      const said = chance.of(chance.of(chance.of(edited).lines).sentences)
      const at = 3 + Math.floor(chance.next() * (said.length - 5))
      if (said[at]?.startsWith('edited')) continue
      said[at] = `edited${edit}`
      changedWords += 2
    }
  } else if (pattern === 'inserted') {
    for (let edit = 0; edit < Math.max(1, words / 5_000); edit++) {
      const article = madeArticle(chance)
      edited.splice(Math.floor(chance.next() * edited.length), 0, article)
      changedWords += wordsOf(article)
    }
  } else if (pattern === 'moved') {
    // Three places down and far apart: none of them could be seen as the others' move.
    const every = Math.max(8, Math.floor((edited.length * 20_000) / words))
    for (let from = 0; from + 4 < edited.length; from += every) {
      const [article] = edited.splice(from, 1)
      if (article) edited.splice(from + 3, 0, article)
      movedArticles++
    }
  } else if (pattern === 'rewritten') {
    for (const article of edited)
      for (const { sentences } of article.lines)
        for (const said of sentences)
          for (let at = 1; at < said.length - 1; at++) {
            const draw = chance.next()
            if (draw < 0.26) {
              said[at] = `${chance.of(NAMES)}${Math.floor(chance.next() * 50)}`
              changedWords += 2
            }
          }
  } else {
    const other = createChance(words + 31)
    edited.length = 0
    for (let made = 0; made < words;) {
      const article = madeArticle(other)
      const unlike = (said: string) => [...said].reverse().join('')
      const lines = article.lines.map(({ sentences }) => ({
        sentences: sentences.map((one) => one.map(unlike)),
      }))
      edited.push({ heading: unlike(article.heading), lines })
      made += wordsOf(article)
    }
    changedWords = 2 * words
  }
  return { base: textOfArticles(articles), target: textOfArticles(edited), changedWords, movedArticles }
}

function wordsOf({ heading, lines }: Article): number {
  const inLines = lines.reduce(
    (sum, { sentences }) => sum + sentences.reduce((all, { length }) => all + length, 0),
    0,
  )
  return inLines + heading.split(' ').length
}

function textOfArticles(articles: readonly Article[]): unknown {
  let last = 0
  const blockId = () => `b${++last}`
  return {
    type: 'doc',
    attrs: { lang: 'en' },
    content: articles.map(({ heading, lines }, index) => ({
      type: 'article',
      attrs: { number: String(index + 1), blockId: blockId() },
      content: [
        { type: 'articleHeading', attrs: { blockId: blockId() }, content: [{ type: 'text', text: heading }] },
        ...lines.map(({ sentences }, line) => ({
          type: 'numberedParagraph',
          attrs: { number: String(line + 1), blockId: blockId() },
          content: [{ type: 'text', text: sentences.map((one) => one.join(' ')).join(' ') }],
        })),
      ],
    })),
  }
}

/** Shapes that make a comparison slow which is not made for them. */
export function madeShapes(): readonly {
  readonly name: string
  readonly base: unknown
  readonly target: unknown
}[] {
  const chance = createChance(5)
  const word = (prefix: string, index: number) => `${prefix}${index}`
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const doc = (content: readonly unknown[], lang = 'en') => ({ type: 'doc', attrs: { lang }, content })
  const long = (prefix: string) => Array.from({ length: 5_000 }, (_, index) => word(prefix, index)).join(' ')
  const same = 'The Parties shall cooperate on the basis of equality and mutual benefit.'
  const row = (index: number, figure: number) => ({
    type: 'tableRow',
    content: ['District', word('post ', index % 40), String(figure)].map((text) => ({
      type: 'tableCell',
      content: [paragraph(text)],
    })),
  })
  const rows = (shift: number) =>
    doc([
      { type: 'table', content: Array.from({ length: 5_000 }, (_, index) => row(index, index * 7 + shift)) },
    ])
  const khmer = (edits: number) =>
    doc(
      Array.from({ length: 1_500 }, (_, index) =>
        paragraph(`${KHMER}${index % 97 < edits ? 'ថ្មី' : ''}${KHMER.slice(index % 20)}${index}`),
      ),
      'km',
    )
  const edited = Array.from({ length: 50_000 }, () => word('w', Math.floor(chance.next() * 4_000)))
  const editedToo = edited.map((one, index) => (index % 20 === 7 ? `x${index}` : one))
  return [
    {
      name: '5,000 words in one paragraph, all different',
      base: doc([paragraph(long('a'))]),
      target: doc([paragraph(long('b'))]),
    },
    {
      name: '50,000 words in one paragraph, 5 % different',
      base: doc([paragraph(edited.join(' '))]),
      target: doc([paragraph(editedToo.join(' '))]),
    },
    {
      name: '5,000 equal paragraphs, 100 more',
      base: doc(Array.from({ length: 5_000 }, () => paragraph(same))),
      target: doc(Array.from({ length: 5_100 }, () => paragraph(same))),
    },
    {
      name: '5,000 equal paragraphs, each tenth different',
      base: doc(Array.from({ length: 5_000 }, () => paragraph(same))),
      target: doc(
        Array.from({ length: 5_000 }, (_, index) =>
          paragraph(index % 10 === 0 ? `${same} Also ${index}.` : same),
        ),
      ),
    },
    { name: '5,000 table rows, each with another figure', base: rows(0), target: rows(1) },
    { name: 'Khmer, 288,000 characters, each tenth paragraph different', base: khmer(0), target: khmer(10) },
  ]
}
