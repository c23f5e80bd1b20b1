import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compact } from '../../src/app/reading/compact.js';
import { HeldReports } from '../../src/app/reading/held-reports.js';
import { NamelessFile } from '../../src/app/reading/nameless-file.js';
import { type Away, listsPutAway, type Put, putter } from '../../src/app/reading/put-away.js';
import { readInputs, rollUp } from '../../src/app/run.js';
import { EnvironmentError } from '../../src/core/errors.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { ListBytes } from '../../src/forms/list-bytes.js';
import type { Entries, FileReport } from '../../src/forms/report.js';
import { partsOf } from '../../src/forms/report-parts.js';
import type { StoredEntries } from '../../src/forms/stored-entries.js';

const entriesFrom = (start: number): Entries => ({
  row: [start, start + 1],
  keys: [[start + 2 ** 35, start]],
  mask: [1, 3],
  ...{ weak: [start, 7], group: [], visit: [] },
});

function reportFrom(start: number): FileReport {
  const tables = ['eid', 'households'].map((form, i) => ({
    ...{ form, columns: {} },
    parts: [{ unit: '1', entries: entriesFrom(start + i), tally: [], reported: [] }],
  }));
  const sheets = [{ name: 'A', tables }];
  return compact({ file: 'a.xlsx', sheets, findings: [] } as unknown as FileReport, FORMS);
}

const numbers = (report: FileReport) =>
  partsOf(report).map(({ entries }) => [...entries!.row, ...entries!.keys[0]!, ...entries!.weak]);
const REPORTS = 40;
const reports = () => Array.from({ length: REPORTS }, (_, i) => reportFrom(1000 * i));
const place = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const SAMPLE = {
  inputs: [place('hoa-phu/submissions')],
  registry: place('hoa-phu/registry'),
  ...({ lang: 'vi', cwd: '/' } as const),
};
const failing = (code: string) => (): never => {
  throw Object.assign(new Error('no'), { code });
};

describe('lists that are seldom looked at again', () => {
  it('are the same after they were put away, in whatever order they are asked for', () => {
    const open = vi.fn(() => new NamelessFile());
    const putAway = listsPutAway(putter(open), 0);
    const [all, same] = [reports(), reports()];
    for (const report of all) putAway(report);
    expect(open).toHaveBeenCalledTimes(1);
    fc.assert(
      fc.property(fc.array(fc.nat(REPORTS - 1)), (order) => {
        for (const at of order) expect(numbers(all[at]!)).toEqual(numbers(same[at]!));
      }),
    );
  });

  it('are rolled up as they would be in memory', async () => {
    const rolled = async (each: (report: FileReport) => void) => {
      const reading = await readInputs(SAMPLE);
      for (const report of reading.reports) each(report);
      return rollUp(reading, {}).summary;
    };
    const summary = await rolled(listsPutAway(putter(), 0));
    expect(summary).toEqual(await rolled(() => undefined));
    expect(summary.facts.length).toBeGreaterThan(20);
  });

  it('stay in memory up to a share of it', () => {
    const put = vi.fn<Away['put']>((bytes) => () => bytes);
    const alike = Array.from({ length: REPORTS }, () => reportFrom(1000));
    const { held } = (partsOf(alike[0]!)[1]!.entries as StoredEntries).bytes;
    const putAway = listsPutAway(
      putter(() => ({ put })),
      2 * held,
    );
    for (const report of alike) putAway(report);
    expect(put).toHaveBeenCalledTimes(REPORTS - 3);
    expect(new Set(put.mock.calls.map(([{ byteLength }]) => byteLength))).toEqual(new Set([held]));
  });

  it('are held no more', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const file = new NamelessFile();
    const size = 2 ** 20;
    const held = () => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const before = held();
    const all = Array.from({ length: 8 }, () => new ListBytes(new ArrayBuffer(size), true));
    for (const bytes of all) bytes.putAway((buffer) => file.put(buffer));
    expect(held() - before).toBeLessThan(2 * size);
    expect(all.map(({ buffer }) => buffer.byteLength)).toEqual(all.map(() => size));
  });

  it.each(['open', 'put'] as const)('stay in memory where the disk does not %s', (which) => {
    const fail = vi.fn(failing('ENOSPC'));
    const putAway = listsPutAway(putter(which === 'open' ? fail : () => ({ put: fail })), 0);
    const [all, same] = [reports(), reports()];
    for (const report of all) putAway(report);
    expect(all.map(numbers)).toEqual(same.map(numbers));
    expect(fail).toHaveBeenCalledTimes(1);
  });
});

