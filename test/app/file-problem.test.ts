import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileProblem, unreadable } from '../../src/app/reading/file-problem.js';
import { systemCode } from '../../src/app/system/error.js';
import { SpreadsheetError } from '../../src/spreadsheet/index.js';

const codeOf = (error: unknown) => fileProblem('a.xlsx', error).code;

describe('what keeps a file from being read', () => {
  it.each([
    ['encrypted', {}, 'CCDS-F02'],
    ['empty', {}, 'CCDS-F08'],
    ['limit', { limit: 'ratio', value: 1000 }, 'CCDS-F03'],
    ['unsupported', { kind: 'xlsb' }, 'CCDS-F04'],
    ['unsupported', { kind: 'pdf' }, 'CCDS-F06'],
    ['damaged', {}, 'CCDS-F01'],
  ] as const)('%s %o is %s', (reason, details, code) => {
    expect(codeOf(new SpreadsheetError(reason, '', details))).toBe(code);
  });

  it('what the system says is told with its code', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(fileProblem('a.xlsx', denied)).toMatchObject({
      code: 'CCDS-F09',
      place: { file: 'a.xlsx' },
      args: { reason: 'EACCES' },
    });
  });

  it('what is no system’s error is a bug, wherever it is met, and goes on its way', () => {
    const bug = Object.assign(new TypeError('not a function'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(() => fileProblem('a.xlsx', bug)).toThrow(bug);
    expect(() => systemCode(bug)).toThrow(bug);
    expect(systemCode(Object.assign(new Error('EIO'), { code: 'EIO' }))).toBe('EIO');
  });

  it('is said in words where that file was all there was to do', () => {
    const { code, args } = unreadable(
      'a.xlsx',
      new SpreadsheetError('limit', '', { limit: 'ratio', value: 200 }),
    );
    expect(code).toBe('file-unreadable');
    expect(args.vi).toMatch(/^Tệp vượt giới hạn về độ nén của tệp \(tối đa 200 lần\)\. /);
    expect(args.en).toMatch(/^The file is beyond the limit for the compression of the file/);
  });

  it('every limit is told by its name and with its unit', () => {
    const names = limitsInUse();
    expect(names.length).toBeGreaterThan(20);
    for (const limit of names) {
      const { args } = unreadable(
        'a.xls',
        new SpreadsheetError('limit', '', { limit, value: 20_000 }),
      );
      expect(args.vi).toMatch(
        /^Tệp vượt giới hạn về \p{L}[\p{L} ]+ \(tối đa [\d.,]+ \p{L}[\p{L} ]*\)\. /u,
      );
      expect(args.en).toMatch(
        /^The file is beyond the limit for the [a-z ]+ \(at most [\d.,]+ [a-zA-Z ]+\)\. /,
      );
      if (limit.includes('-')) expect(`${args.vi} ${args.en}`).not.toContain(limit);
    }
    const time = { limit: 'legacy-milliseconds', value: 20_000 };
    expect(unreadable('a.xls', new SpreadsheetError('limit', '', time)).args).toMatchObject({
      vi: expect.stringContaining('thời gian đọc tệp (tối đa 20 giây)'),
      en: expect.stringContaining('the time that reading it takes (at most 20 seconds)'),
    });
  });

  it('a bug is none of the file’s problems', () => {
    const bug = new TypeError('x is not a function');
    expect(() => fileProblem('a.xlsx', bug)).toThrow(bug);
    const coded = Object.assign(new Error('bad argument'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(() => fileProblem('a.xlsx', coded)).toThrow(coded);
  });
});

/** The names of limits as the sources have them, wherever one is met. */
function limitsInUse(): string[] {
  const sources = ['spreadsheet', 'app'].flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../src/${folder}/`, import.meta.url));
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    return files.map((name) => readFileSync(join(path, name), 'utf8'));
  });
  const found = sources.flatMap((text) => [
    ...text.matchAll(/\blimit(?:Error\(|\(|:) ?'([a-z-]+)'/g),
  ]);
  return [...new Set(found.map(([, name]) => name!))];
}
