import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/**
 * Reads a CSV data file with a header line into one record per line, all values as text.
 * Throws when the header is not exactly `columns`, when a line has another number of cells, or when the text is not NFC.
 */
export function readCsv<Column extends string>(file: URL, columns: readonly Column[]): Record<Column, string>[] {
  const text = readFileSync(file, 'utf8');
  if (text !== text.normalize('NFC')) throw new Error(`${file.pathname}: text is not in NFC`);
  const [header = [], ...lines] = parse(text);
  if (header.join() !== columns.join()) throw new Error(`${file.pathname}: columns are ${header.join()}`);
  return lines.map(
    (cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Record<Column, string>,
  );
}
