import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APP, type App, type Summary } from '../../src/cli/app.js';
import { exitStatus } from '../../src/cli/exit-status.js';
import { print } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';
import { EnvironmentError } from '../../src/core/errors.js';
import type { Severity } from '../../src/core/finding.js';
import { finding } from '../../src/core/finding.js';
import { describe as describeFinding, makeSummary, SMALL } from '../reports/fake-summary.js';
import { fakeIo } from './helpers/fake-io.js';

const BASE = makeSummary(SMALL);
const CLEAN = { ...BASE, findings: [] };
const WARNED = { ...BASE, findings: [finding('CCDS-F05', { file: 'a.xlsx' }, { sheets: 2 })] };
const FAULTY = { ...BASE, findings: [finding('CCDS-F08', { file: 'a.xlsx' }, {})] };

const NO_REVIEW = {
  months: [],
  trend: [],
  anew: [],
  comparisons: [],
  attainments: [],
  carried: [],
  within: [],
};

/** The process of a call that is written in one line. */
const calling = (line: string, settings?: Parameters<typeof fakeIo>[1]) =>
  fakeIo(line.split(' '), settings);

/** Use cases that come to `summary`; what they were called with is in `calls`. */
function fakeApp(summary: Summary = CLEAN, more: Partial<App> = {}) {
  const calls: unknown[] = [];
  const app: App = {
    units: APP.units,
    async rollup(options) {
      calls.push(options);
      const written = ['tong-hop-ca-mau-2024-09.xlsx'];
      return {
        summary,
        out: '/work/out/2024-09',
        written,
        review: NO_REVIEW,
        revisions: [],
        stray: [],
        closed: null,
      };
    },
    async validate(options) {
      calls.push(options);
      return { summary, stray: [], closed: null };
    },
    init: () => Promise.reject(new Error('not called')),
    status: () => Promise.reject(new Error('not called')),
    close: () => Promise.reject(new Error('not called')),
    template: () => Promise.reject(new Error('not called')),
    trace: () => Promise.reject(new Error('not called')),
    inspectFile: () => Promise.reject(new Error('not called')),
    inspectSheet: () => Promise.reject(new Error('not called')),
    explain: () => Promise.reject(new Error('not called')),
    describer: async () => describeFinding,
    ...more,
  };
  return { app, calls };
}

describe('exit status', () => {
  const severities = fc.array(fc.constantFrom<Severity>('error', 'warning', 'info'));

  it('is picked by the worst finding', () => {
    fc.assert(
      fc.property(severities, fc.boolean(), (list, strict) => {
        const bad = list.includes('error') || (strict && list.includes('warning'));
        expect(
          exitStatus(
            list.map((severity) => ({ severity })),
            strict ? 0 : undefined,
          ),
        ).toBe(bad ? 1 : 0);
      }),
    );
  });

  it.each([
    ['validate a', CLEAN, 0],
    ['validate a', WARNED, 0],
    ['validate a --strict', WARNED, 1],
    ['validate a', FAULTY, 1],
    ['rollup a --period 2024-09', FAULTY, 1],
    ['rollup a --period 2024-09 --strict', CLEAN, 0],
  ])('%s', async (args, summary, status) => {
    expect(await main(calling(args), fakeApp(summary).app)).toBe(status);
  });

  it('says when it is --strict that makes it 1, unless --quiet', async () => {
    const loud = calling('validate a --strict');
    await main(loud, fakeApp(WARNED).app);
    expect(loud.said.err).toBe('Có cảnh báo, và --strict coi cảnh báo như lỗi.\n');
    const quiet = calling('validate a --strict --quiet');
    await main(quiet, fakeApp(WARNED).app);
    expect(quiet.said.err).toBe('');
  });
});

describe('what the use cases are given', () => {
  it('is what was typed, and nothing else: the config may fill in the rest', async () => {
    const { app, calls } = fakeApp();
    await main(calling('rollup a b/c --lang en'), app);
    expect(calls[0]).toEqual({
      inputs: ['a', 'b/c'],
      force: false,
      lang: 'en',
      cwd: '/work',
      signal: expect.any(AbortSignal),
      onProgress: expect.any(Function),
    });
  });

  it('holds every flag, before or after the command', async () => {
    const { app, calls } = fakeApp();
    const args =
      '--config c.json rollup a --period 2024-Q3 --registry dm --out kq --force -- -b.xlsx';
    await main(calling(args), app);
    expect(calls[0]).toMatchObject({
      inputs: ['a', '-b.xlsx'],
      config: 'c.json',
      period: '2024-Q3',
      registry: 'dm',
      out: 'kq',
      force: true,
      lang: 'vi',
    });
  });
});

