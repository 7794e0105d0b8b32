import type { ComposedLanguage } from '../values.ts'
import type { ParagraphRole } from './extensions.ts'

/** What a paragraph is in an agreement, as people call it: on the screen and in what is exported. */
export const roleNames: Readonly<Record<ComposedLanguage, Readonly<Record<ParagraphRole, string>>>> = {
  en: {
    body: 'Paragraph',
    cover: 'Draft particulars',
    title: 'Title',
    opening: 'The sides',
    recital: 'Recital',
    agreed: 'Words of agreement',
    heading: 'Heading',
    definition: 'Definition',
    testimonium: 'Testimonium',
    signatures: 'Signatures',
  },
  id: {
    body: 'Paragraf',
    cover: 'Keterangan draf',
    title: 'Judul',
    opening: 'Para pihak',
    recital: 'Pertimbangan',
    agreed: 'Kata kesepakatan',
    heading: 'Judul bagian',
    definition: 'Definisi',
    testimonium: 'Testimonium',
    signatures: 'Tanda tangan',
  },
}
