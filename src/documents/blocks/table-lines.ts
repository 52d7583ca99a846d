import type { PassageTable } from '../../contract/schemas/source-document.ts';

const BARE_NUMBER = /^[-+−–]?\p{N}[\p{N}.,\s]*$/u;
const UNIT_AT_END = /^(?<name>.*?)\s*\((?<unit>[^()]{1,20})\)$/u;
const CURRENCY = /^(?<sign>[€$£¥₹])\s*(?<scale>.*)$/u;

/** "4.2" in a column of "(€ million)" is "€4.2 million"; in one of "(%)" it is "4.2 %". */
function withUnit(cell: string, unit: string): string {
  const number = cell.replace(/^[-–](?=\p{N})/u, '−');
  const money = CURRENCY.exec(unit)?.groups;
  if (money === undefined) return `${number} ${unit}`;
  const scale = money.scale?.trim() ?? '';
  const signed = number.replace(/^([+−]?)/u, `$1${money.sign ?? ''}`);
  return scale === '' ? signed : `${signed} ${scale}`;
}

/** "Cost per year" shows that capitals only begin names of columns; "Germany" alone may be a name that keeps it. */
const isSentenceCase = (columns: readonly string[]): boolean =>
  columns.some((one) => /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(one));

const lowerName = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

const unitAlone = (column: string): string => {
  const unit = UNIT_AT_END.exec(column)?.groups?.unit;
  return unit === undefined ? '' : `(${unit})`;
};

function cellText(cell: string, column: string): string {
  const parts = UNIT_AT_END.exec(column)?.groups;
  const hasUnit = parts !== undefined && BARE_NUMBER.test(cell);
  const value = hasUnit ? withUnit(cell, parts.unit ?? '') : cell;
  const name = (hasUnit ? parts.name : column) ?? '';
  return name === '' ? value : `${name} ${value}`;
}

/** Returns a table's rows as "name: column value, column value"; a unit in the head stands behind its numbers. */
export function tableLines(table: PassageTable): string[] {
  const head = table.header ?? [];
  const columns = isSentenceCase(head.slice(1)) ? head.map(lowerName) : head;
  // With two columns the first names the row, and only a unit is worth saying of the second.
  const columnAt = (index: number): string =>
    head.length > 2 ? (columns[index] ?? '') : unitAlone(columns[index] ?? '');
  return table.rows.map((cells) => {
    const [first = '', ...rest] = cells;
    const values = rest.flatMap((cell, index) => (cell === '' ? [] : [cellText(cell, columnAt(index + 1))]));
    if (first === '') return values.join(', ');
    return values.length === 0 ? first : `${first}: ${values.join(', ')}`;
  });
}
