import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP } from '../../src/cli/app.js';
import { main } from '../../src/cli/main.js';
import { fakeIo } from '../cli/helpers/fake-io.js';
import { HOSTILE } from '../spreadsheet/support/hostile-files.js';
import { xlsx } from '../spreadsheet/support/xlsx-writer.mjs';

// Files made to do harm, through the whole program: each gets one plain sentence, and the
// good ones beside them are read as if they lay alone.

const BROKEN = fileURLToPath(new URL('../../fixtures/broken/', import.meta.url));
const GOOD = readdirSync(join(BROKEN, 'submissions')).filter((name) => name.startsWith('Ấp '));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile'));
  for (const part of ['alone', 'among']) {
    mkdirSync(join(folder, part));
    for (const name of GOOD)
      copyFileSync(join(BROKEN, 'submissions', name), join(folder, part, name));
  }
  for (const { name, bytes } of HOSTILE)
    writeFileSync(join(folder, 'among', fileOf(name)), bytes());
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string) => `${name.replace(/\W+/g, '-')}.xlsx`;

interface Said {
  readonly findings: readonly Record<string, string>[];
  readonly submissions: readonly { readonly file: string; readonly status: string }[];
}

async function validated(part: string): Promise<Said> {
  const registry = join(BROKEN, 'registry');
  const io = fakeIo(['validate', join(folder, part), '--registry', registry, '--json']);
  await main(io, APP);
  return JSON.parse(io.said.out) as Said;
}

/** Of a file as a whole (but that its name is misleading), and of a sheet that can't be read. */
const REFUSALS = /^CCDS-(?:F(?!07)|S10)/;

/** A sentence for an officer: no id, no English word of a limit, no stack. */
const SENTENCE = /^\p{Lu}[^\n{}_]*\.$/u;
const RAW = /[a-z]+-[a-z]+|undefined|NaN|Error|lỗi của chính mình|\bat \S+:\d+/;

// How long each may take is held in `test/spreadsheet/hostile.test.ts`: here they are all in one run.
const ALL = { timeout: 180_000 };

test(
  'validate: one sentence each, or for each sheet, and the good files as ever',
  ALL,
  async () => {
    const alone = await validated('alone');
    const among = await validated('among');
    const isGood = ({ file }: { file?: string }) => GOOD.includes(file!.normalize('NFC'));
    expect(among.findings.filter(isGood)).toEqual(alone.findings.filter(isGood));
    for (const { name, error } of HOSTILE) {
      const own = among.findings.filter(({ file }) => file === fileOf(name));
      const refusals = own.filter(({ code }) => REFUSALS.test(code!));
      expect([name, refusals.length]).toEqual([
        name,
        new Set(refusals.map(({ sheet }) => sheet)).size,
      ]);
      expect(refusals.length).toBeGreaterThan(0);
      for (const { code, message } of refusals) {
        // No form in it; or, of text, nothing at all.
        if (error === null) expect([name, code]).toEqual([name, expect.stringMatching(/F0[15]$/)]);
        else expect([name, code]).not.toEqual([name, 'CCDS-F05']);
        expect(message).toMatch(SENTENCE);
        expect(message).not.toMatch(RAW);
      }
    }
  },
);

test('a workbook that lacks sheets: those that are shown are refused, one that is hidden is told, the rest counts', async () => {
  mkdirSync(join(folder, 'parts'));
  const xml = '<row><c t="inlineStr"><is><t>Không có biểu</t></is></c></row>';
  const sheets = [{ xml }, { xml }, { xml, state: 'hidden' }];
  const parts = { 'xl/worksheets/sheet2.xml': null, 'xl/worksheets/sheet3.xml': null };
  writeFileSync(join(folder, 'parts', 'a.xlsx'), xlsx({ sheets, parts }));
  const { findings } = await validated('parts');
  const told = findings.filter(({ file }) => file === 'a.xlsx');
  expect(told.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual([
    ...['CCDS-S10 Sheet2', 'CCDS-S03 Sheet3'],
  ]);
  expect(told[1]!.message).toBe('Trang tính đang ẩn nên không đọc.');
});

describe('inspect: the file as it is, or one sentence', () => {
  test.each(HOSTILE)('$name', async ({ name, error }) => {
    const path = join(folder, 'among', fileOf(name));
    const io = fakeIo(['inspect', path]);
    const status = await main(io, APP);
    // A text that is called a workbook is none, as `validate` has it.
    const isText = error === null && !/^(?:PK|<)/.test(readFileSync(path, 'latin1'));
    if (error === null) expect(status).toBe(isText ? 2 : 0);
    // Sheets that can't be read among others that can.
    if (status === 0 && error !== null) expect(io.said.out).toContain('(không đọc được)');
    if (status === 0) return;
    expect(io.said.out).toBe('');
    expect(io.said.err.trim().split('\n')).toHaveLength(1);
    expect(io.said.err).toContain(fileOf(name));
    expect(io.said.err.replace(join(folder, 'among', fileOf(name)), '')).not.toMatch(RAW);
  });
});
