import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { COMMON, pathOption } from '../../src/cli/flags.js';
import { withPatterns } from '../../src/cli/patterns.js';
import { asMeant, asSpelled } from '../../src/cli/spelled.js';
import { runIn } from './helpers/run-in.js';

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-patterns-')));
  for (const path of ['Xã Tân Ân/T9.csv', 'Xã Tân Ân/T9.XLSX', 'Xã Đất Mũi/T9.csv', 'a[1].csv'])
    put(path);
  put('Xã Tân Ân/.an.csv');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function put(path: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), 'x\n');
}

describe('paths with * and ?, which Windows leaves to the program', () => {
  it.each([
    ['xã*/*.csv', ['Xã Tân Ân/T9.csv', 'Xã Đất Mũi/T9.csv']],
    ['Xã Tân Ân/*', ['Xã Tân Ân/T9.XLSX', 'Xã Tân Ân/T9.csv']],
    ['Xã Tân Ân/.*', ['Xã Tân Ân/.an.csv']],
    ['X?*/T?.xlsx', ['Xã Tân Ân/T9.XLSX']],
    ['*/T9.csv', ['Xã Tân Ân/T9.csv', 'Xã Đất Mũi/T9.csv']],
    ['Xa\u0303 T*', ['Xã Tân Ân']],
    ['a[1]*', ['a[1].csv']],
  ])('%s', async (pattern, paths) => {
    expect(await withPatterns([pattern], dir)).toEqual(paths);
    expect(await withPatterns([join(dir, pattern)], '/')).toEqual(paths.map((p) => join(dir, p)));
  });

  it('what is there under that name is meant itself, and what nothing matches is told as it was typed', async () => {
    if (process.platform !== 'win32') {
      put('*.csv');
      expect(await withPatterns(['*.csv'], dir)).toEqual(['*.csv']);
    }
    expect(await withPatterns(['z*', 'b.csv'], dir)).toEqual(['z*', 'b.csv']);
    expect((await ccds('inspect', 'z*')).stderr).toContain('“z*”');
  });

  it('the files are worked with', async () => {
    const run = await ccds('validate', 'xã*/*.csv', '--period', '2024-09', '--registry', 'ca-mau');
    expect(run.stdout).toContain('Xã Đất Mũi/T9.csv');
    expect((await ccds('inspect', '*Mũi/*')).stdout).toContain('T9.csv');
    expect((await ccds('inspect', '*/T9*')).stderr).toContain('“*/T9*”');
  });
});

it('a name that a Mac has written in more characters is meant by what looks the same', async () => {
  const folder = 'Thư mục'.normalize('NFD');
  put(`${folder}/T9.csv`);
  expect(await asSpelled('Thư mục/T9.csv', dir)).toBe(join(dir, folder, 'T9.csv'));
  expect(await asSpelled('Thư mục/kq', dir)).toBe(join(dir, folder, 'kq'));
  expect(await asSpelled('Thư mục khác/kq', dir)).toBe('Thư mục khác/kq');
  expect((await ccds('inspect', 'Thư mục/T9.csv')).stdout).toContain('T9.csv');
  const run = await ccds('validate', 'Xã Tân Ân', '--registry', 'Thư mục/T9.csv');
  expect(run.stderr).not.toContain('Không tìm thấy');
});

it('a path is meant without what a mouse or a chat has left around it', async () => {
  put('Báo cáo tháng 9/T9.csv');
  const there = 'Báo cáo tháng 9';
  const around = [`'${there}'`, `"${there}"`, `“${there}”`, `${there} `, ` ${there}\u00a0`];
  const shells = [there.replaceAll(' ', '\\ '), pathToFileURL(join(dir, there)).href];
  for (const path of [...around, ...shells])
    expect([path, resolve(dir, await asMeant(path, dir))]).toEqual([path, join(dir, there)]);
  for (const path of ["'khác'", 'khác ', 'file:///%', '“”', ''])
    expect(await asMeant(path, dir)).toBe(path);
  put("'T9.csv'");
  expect(await asMeant("'T9.csv'", dir)).toBe("'T9.csv'");
});

it.each([
  [['bao cao thang 9'], 'Báo cáo tháng 9'],
  [['Báo cáo tháng 9/T99.csv'], null],
  [['Báo cáo tháng 9/tan an.csv'], 'Báo cáo tháng 9/Tân Ân.csv'],
  [['Báo', 'cáo', 'tháng', '9'], 'Báo cáo tháng 9'],
  [['Báo cao thnag 9'], 'Báo cáo tháng 9'],
  [['khác'], null],
])(
  '%j that is not there is answered with %s, before a period is asked for',
  async (args, meant) => {
    put('Báo cáo tháng 9/Tân Ân.csv');
    for (const command of ['rollup', 'validate', 'status']) {
      const { status, stderr } = await ccds(command, ...args, '--registry', 'ca-mau');
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining(`Không tìm thấy “${args[0]}”.`),
      ]);
      expect(/Có phải “(.*)” không/.exec(stderr)?.[1] ?? null).toBe(meant);
    }
  },
);

async function ccds(...args: string[]) {
  return runIn(dir, ...args);
}

it('every option whose help shows a folder or a file is a path', () => {
  const specs = [...COMMANDS.flatMap(({ options }) => options), ...COMMON];
  const shown = specs.filter(({ flags }) => /DIR|FILE/.test(flags));
  expect(new Set(shown.map(pathOption))).toEqual(
    new Set('registry out config previous history cache decisions return'.split(' ')),
  );
  expect(pathOption({ flags: '--kept-in <DIR>', text: 'cache' })).toBe('keptIn');
});
