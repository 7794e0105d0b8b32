/**
 * A table out of the clipboard of a spreadsheet, or out of a CSV text: rows of cells, as many in each as it has.
 *
 * Cells are parted by tabs where there are any, else by the semicolon or the comma, whichever the first line has more
 * of. A cell in quotation marks may hold what parts cells and lines; two marks in it are one (RFC 4180). A mark inside a
 * cell that does not begin with one is a sign like any other. Rows in which nothing stands are left out.
 */
export function pastedTable(text: string): readonly (readonly string[])[] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const parting = partingOf(clean)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at <= clean.length; at++) {
    const sign = clean[at]
    if (isQuoted && sign !== undefined) {
      if (sign !== '"') cell += sign
      else if (clean[at + 1] === '"') cell += clean[++at]
      else isQuoted = false
    } else if (sign === parting) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === undefined) {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else if (sign === '"' && cell === '' && closes(clean, at, parting)) isQuoted = true
    else cell += sign
  }
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''))
}

function partingOf(text: string): string {
  if (text.includes('\t')) return '\t'
  const [first = ''] = text.split('\n', 1)
  return first.split(';').length > first.split(',').length ? ';' : ','
}

/** Whether the quotation mark that opens a cell at `at` has its partner at the end of a cell. */
function closes(text: string, at: number, parting: string): boolean {
  for (let next = at + 1; next < text.length; next++) {
    if (text[next] !== '"') continue
    if (text[next + 1] === '"') next++
    else return [parting, '\n', undefined].includes(text[next + 1])
  }
  return false
}