describe('HeldReports', () => {
  const held = (most: number, put?: Put) => {
    const all = new HeldReports(REPORTS + 2, most, put);
    const given = reports();
    all.add(0, 'own-output');
    // In whatever order they come; one file was not read.
    for (const at of [...given.keys()].reverse()) all.add(at + 2, given[at]!);
    return all;
  };
  const plain = (all: readonly FileReport[]) =>
    all.map((report) => ({ ...report, numbers: numbers(report) }));

  it('gives all in the order of the files, whether they were put away or not', () => {
    const put = vi.fn(putter());
    const same = plain(reports()).map(({ sheets, ...others }) => ({
      sheets: expect.anything(),
      ...others,
    }));
    expect(plain(held(0, put).takeAll())).toEqual(same);
    expect(put.mock.calls.length).toBeGreaterThanOrEqual(REPORTS - 1);
    expect(plain(held(Number.POSITIVE_INFINITY).takeAll())).toEqual(same);
  });

  it('holds as many sheets, tables and findings as it may', () => {
    const put = vi.fn<Put>((bytes) => () => bytes);
    // A sheet and two tables each.
    held(3 * 10 - 1, put);
    expect(put).toHaveBeenCalledTimes(REPORTS - 10);
  });

  it('keeps what the disk does not take', () => {
    const put = vi.fn(putter(() => ({ put: failing('ENOSPC') })));
    expect(plain(held(0, put).takeAll())).toHaveLength(REPORTS);
  });

  it('are rolled up as they would be in memory', async () => {
    const rolled = async (most: number) => {
      const reading = await readInputs(SAMPLE);
      const all = new HeldReports(reading.reports.length, most);
      for (const [i, report] of reading.reports.entries()) all.add(i, report);
      return rollUp({ ...reading, reports: all.takeAll() }, {}).summary;
    };
    expect(await rolled(0)).toEqual(await rolled(Number.POSITIVE_INFINITY));
  });
});

describe('NamelessFile', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  it('gives back what it was given', () => {
    const file = new NamelessFile();
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 })), (pieces) => {
        const fetches = pieces.map((piece) => file.put(Uint8Array.from(piece).buffer));
        const back = fetches.map((fetch) => [...new Uint8Array(fetch())]);
        expect(back).toEqual(pieces.map((piece) => [...piece]));
      }),
    );
  });

  it('holds nothing as it is, and the same twice in two ways', () => {
    const write = vi.spyOn(fs, 'writeSync');
    syncBuiltinESMExports();
    const file = new NamelessFile();
    const same = new Uint8Array(64);
    for (let i = 0; i < 2; i++) file.put(same.buffer);
    const written = write.mock.calls.map(([, bytes]) => String(bytes));
    expect(new Set([String(Buffer.from(same)), ...written]).size).toBe(3);
  });

  it('leaves nothing in the temporary folder', () => {
    const open = vi.spyOn(fs, 'openSync');
    syncBuiltinESMExports();
    new NamelessFile().put(new ArrayBuffer(8));
    const [path] = open.mock.calls[0]!;
    expect(fs.existsSync(String(path))).toBe(false);
    expect(fs.existsSync(dirname(String(path)))).toBe(false);
  });

  it('says in a sentence what it can not read back', () => {
    const fetch = new NamelessFile().put(new ArrayBuffer(8));
    vi.spyOn(fs, 'readSync').mockImplementation(failing('EIO'));
    syncBuiltinESMExports();
    expect(fetch).toThrow(new EnvironmentError('temporary-unreadable', { detail: 'EIO' }));
  });
});

describe('ListBytes', () => {
  it('keeps its bytes where they can not be put away', () => {
    const bytes = new ListBytes(Uint8Array.of(1, 2).buffer, true);
    bytes.putAway(() => null);
    expect([...new Uint8Array(bytes.buffer)]).toEqual([1, 2]);
    expect(bytes.held).toBe(2);
  });
});
