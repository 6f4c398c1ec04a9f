import { parse } from 'papaparse'

/** What is wrong with a bill: names the row (the header is row 1) and the column, never what stands there. */
export class BillError extends Error {}

/** One row, read by the names of its columns. */
export class BillLine {
  constructor(
    readonly row: number,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly cells: readonly string[],
  ) {}

  has(column: string): boolean {
    return this.columns.has(column)
  }

  cell(column: string): string {
    const index = this.columns.get(column)
    if (index === undefined) throw new BillError(`no column ${column}`)
    return this.cells[index] ?? ''
  }

  wrong(column: string, what: string): BillError {
    return new BillError(`row ${this.row}, ${column}: ${what}`)
  }
}

const mark = '`'
/** First column of the two rows at the end. */
const summaryColumn = '总交易单数'

/**
 * Reads a bill row by row and answers its totals. WeChat marks the beginning of each cell with a back tick and quotes nothing, so a
 * comma or line break in a product name begins no cell; `quoted`: cells that need it are quoted as CSV is elsewhere.
 */
export function readTable(text: string, quoted: boolean, onRow: (line: BillLine) => void): BillLine {
  const table = new Table(onRow)
  const newline = text.slice(0, text.indexOf('\n')).endsWith('\r') ? '\r\n' : '\n'
  parse<string[]>(text, {
    delimiter: ',',
    newline,
    ...(!quoted && { fastMode: true }),
    skipEmptyLines: true,
    step: ({ data, errors: [error] }) => {
      if (error) throw new BillError(`after row ${table.row}: ${error.message}`)
      table.take(data)
    },
  })
  return table.end()
}

class Table {
  row = 0
  private columns: ReadonlyMap<string, number> | undefined
  /** Whether this bill marks its cells; told by its first row. */
  private marked: boolean | undefined
  private open: string[] = []
  private totalColumns: ReadonlyMap<string, number> | undefined
  private totals: BillLine | undefined

  constructor(private readonly onRow: (line: BillLine) => void) {}

  take(cells: string[]): void {
    if (this.totals) throw new BillError(`row ${this.row + 1}: something stands behind the totals`)
    if (this.totalColumns) this.totals = this.finished(this.joined([], cells), this.totalColumns)
    else if (!this.columns) this.columns = this.header(cells)
    else if (cells[0]?.trim() === summaryColumn) this.beginTotals(cells)
    else this.takeRow(cells)
  }

  end(): BillLine {
    if (!this.totals) throw new BillError(`after row ${this.row}: the bill ends without its totals`)
    return this.totals
  }

  private takeRow(cells: string[]): void {
    this.marked ??= startsMarked(cells[0])
    if (this.marked && this.open.length > 0 && !startsMarked(cells[0])) {
      this.open = this.joined(this.open, cells)
      return
    }
    this.closeRow()
    this.open = this.joined([], cells)
  }

  private beginTotals(cells: string[]): void {
    this.closeRow()
    this.totalColumns = this.header(cells)
  }

  private closeRow(): void {
    if (this.open.length > 0 && this.columns) this.onRow(this.finished(this.open, this.columns))
    this.open = []
  }

  /** A cell without the mark, in a bill that has marks, goes on the one before it. */
  private joined(row: string[], cells: readonly string[]): string[] {
    for (const cell of cells) {
      const last = row.length - 1
      if (this.marked && last >= 0 && !startsMarked(cell)) row[last] += `,${cell}`
      else row.push(cell)
    }
    return row
  }

  private finished(cells: readonly string[], columns: ReadonlyMap<string, number>): BillLine {
    this.row += 1
    if (cells.length !== columns.size) {
      throw new BillError(`row ${this.row}: ${cells.length} cells instead of ${columns.size}`)
    }
    return new BillLine(this.row, columns, cells.map(bare))
  }

  private header(cells: readonly string[]): ReadonlyMap<string, number> {
    this.row += 1
    const columns = new Map(cells.map((cell, index) => [bare(cell), index]))
    if (columns.size !== cells.length) throw new BillError(`row ${this.row}: two columns have one name`)
    return columns
  }
}

function startsMarked(cell: string | undefined): boolean {
  return cell?.startsWith(mark) === true
}

function bare(cell: string): string {
  return (startsMarked(cell) ? cell.slice(1) : cell).trim()
}
