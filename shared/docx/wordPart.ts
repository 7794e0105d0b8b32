export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A part of a DOCX as a file: the element w:`root` around its content. `r:` is for references to other parts. */
export function wordPart(root: 'document' | 'fonts' | 'numbering', content: string): string {
  return (
    `${xmlDeclaration}<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${content}</w:${root}>`
  )
}
