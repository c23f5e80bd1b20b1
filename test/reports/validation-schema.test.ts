import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validationJsonSchema, validationSchema } from '../../src/reports/validation-schema.js';
import { HEAD, province } from '../helpers/province.js';

it('docs/validate.schema.json is what the code says; else run: node scripts/docs.mjs', () => {
  const file = new URL('../../docs/validate.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(validationJsonSchema());
});

it('every field is explained', () => {
  const bare = (node: unknown, path: string): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const own = 'properties' in node ? Object.entries(node.properties as object) : [];
    const lacking = own.filter(([, field]) => !field.description).map(([key]) => `${path}.${key}`);
    const below = Object.entries(node).flatMap(([key, one]) => bare(one, `${path}.${key}`));
    return [...lacking, ...below];
  };
  expect(bare(JSON.parse(validationJsonSchema()), '')).toEqual([]);
});

it('what validate prints is of that schema, nothing more and nothing less', async () => {
  const p = province();
  await p.book('Ấp Rạch Gốc T9.2024.xlsx', {
    TV: [['Xã: An Bình'], HEAD.members, ['Nguyễn Văn An', 'Tổ trưởng', '19x5', '', '98', '']],
    Khác: [['không có gì']],
  });
  p.file('hỏng.xlsx', 'PK\u0003\u0004');
  p.file('~$khoa.xlsx', 'x');
  for (const period of [['--period', '2024-09'], []]) {
    const args = ['validate', 'in', '--registry', 'registry', ...period, '--json'];
    const { stdout } = await p.ccds(...args);
    const content = JSON.parse(stdout);
    expect(validationSchema.safeParse(content).error?.issues ?? []).toEqual([]);
    const sum = (counts: readonly { count: number }[]) =>
      counts.reduce((total, { count }) => total + count, 0);
    expect(sum(content.findingsByRule)).toBe(content.findings.length);
    expect(content.leftOut).toEqual({ 'lock-file': 1 });
  }
  p.remove();
});
