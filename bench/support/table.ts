/** A table of Markdown, its numbers to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, i) => (i === 0 ? '---' : '--:'));
  return [line(headings), line(rule), ...rows.map(line)].join('\n');
}

/** As many digits as say something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return value.toFixed(0).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
