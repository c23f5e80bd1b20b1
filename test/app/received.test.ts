import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { close } from '../../src/app/close.js';
import { init } from '../../src/app/init.js';
import { status } from '../../src/app/status.js';
import { template } from '../../src/app/template.js';
import { chaseText } from '../../src/reports/status-text.js';
import { zip } from '../helpers/zip.js';
import { COMMUNES, put, REGISTRY, sheetsOf } from '../year/province.js';

const MONTH = '2024-08';
/** The deadline is the 16th. */
const IN_TIME = new Date('2024-08-15T03:00:00Z');
const LATE = new Date('2024-08-20T03:00:00Z');
const HAMLET = { teams: 1, members: 5, level1: 3, level2: 4, assisted: 2 };

let dir: string;
const folder = () => join(dir, 'submissions', MONTH);
const at = (name: string) => join(folder(), name);

beforeEach(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-received-')));
  put(join(dir, 'registry'), REGISTRY, '2024-08-01');
  await init({ cwd: dir, lang: 'vi', period: MONTH });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const statusOn = (now: Date) => status({ inputs: [], cwd: dir, lang: 'vi', now });
const countsOn = async (now: Date) => {
  const { received, timeliness } = (await statusOn(now)).receipts.units.get('9')!;
  return { ...received, ...timeliness };
};

/** All hamlets report all forms. */
function putAll(): void {
  for (const commune of COMMUNES) {
    const own = ['01', '02', '03'].map((n) => [`${commune}${n}`, HAMLET] as const);
    put(folder(), sheetsOf(MONTH, commune, new Map(own)), '2024-08-15');
  }
}

describe('the day on which a report was received', () => {
  beforeEach(putAll);

  it('stays when a file is renamed, moved or replaced by a correction', async () => {
    expect(await countsOn(IN_TIME)).toMatchObject({ on_time: 12, late: 0 });
    renameSync(at('xa-101-to.csv'), at('Xã 101, tổ công nghệ.csv'));
    mkdirSync(at('Xã 102'));
    renameSync(at('xa-102-to.csv'), at('Xã 102/to.csv'));
    const text = readFileSync(at('xa-103-to.csv'), 'utf8');
    writeFileSync(at('xa-103-to.csv'), text.replace(/,5\n/, ',6\n'));
    rmSync(at('xa-104-to.csv'));
    const corrected = readFileSync(at('xa-103-dinh-danh.csv'), 'utf8').replace(/,4\n/, ',9\n');
    rmSync(at('xa-103-dinh-danh.csv'));
    writeFileSync(at('xa-103-dinh-danh lần 2.csv'), corrected);
    expect(await countsOn(LATE)).toMatchObject({ full: 9, partial: 3, on_time: 12, late: 0 });
  });

  it('is that of a hamlet’s first figures: one that a later content adds is late', async () => {
    const text = readFileSync(at('xa-103-to.csv'), 'utf8');
    writeFileSync(at('xa-103-to.csv'), text.replace(/Ấp 10302,1,5\n/, 'Ấp 10302,,\n'));
    await countsOn(IN_TIME);
    writeFileSync(at('xa-103-to.csv'), text);
    const { receipts } = await statusOn(LATE);
    expect(receipts.hamlets.get('10302')).toMatchObject({ timeliness: 'late' });
    expect(receipts.units.get('9')!.timeliness).toMatchObject({ on_time: 11, late: 1 });
  });

  it('is known from a ledger without what each content reports, by its path', async () => {
    await countsOn(IN_TIME);
    const path = join(dir, '.ccds/ledger.csv');
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    writeFileSync(path, lines.map((line) => `${line.split(',').slice(0, 4).join()}\n`).join(''));
    const text = readFileSync(at('xa-103-to.csv'), 'utf8');
    writeFileSync(at('xa-103-to.csv'), text.replace(/,5\n/, ',6\n'));
    expect(await countsOn(LATE)).toMatchObject({ on_time: 12, late: 0 });
  });
});

it.each(['goi.zip', 'GOI.ZIP', 'Gửi lại'])('a member is noted by its place in %s', async (name) => {
  const names = ['Xã 101/to.csv', 'b.zip'];
  writeFileSync(at(name), zip(names.map((one) => ({ name: one, content: 'a,b\n' }))));
  await statusOn(IN_TIME);
  const lines = readFileSync(join(dir, '.ccds/ledger.csv'), 'utf8').split('\n').slice(1, -1);
  const files = lines.map((line) => line.split(',')[0]!).filter((file) => file.includes(name));
  expect(files).toEqual(names.map((one) => `${MONTH}/${name}/${one}`).toSorted());
});

describe('a ledger that is damaged', () => {
  const path = () => join(dir, '.ccds/ledger.csv');
  const text = () => readFileSync(path(), 'utf8');
  const damageOn = async (now: Date) => (await statusOn(now)).ledgerDamage;
  beforeEach(async () => {
    putAll();
    await countsOn(IN_TIME);
  });

  it.each<[string, (whole: string) => string, object]>([
    ['cut in a line', (whole) => whole.slice(0, -90), { why: 'cut', count: 1 }],
    ['cut at its end', (whole) => whole.trimEnd(), { why: 'cut', count: 1 }],
    [
      'a line with too few columns',
      (whole) => whole.replace(/^(2024-08.*?),.*$/m, '$1'),
      { line: 2, why: 'columns', count: 1 },
    ],
    [
      'a bad hash',
      (whole) => whole.replace(/,[0-9a-f]{64}/, ',abc'),
      { line: 2, why: 'hash', count: 1 },
    ],
    [
      'a rewritten time',
      (whole) => whole.replace(/2024-08-15T[\d:.]+Z/, '15/8/2024'),
      { line: 2, why: 'time', count: 1 },
    ],
    [
      'quotes',
      (whole) => whole.replaceAll(/^2024-08\/xa-10[12]/gm, '"$&'),
      { line: 2, why: 'quote' },
    ],
    [
      'every time rewritten',
      (whole) => whole.replaceAll(/2024-08-15T[\d:.]+Z/g, '15/8/2024'),
      { line: 2, why: 'time' },
    ],
    ['a foreign header', (whole) => whole.replaceAll(',', '|'), { line: 1, why: 'header' }],
    ['nothing in it', () => '', { line: 1, why: 'header', count: 1 }],
  ])('is told, and used as far as it can be read: %s', async (_, spoil, told) => {
    const spoilt = spoil(text());
    writeFileSync(path(), spoilt);
    expect(await damageOn(LATE)).toMatchObject({ path: path(), ...told });
    // Files that may have been in it came when they were saved, and not on the day of this run.
    expect(await countsOn(LATE)).toMatchObject({ on_time: 12, late: 0 });
    expect(text()).toBe(spoilt);
    await expect(
      close({ inputs: [], cwd: dir, lang: 'vi', period: MONTH, now: LATE }),
    ).rejects.toMatchObject({
      code: 'ledger-damaged',
      args: told,
    });
  });

  it('is sound again once the damaged lines are gone', async () => {
    const [head, , ...lines] = text().split('\n');
    writeFileSync(path(), [head, ...lines].join('\n'));
    expect(await damageOn(LATE)).toBeNull();
  });

  it('has what a copy beside it has: the earliest time of each content', async () => {
    const own = text();
    const later = own.replaceAll('2024-08-15T', '2024-08-19T');
    writeFileSync(path(), `${later.split('\n').slice(0, 3).join('\n')}\n`);
    writeFileSync(join(dir, '.ccds/ledger (1).csv'), own);
    writeFileSync(join(dir, '.ccds/ledger-cu.csv'), 'không phải sổ');
    expect(await countsOn(LATE)).toMatchObject({ on_time: 12, late: 0 });
    expect(text()).toBe(own);
  });
});

describe('a late report of a closed month', () => {
  const NEXT = '2024-09';
  const options = (period: string, now: Date) => ({
    ...{ inputs: [], cwd: dir, lang: 'vi' as const, period, now },
  });

  it('came on the day on which a later month’s run read it', async () => {
    putAll();
    const name = readdirSync(folder()).find((one) => one.startsWith('xa-103-to'))!;
    const late = readFileSync(at(name), 'utf8');
    rmSync(at(name));
    await close(options(MONTH, IN_TIME));
    writeFileSync(at(name), late);
    const own = [['10101', HAMLET]] as const;
    put(join(dir, 'submissions', NEXT), sheetsOf(NEXT, '101', new Map(own)), '2024-09-15');
    const later = new Date('2024-09-15T03:00:00Z');
    await status(options(NEXT, later));
    const [, , seen, fate] = readFileSync(join(dir, '.ccds/ledger.csv'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${MONTH}/${name},`))!
      .split(',');
    expect([seen, fate]).toEqual([later.toISOString(), 'accepted']);
    const { receipts } = await status(options(MONTH, new Date('2025-03-01T03:00:00Z')));
    expect(receipts.hamlets.get('10302')).toMatchObject({
      ...{ timeliness: 'late', receivedAt: later.toISOString(), daysLate: 30 },
    });
  });
});

describe('what is no report', () => {
  it.each(['tally', 'list'] as const)('a template that nobody filled in: %s', async (layout) => {
    await template({ cwd: dir, lang: 'vi', period: MONTH, layout, out: folder(), force: true });
    expect(readdirSync(folder())).not.toEqual([]);
    expect(await countsOn(LATE)).toMatchObject({ empty: 12, full: 0, partial: 0, missing: 12 });
  });

  it('a hamlet’s blank counts; zeros are figures', async () => {
    putAll();
    for (const name of readdirSync(folder()))
      if (/101-(to|dinh|ho)/.test(name)) {
        const text = readFileSync(at(name), 'utf8').replace(/(Ấp 10101),.*/, '$1,');
        writeFileSync(at(name), text.replace(/(Ấp 10103),[^,\n]*(.*)/, '$1,0$2'));
      }
    const { receipts } = await statusOn(LATE);
    expect(receipts.hamlets.get('10101')).toMatchObject({ received: 'empty' });
    expect(receipts.hamlets.get('10103')).toMatchObject({ received: 'full' });
  });

  it('rows that are all rejected: it came, and is told apart from what never did', async () => {
    const lines = [`Kỳ báo cáo: Tháng 8/2024`, 'Xã,Ấp/Khóm,Số tổ,Số thành viên'];
    writeFileSync(at('xa-101.csv'), [...lines, 'Xã 101,Ấp 10101,1,nhiều', ''].join('\n'));
    const found = await statusOn(LATE);
    expect(found.receipts.hamlets.get('10101')).toMatchObject({
      ...{ received: 'empty', timeliness: 'missing', isRejected: true },
    });
    const text = chaseText({ ...found, contacts: new Map() });
    expect(text).toContain('Ấp 10101: tệp đã gửi có lỗi ở mọi dòng');
    expect(text.match(/có lỗi/g)).toHaveLength(1);
  });
});
