import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { writeBook } from '../../src/reports/workbook/xlsx/index.js';
import type { Book, Sheet } from '../../src/reports/workbook/xlsx/model.js';
import { newSheet, put } from '../../src/reports/workbook/xlsx/sheet.js';
import { unzip } from './package-parts.js';

const REST: Omit<Book, 'sheets'> = {
  font: { name: 'Times New Roman', size: 12 },
  properties: { title: '', subject: '', author: '', created: '2024-09-30T00:00:00Z' },
  marks: {},
};

function numbered(name: string, rows: number): Sheet {
  const sheet = newSheet(name);
  for (let row = 1; row <= rows; row++) put(sheet, row, 0, row);
  return sheet;
}

it('makes the cover last, of the names of the others, and puts it first', () => {
  const made: string[] = [];
  function* sheets() {
    for (const name of ['Biểu 01', 'Biểu 02']) {
      made.push(name);
      yield numbered(name, 1);
    }
  }
  const cover = (others: readonly string[]) => {
    expect(others).toEqual(made);
    const sheet = newSheet('Bìa');
    put(sheet, 1, 0, others.join(', '));
    return sheet;
  };
  const parts = unzip(writeBook({ ...REST, sheets: sheets(), cover, selected: 2 }));
  expect(made).toHaveLength(2);
  const named = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g)];
  expect(named.map(([, name]) => name)).toEqual(['Bìa', 'Biểu 01', 'Biểu 02']);
  const selected = [1, 2, 3].map((number) =>
    parts.get(`xl/worksheets/sheet${number}.xml`)!.includes('tabSelected'),
  );
  expect(selected).toEqual([true, true, false]);
  expect(parts.get('xl/sharedStrings.xml')).toContain('Biểu 01, Biểu 02');
});

it('holds one sheet of a large book at a time', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const [rows, before] = [20_000, held()];
  let large: Sheet | null = numbered('large', rows);
  const size = held() - before;
  expect(large.rows.size).toBe(rows);
  large = null;
  const each: number[] = [];
  function* sheets() {
    for (let i = 1; i <= 6; i++) {
      each.push(held());
      yield numbered(`Biểu ${i}`, rows);
    }
  }
  writeBook({ ...REST, sheets: sheets() });
  // The one before may still be in hand.
  expect(each.at(-1)! - each[0]!).toBeLessThan(2 * size);
});
