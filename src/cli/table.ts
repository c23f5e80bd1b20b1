type Field = string | number | boolean | null;

/** CSV (RFC 4180, but `\n`), of few rows or of one batch of many. */
export async function toCsv(rows: readonly (readonly Field[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify(
    rows.map((row) => [...row]),
    { cast: { boolean: (value) => (value ? 'TRUE' : 'FALSE') } },
  );
}

/** Columns as wide as their widest field; numbers stand at the right. */
export function toLines(rows: readonly (readonly (string | number)[])[]): string {
  const width: number[] = [];
  for (const row of rows) {
    row.forEach((field, i) => {
      width[i] = Math.max(width[i] ?? 0, [...String(field)].length);
    });
  }
  const lines = rows.map((row) => row.map((field, i) => padded(field, width[i]!)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function padded(field: string | number, width: number): string {
  const space = ' '.repeat(width - [...String(field)].length);
  return typeof field === 'number' ? space + field : field + space;
}