describe('streams', () => {
  it('carry results on stdout alone, and end with a line break', async () => {
    for (const args of ['rollup a', 'rollup a --json', 'validate a', 'validate a --format csv']) {
      const io = calling(args);
      await main(io, fakeApp(FAULTY).app);
      expect(io.said.out).toMatch(/\n$/);
      expect(io.said.err).toBe('');
    }
  });

  it('carry JSON with --json, the short form of --format json', async () => {
    const short = calling('validate a --json');
    const long = calling('validate a --format json');
    await main(short, fakeApp(FAULTY).app);
    await main(long, fakeApp(FAULTY).app);
    expect(short.said).toEqual(long.said);
    expect(JSON.parse(short.said.out)).toMatchObject({ findings: [{ code: 'CCDS-F08' }] });
  });

  it('name the results from the current folder', async () => {
    const io = calling('rollup a');
    await main(io, fakeApp().app);
    expect(io.said.out).toContain('out/2024-09\n');
    expect(io.said.out).not.toContain('/work/');
  });

  const ESCAPE = '\u001b[';
  it.each([
    ['a terminal', true, '', {}, true],
    ['a pipe', false, '', {}, false],
    ['--no-color', true, ' --no-color', {}, false],
    ['NO_COLOR', true, '', { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, '', { NO_COLOR: '' }, true],
    ['TERM=dumb', true, '', { TERM: 'dumb' }, false],
    ['FORCE_COLOR in a pipe', false, '', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR and FORCE_COLOR', true, '', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('are coloured as asked: %s', async (_, outTTY, flag, env, coloured) => {
    const io = calling(`validate a${flag}`, { outTTY, env: env as Record<string, string> });
    await main(io, fakeApp(FAULTY).app);
    expect(io.said.out.includes(ESCAPE)).toBe(coloured);
  });

  it('show progress on a terminal’s stderr only, and wipe it', async () => {
    const { app } = fakeApp(CLEAN, {
      async validate({ onProgress }) {
        onProgress?.({ phase: 'reading', done: 1, total: 3 });
        onProgress?.({ phase: 'reading', done: 2, total: 3 });
        onProgress?.({ phase: 'reading', done: 3, total: 3 });
        return { summary: CLEAN, stray: [], closed: null };
      },
    });
    const terminal = calling('validate a', { errTTY: true });
    await main(terminal, app);
    expect(terminal.said.err).toBe('\r\u001b[KĐang đọc 1/3\r\u001b[KĐang đọc 3/3\r\u001b[K');
    for (const io of [calling('validate a'), calling('validate a --quiet', { errTTY: true })]) {
      await main(io, app);
      expect(io.said.err).toBe('');
    }
  });

  it('may be closed by their reader', async () => {
    for (const call of ['validate a', 'validate a --format json', 'validate a --format csv']) {
      const io = calling(call, { outError: 'EPIPE' });
      expect(await main(io, fakeApp(FAULTY).app)).toBe(1);
      expect(io.said.err).toBe('');
    }
  });

  it('take no more of what comes in pieces once the run is stopped', async () => {
    const io = fakeIo([]);
    const stop = new AbortController();
    const pieces = (function* () {
      yield 'a';
      setImmediate(() => stop.abort());
      yield 'b';
      yield* Array.from({ length: 9 }, () => 'c');
    })();
    const printed = print(io.stdout, pieces, stop.signal);
    await expect(printed).rejects.toMatchObject({ code: 'interrupted' });
    expect(io.said.out).toMatch(/^abc?$/);
  });

  it('may be full', async () => {
    const io = calling('validate a', { outError: 'ENOSPC' });
    expect(await main(io, fakeApp().app)).toBe(2);
    expect(io.said.err).toContain('ổ đĩa đã đầy');
  });

  it('may be full for the help too', async () => {
    const io = calling('--help', { outError: 'ENOSPC' });
    expect(await main(io)).toBe(2);
    expect(io.said.err).toMatch(/^ccds: .*ổ đĩa đã đầy.*\n$/);
  });
});

describe('failures', () => {
  const failing = (error: unknown) => fakeApp(CLEAN, { validate: () => Promise.reject(error) }).app;

  it('of the environment are one sentence', async () => {
    const io = calling('validate a --lang en');
    const error = new EnvironmentError('input-missing', { path: 'a', near: '' });
    expect(await main(io, failing(error))).toBe(2);
    expect(io.said.out).toBe('');
    expect(io.said.err).toMatch(/^ccds: .*“a”.*\n$/);
  });

  it('tell options that PowerShell has joined to a folder’s name', async () => {
    const io = fakeIo(['validate', 'bao cao" --period 2024-09']);
    expect(await main(io, fakeApp().app)).toBe(2);
    expect(io.said.err).toMatch(/^ccds: “bao cao" --period 2024-09” .*PowerShell.*\n$/);
  });

  it('tell a current folder that has gone', async () => {
    const cwd = () => {
      throw Object.assign(new Error('uv_cwd'), { code: 'ENOENT' });
    };
    const io = { ...calling('validate a --lang en'), cwd };
    expect(await main(io, fakeApp().app)).toBe(2);
    expect(io.said.err).toMatch(/^ccds: The current folder is not there any more.*\n$/);
  });

  it('that are bugs keep their stack', async () => {
    const io = calling('validate a');
    expect(await main(io, failing(new TypeError('x is not y')))).toBe(2);
    expect(io.said.err).toContain('ccds: ccds gặp lỗi ngoài dự kiến');
    expect(io.said.err).toContain('TypeError: x is not y\n    at ');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s aborts once, and says so', async (signal) => {
    const io = calling('validate a');
    const { app } = fakeApp(CLEAN, {
      validate: ({ signal: abort }) =>
        new Promise((_, reject) => {
          abort!.addEventListener('abort', () => reject(abort!.reason));
          io.signals.emit(signal);
        }),
    });
    expect(await main(io, app)).toBe(2);
    expect(io.said.err).toBe(
      'ccds: Đã dừng theo yêu cầu; kết quả cũ còn nguyên, không ghi gì thêm.\n',
    );
    expect(io.signals.eventNames()).toEqual([]);
  });
});

describe('inspect', () => {
  const { app } = fakeApp(CLEAN, {
    inspectFile: async ({ file }) => ({
      file,
      kind: 'xlsx',
      bytes: 12345,
      sheets: [
        {
          name: 'Thành viên',
          state: 'visible',
          rows: 12,
          columns: 10,
          tables: [
            {
              form: 'members',
              label: { vi: 'Thành viên tổ', en: 'Team members' },
              layout: 'list',
              headerRow: 5,
              firstRow: 6,
              lastRow: 12,
            },
          ],
        },
        { name: 'ẩn', state: 'hidden', rows: 1, columns: 1, tables: [] },
      ],
    }),
    inspectSheet: async ({ file, sheet }) => ({
      file,
      sheet,
      rows: [
        ['Mã', null, true],
        ['001', 1.5],
        ['a"b,c', '=1+1', '#REF!'],
      ],
      hiddenRows: [2],
      struck: ['B2'],
      meant: {},
    }),
  });

  it.each(['text', 'json', 'csv'])('prints a file as %s', async (format) => {
    const io = calling(`inspect a.xlsx --format ${format}`);
    expect(await main(io, app)).toBe(0);
    expect(io.said.out).toMatchSnapshot();
  });

  it('fills rows up to one width, unless a cell far out would make that endless', async () => {
    const csvOf = async (rows: (number | null)[][]) => {
      const { app } = fakeApp(CLEAN, {
        inspectSheet: async ({ file, sheet }) => ({
          file,
          sheet,
          rows,
          hiddenRows: [],
          struck: [],
          meant: {},
        }),
      });
      const io = calling('inspect a.xlsx --sheet 1 --format csv');
      await main(io, app);
      return io.said.out;
    };
    const far: number[] = [];
    far[16_383] = 2;
    expect(await csvOf([[1], [], [null, 2, 3]])).toBe('1,,\n,,\n,2,3\n');
    expect(await csvOf([[1e-7, -2.5e21]])).toBe('0.0000001,-2500000000000000000000\n');
    const lines = (await csvOf([far, ...Array.from({ length: 4000 }, () => [1])])).split('\n');
    expect(lines.slice(0, 3)).toEqual([`${','.repeat(16_383)}2`, '1', '1']);
  });

  it('cuts texts of a sheet to a narrow screen, where that keeps its rows on one line', async () => {
    const heading = 'Số hộ được hỗ trợ trong kỳ';
    const { app } = fakeApp(CLEAN, {
      inspectSheet: async ({ file, sheet }) => ({
        file,
        sheet,
        rows: [
          [heading, heading, heading],
          ['Ấp 1', 1118560, 3],
        ],
        hiddenRows: [],
        struck: [],
        meant: {},
      }),
    });
    const linesOn = async (columns: number) => {
      const io = fakeIo(['inspect', 'a.xlsx', '--sheet', '1']);
      Object.assign(io.stdout, { isTTY: true, columns });
      await main(io, app);
      return io.said.out.trimEnd().split('\n');
    };
    expect((await linesOn(40)).map((line) => [...line].length)).toEqual([30, 40, 40]);
    expect((await linesOn(40)).join()).toContain('Số hộ được…');
    expect((await linesOn(10)).join()).toContain(heading);
    expect((await linesOn(120)).join()).toContain(heading);
  });

  it('breaks what it says on a narrow terminal between words, and nothing behind a pipe', async () => {
    const linesOn = async (isTTY: boolean) => {
      const io = fakeIo(['inspect', 'không có tệp này.xlsx']);
      Object.assign(io.stderr, { isTTY, columns: 40 });
      expect(await main(io)).toBe(2);
      return io.said.err.trimEnd().split('\n');
    };
    const lines = await linesOn(true);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.length <= 40)).toBe(true);
    expect(lines.map((line) => line.trim()).join(' ')).toBe((await linesOn(false)).join());
  });

  it.each(['text', 'json', 'csv'])('prints a sheet as %s', async (format) => {
    const io = calling(`inspect a.xlsx --sheet 1 --format ${format}`);
    expect(await main(io, app)).toBe(0);
    expect(io.said.out).toMatchSnapshot();
  });
});
