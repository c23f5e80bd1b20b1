import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP } from '../../src/cli/app.js';
import { main } from '../../src/cli/main.js';
import { fakeIo } from '../cli/helpers/fake-io.js';

// Sheets without a form, whose every row begins as a header does: told as such, and soon. Looked
// at row by row as headers they took minutes, nine times as large.
const MOST_SECONDS = 8;

const REGISTRY = fileURLToPath(new URL('../../fixtures/broken/registry', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-form'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (count: number, cells: (row: number) => string[]) =>
  Array.from({ length: count }, (_, i) => cells(i).join('\t')).join('\n');
const many = (count: number, text: (column: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i));

test.each([
  ['list', () => rowsOf(7_000, (i) => [`Hộ kinh doanh ${i}`, `Số nhà ${i}`])],
  ['wide', () => rowsOf(100, (i) => many(400, (c) => `Số hộ ${i}.${c}`))],
  ['headings', () => rowsOf(100, (i) => many(200, (c) => `Số hộ ${i} ${c}`))],
])('%s', async (name, content) => {
  const file = join(folder, `${name}.tsv`);
  writeFileSync(file, content());
  const io = fakeIo(['validate', file, '--registry', REGISTRY, '--json']);
  const before = process.cpuUsage();
  await main(io, APP);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
  const { findings } = JSON.parse(io.said.out) as { findings: readonly { code: string }[] };
  expect(findings.map(({ code }) => code)).toContain('CCDS-F05');
});
