import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/app/run.js';
import { status } from '../../src/app/status.js';
import type { Progress } from '../../src/app/types.js';
import { locked, lockedToLook } from '../../src/app/workspace/lock.js';
import { findWorkspace, workspaceAt } from '../../src/app/workspace/workspace.js';
import { runIn } from '../cli/helpers/run-in.js';
import { COMMUNES, put, REGISTRY, reportsOf, sheetsOf } from '../year/province.js';

const BIN = fileURLToPath(new URL('../../bin/ccds.js', import.meta.url));
const COMMANDS = fileURLToPath(new URL('./helpers/commands.mjs', import.meta.url));

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-workspace-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function ccds(...args: string[]) {
  return runIn(dir, ...args);
}

/** A workspace with two months of submissions. */
async function layOut(): Promise<void> {
  put(join(dir, 'registry'), REGISTRY, '2024-08-01');
  expect((await ccds('init', '--period', '2024-08')).status).toBe(0);
  for (const [i, month] of ['2024-08', '2024-09'].entries()) {
    const reports = reportsOf(i, new Map());
    for (const commune of COMMUNES)
      put(join(dir, 'submissions', month), sheetsOf(month, commune, reports), `${month}-15`);
  }
}

const read = (...path: string[]) => readFileSync(join(dir, ...path), 'utf8');

describe('ccds init', () => {
  it('lays a workspace out, and touches nothing that is there', async () => {
    writeFileSync(join(dir, '.gitignore'), 'own');
    const first = await ccds('init', '--period', '2024-09', '--registry', 'ca-mau');
    expect(first.stdout).not.toContain('cd ');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(dir).sort()).toEqual([
      ...['.ccds', '.gitignore', 'ccds.config.json', 'closed', 'out', 'registry', 'submissions'],
    ]);
    expect(read('.gitignore')).toBe('own');
    expect(readdirSync(join(dir, 'registry'))).toContain('changes.csv');
    writeFileSync(join(dir, 'registry', 'contacts.csv'), 'unit,name,phone\n1,a,b\n');
    expect((await ccds('init', '--period', '2024-09')).stdout).toContain('đã là thư mục làm việc');
    // A month of today's, blank, would be the newest: `ccds rollup` would mean that one.
    expect((await ccds('init')).stdout).toContain('đã là thư mục làm việc');
    expect(read('registry', 'contacts.csv')).toBe('unit,name,phone\n1,a,b\n');
  });

  it('begins anew with a registry that a stopped run was copying', async () => {
    const { pid } = spawnSync(process.execPath, ['-v']);
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    const half = `.ccds-new-${pid}-${host}-00000000-registry`;
    put(join(dir, half), { 'units.csv': 'code,name' }, '2024-08-01');
    await ccds('init', '--period', '2024-09', '--registry', 'ca-mau');
    expect(readdirSync(dir)).not.toContain(half);
    expect(readdirSync(join(dir, 'registry'))).toContain('changes.csv');
  });

  it('says that a registry which is there stays, and the one that was asked for is not used', async () => {
    put(join(dir, 'registry'), REGISTRY, '2024-08-01');
    const again = await ccds('init', '--period', '2024-09', '--registry', 'ca-mau');
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('Đã có danh mục đơn vị “registry” nên giữ nguyên; “ca-mau”');
    const same = await ccds('init', '--period', '2024-09', '--registry', 'registry');
    expect(same.stderr).toBe('');
  });

  it('says where the registry is when the folder around it was named', async () => {
    put(join(dir, 'b', 'registry'), REGISTRY, '2024-08-01');
    for (const call of [
      ['init', 'moi'],
      ['units', 'check'],
      ['validate', 'registry'],
    ]) {
      const { status, stderr } = await ccds(...call, '--registry', 'b');
      expect(status).toBe(2);
      expect(stderr).toMatch(/^ccds: “b” [^\n]*“b.registry”[^\n]*--registry "b.registry"\.\n$/);
    }
    expect(existsSync(join(dir, 'moi'))).toBe(false);
  });

  it('gives a province without a registry the tables to fill in', async () => {
    const first = await ccds('init', 'moi');
    expect(first.stdout).toContain('\nCác lệnh sau chạy trong thư mục đó: cd "moi"\n');
    expect(first.status).toBe(0);
    expect(first.stdout).toContain('đề nghị ghi các đơn vị vào registry/units.csv');
    expect((await ccds('init', 'co-san', '--registry', 'ca-mau')).stdout).not.toContain('đề nghị');
    expect(read('moi', 'registry', 'units.csv')).toBe(
      'code,name,level,parent,valid_from,valid_to\n',
    );
    dir = join(dir, 'moi');
    expect((await ccds('rollup')).stderr).toContain('units.csv');
    dir = join(dir, '..');
  });

  it.each<[string, string, string]>([
    [
      'a parent that is missing',
      '99,Tỉnh A,province,,,\n1,Ấp B,hamlet,7,,',
      'dòng 3: không có đơn vị cấp trên',
    ],
    ['a circle', '99,Tỉnh A,province,,,\n1,Xã B,commune,2,,\n2,Xã C,commune,1,,', 'đi thành vòng'],
    [
      'two units of one code',
      '99,Tỉnh A,province,,,\n1,Xã B,commune,99,,\n1,Xã C,commune,99,,',
      'một mã dùng cho hai đơn vị',
    ],
    [
      'an end before the beginning',
      '99,Tỉnh A,province,,2025-01-02,2025-01-01',
      'ngày kết thúc trước ngày bắt đầu',
    ],
    [
      'a province that ended',
      '99,Tỉnh A,province,,,2024-12-31\n1,Huyện B,district,99,,',
      '(99 2025-01-01..)',
    ],
    ['no units', '', 'không có bảng đơn vị'],
  ])('begins with no registry that is inconsistent: %s', async (_, lines, said) => {
    mkdirSync(join(dir, 'dm'));
    writeFileSync(
      join(dir, 'dm', 'units.csv'),
      `code,name,level,parent,valid_from,valid_to\n${lines}\n`,
    );
    const { status, stderr } = await ccds('init', 'moi', '--registry', 'dm');
    expect(status).toBe(2);
    expect(stderr).toContain('units.csv');
    expect(stderr).toContain(said);
    expect(existsSync(join(dir, 'moi'))).toBe(false);
    mkdirSync(join(dir, 'san'));
    cpSync(join(dir, 'dm'), join(dir, 'san', 'registry'), { recursive: true });
    expect((await ccds('init', 'san')).status).toBe(lines === '' ? 0 : 2);
  });

  it('says how much is doubtful in a registry', async () => {
    mkdirSync(join(dir, 'dm'));
    const lines = '99,Tỉnh A,province,,,\n1,Xã B,commune,99,,\n2,Xã B,commune,99,,';
    writeFileSync(
      join(dir, 'dm', 'units.csv'),
      `code,name,level,parent,valid_from,valid_to\n${lines}\n`,
    );
    const { status, stderr } = await ccds('init', 'moi', '--registry', 'dm');
    expect(status).toBe(0);
    expect(stderr).toContain(
      '0 lỗi, 1 cảnh báo, 0 lưu ý. Xem từng dòng bằng lệnh: ccds units check',
    );
  });
});

describe('in a workspace', () => {
  beforeEach(layOut);

  it('keeps what it reads from the first run on, though .ccds was left out of a copy', async () => {
    rmSync(join(dir, '.ccds'), { recursive: true });
    await ccds('validate');
    expect(existsSync(join(dir, '.ccds/cache'))).toBe(true);
  });

  it('commands need no arguments: the newest month is meant', async () => {
    const run = await ccds('rollup');
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('Tháng 9/2024');
    expect(existsSync(join(dir, 'out/2024-09/data/values.csv'))).toBe(true);
    expect((await ccds('validate')).stdout).not.toBe('');
    expect((await ccds('status')).stdout).toContain('Tháng 9/2024 (hạn nộp 17/09/2024)');
    expect((await ccds('rollup', '--period', '2024-07')).status).toBe(2);
  });

  it('templates and suggestions need none either', async () => {
    const inner = join(dir, 'submissions');
    dir = inner;
    const made = await ccds('template');
    const suggested = await ccds('units', 'suggest');
    const hamlets = await ccds('units', 'hamlets');
    dir = join(inner, '..');
    expect(made.stderr).toBe('');
    expect(existsSync(join(dir, 'mau/2024-09'))).toBe(true);
    const files = readdirSync(join(inner, '2024-09')).length;
    expect(suggested.stdout).toContain(`Đã đọc ${files} tệp`);
    expect(hamlets.status).toBe(0);
  });

  it('traces a running total to the closed months and the rows since', async () => {
    await ccds('close', '2024-08');
    await ccds('rollup');
    const total = 'households_assisted_total';
    const wanted = Object.fromEntries(
      (parse(read('out/2024-09/data/values.csv'), { columns: true }) as Record<string, string>[])
        .filter(({ level, indicator, value }) => level === 'hamlet' && indicator === total && value)
        .map(({ unit_code, value }) => [unit_code, Number(value)]),
    );
    const { stdout, stderr } = await ccds('trace', total, '--unit', '9', '--format', 'csv');
    expect(stderr).toBe('');
    const found: Record<string, number> = {};
    const sources = parse(stdout, { columns: true }) as Record<string, string>[];
    for (const { unit_code = '', value } of sources)
      found[unit_code] = (found[unit_code] ?? 0) + Number(value);
    expect(found).toEqual(wanted);
    const kinds = new Set(sources.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['counted-earlier', 'earlier-total', 'sheet']);
    const text = await ccds('trace', 'household_coverage', '--unit', '9');
    expect(text.stdout).toContain('← lũy kế của các tháng đã chốt, đến tháng ');
  });

  it('goes by the registry that the config names, not by the folder of that name', async () => {
    const units = REGISTRY['units.csv']!.replace('Tỉnh Thử', 'Tỉnh Mới');
    put(join(dir, 'danh-muc-moi'), { ...REGISTRY, 'units.csv': units }, '2024-08-01');
    writeFileSync(join(dir, 'ccds.config.json'), '{"registry":"danh-muc-moi"}');
    await ccds('rollup');
    expect(read('out/2024-09/data/values.csv')).toContain('Tỉnh Mới');
    expect((await ccds('status')).stdout).toContain('Tỉnh Mới');
    writeFileSync(join(dir, 'ccds.config.json'), '{"registry":"danh-muc-sai"}');
    for (const command of ['rollup', 'status', 'validate', 'close']) {
      const run = await ccds(command);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toContain('danh-muc-sai');
    }
    writeFileSync(join(dir, 'ccds.config.json'), '{}');
    expect((await ccds('status')).stdout).toContain('Tỉnh Thử');
  });

  it('works from a folder inside as well, and elsewhere with explicit paths alone', async () => {
    const inner = join(dir, 'submissions', '2024-09');
    expect((await findWorkspace(inner))?.root).toBe(dir);
    const plain = await ccds(
      ...['rollup', 'submissions/2024-09', '--period', '2024-09', '--out', 'rieng'],
    );
    expect(plain.stderr).toBe('');
    await ccds('rollup');
    expect(read('rieng/data/values.csv')).toBe(read('out/2024-09/data/values.csv'));
  });

  it('closes a month, keeps it, and reopens it with a reason alone', async () => {
    expect((await ccds('close', '2024-08')).stdout).toContain('closed/2024-08');
    const closed = read('closed/2024-08/values.csv');
    expect(readdirSync(join(dir, 'closed/2024-08')).sort()).toEqual([
      ...['closed.json', 'comparison.csv', 'decisions.csv', 'findings.csv', 'inputs.csv'],
      ...['submissions.csv', 'values.csv'],
    ]);
    const guide = read('closed/README.txt');
    expect(guide).toMatch(/^\ufeffSỐ LIỆU ĐÃ CHỐT.*\r\n/);
    for (const name of ['values.csv', 'journal.csv', 'eid_rate', 'numerator'])
      expect(guide).toContain(`  ${name} `);
    expect(await ccds('close', '2024-08')).toMatchObject({ status: 2, stdout: '' });
    expect(await ccds('close', '2024-08', '--reopen')).toMatchObject({ status: 2, stdout: '' });
    expect((await ccds('close', '2024-08', '--reopen', '--reason', 'Xã 101 gửi lại')).status).toBe(
      0,
    );
    expect(existsSync(join(dir, 'closed/2024-08'))).toBe(false);
    const [aside] = readdirSync(join(dir, 'closed/reopened'));
    expect(read('closed/reopened', aside!, 'values.csv')).toBe(closed);
    expect((await ccds('close', '2024-08')).status).toBe(0);
    const journal = read('closed/journal.csv').trim().split('\n');
    expect(journal.map((line) => line.split(',')[1])).toEqual([
      ...['action', 'close', 'reopen', 'close'],
    ]);
    expect(journal[2]).toContain('Xã 101 gửi lại');
  });

  it('compares with closed months of a folder without being a workspace', async () => {
    await ccds('close', '2024-08');
    await ccds('rollup');
    const elsewhere = mkdtempSync(join(tmpdir(), 'ccds-elsewhere-'));
    const call = ['rollup', join(dir, 'submissions/2024-09'), '--period', '2024-09'];
    const where = ['--registry', join(dir, 'registry'), '--history', join(dir, 'closed')];
    const { status } = await runIn(elsewhere, ...call, ...where, '--out', 'kq');
    expect(status).not.toBe(2);
    const columns = (text: string) => text.split('\n').filter((line) => line.includes('previous'));
    const found = readFileSync(join(elsewhere, 'kq/data/comparison.csv'), 'utf8');
    const members = (line: string) => !/households_assisted_total|household_coverage/.test(line);
    expect(columns(found).filter(members)).toEqual(
      columns(read('out/2024-09/data/comparison.csv')).filter(members),
    );
    rmSync(elsewhere, { recursive: true });
  });

  it('tells where lists of a closed month are gone, as households may count again', async () => {
    await ccds('close', '2024-08');
    await ccds('rollup');
    expect(read('out/2024-09/data/findings.csv')).not.toContain('CCDS-C04');
    rmSync(join(dir, 'submissions/2024-08'), { recursive: true });
    await ccds('rollup');
    expect(read('out/2024-09/data/findings.csv')).toMatch(/CCDS-C04,warning,.*2024/);
  });

  it('keeps when each content of a file was first seen', async () => {
    await ccds('status');
    const first = read('.ccds/ledger.csv');
    await ccds('status');
    expect(read('.ccds/ledger.csv')).toBe(first);
    const name = 'xa-101-to.csv';
    const text = read('submissions/2024-09', name);
    writeFileSync(join(dir, 'submissions/2024-09', name), text.replace(/,\d+\n/, ',9\n'));
    await ccds('status');
    const lines = read('.ccds/ledger.csv')
      .split('\n')
      .filter((line) => line.includes(`2024-09/${name}`));
    expect(lines.length).toBe(2);
    expect(first).toContain(lines.find((line) => first.includes(line))!);
  });
});

describe('a decision on files of one name in several months', () => {
  beforeEach(layOut);

  const FILE = 'xa-101-to.csv';
  const decide = (file: string, period = '') =>
    writeFileSync(
      join(dir, 'registry/decisions.csv'),
      `file,sheet,cell,decision,value,reason,by,date,period\n${file},,C4,correct,999,,,2024-09-18,${period}\n`,
    );
  const members = (period: string) =>
    read('out', period, 'data/values.csv').match(/hamlet,10101,.*,members,(\d*)/)?.[1];
  const fates = (period: string) =>
    [...read('out', period, 'data/findings.csv').matchAll(/CCDS-K0\d/g)].map(([code]) => code);
  const runs = async () => {
    const found: Record<string, unknown> = {};
    for (const period of ['2024-08', '2024-09', '2024-Q3']) {
      await ccds('rollup', '--period', period);
      found[period] = [members(period) === '999', ...fates(period)];
    }
    return found;
  };

  it.each([
    ['in the month of its period', FILE, '2024-09'],
    ['in the month whose folder its path begins with', `2024-09/${FILE}`, ''],
  ])('holds %s, and in no other', async (_, file, period) => {
    decide(file, period);
    expect(await runs()).toEqual({
      '2024-08': [false],
      '2024-09': [true, 'CCDS-K01'],
      '2024-Q3': [true, 'CCDS-K01'],
    });
  });

  it('is on none where it does not say which, and tells so', async () => {
    decide(FILE);
    expect(await runs()).toEqual({
      '2024-08': [false, 'CCDS-K02'],
      '2024-09': [false, 'CCDS-K02'],
      '2024-Q3': [false, 'CCDS-K02'],
    });
    expect(read('out/2024-09/data/findings.csv')).toContain('several months have a file');
  });

  it('needs no period where a single month has the file', async () => {
    rmSync(join(dir, 'submissions/2024-08', FILE));
    decide(FILE);
    expect(await runs()).toEqual({
      '2024-08': [false],
      '2024-09': [true, 'CCDS-K01'],
      '2024-Q3': [true, 'CCDS-K01'],
    });
  });
});

describe('faults', () => {
  beforeEach(layOut);

  it('a run beside another is told so in a sentence, and harms nothing', async () => {
    await locked(workspaceAt(dir), async () => {
      const run = await ccds('rollup');
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toMatch(/^ccds: [^\n]*đang được dùng[^\n]*\n$/);
      expect(existsSync(join(dir, 'out/2024-09'))).toBe(false);
    });
    expect(existsSync(join(dir, '.ccds/lock'))).toBe(false);
    expect((await ccds('rollup')).status).not.toBe(2);
  });

  it('what only looks goes on beside a run that closes nothing, and says who holds the workspace', async () => {
    const ledger = () => readFileSync(join(dir, '.ccds/ledger.csv'), 'utf8');
    expect((await ccds('status')).status).toBe(0);
    const before = ledger();
    writeFileSync(join(dir, 'submissions/2024-09/mới.csv'), 'a,b\n');
    await lockedToLook(workspaceAt(dir), async () => {
      for (const command of ['status', 'validate']) {
        const run = await ccds(command);
        expect(run.status).not.toBe(2);
        expect(run.stderr).toContain(`lượt chạy khác dùng (máy ${hostname()}, từ `);
      }
      expect((await ccds('rollup')).status).toBe(2);
      expect((await ccds('close', '2024-09')).status).toBe(2);
    });
    expect(ledger()).toBe(before);
    await locked(workspaceAt(dir), async () => {
      expect((await ccds('status')).status).toBe(2);
    });
  });

  it('a lock that a killed run left is taken over; one that is not readable too', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const left = JSON.stringify({ pid: gone, host: hostname(), since: new Date().toISOString() });
    for (const text of [left, '', '{"pid":1,"host":"x","since":"?"}']) {
      writeFileSync(join(dir, '.ccds/lock'), text);
      expect((await ccds('status')).status).toBe(0);
      expect(existsSync(join(dir, '.ccds/lock'))).toBe(false);
    }
    const other = { pid: gone, host: 'may-khac', since: new Date().toISOString() };
    writeFileSync(join(dir, '.ccds/lock'), JSON.stringify(other));
    expect((await ccds('status')).stderr).toContain('may-khac');
  });

  it('a lock whose text is still being written is a live one', async () => {
    const path = join(dir, '.ccds/lock');
    const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(path, '');
    setTimeout(() => writeFileSync(path, JSON.stringify(holder)), 200);
    expect((await ccds('status')).status).toBe(2);
    rmSync(path);
  });

  it('of many that find a lock that was left, one at a time takes its place', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const left = JSON.stringify({ pid: gone, host: hostname(), since: '2024-09-15T00:00:00Z' });
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
    };
    for (let round = 0; round < 20; round++) {
      writeFileSync(join(dir, '.ccds/lock'), left);
      const runs = Array.from({ length: 8 }, () => locked(workspaceAt(dir), work));
      const done = await Promise.allSettled(runs);
      expect(done.some(({ status }) => status === 'fulfilled')).toBe(true);
    }
    expect(most).toBe(1);
    expect(readdirSync(join(dir, '.ccds')).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('two at once: one works, the other waits its turn or is told', async () => {
    const runs = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<number | null>((done) => {
            spawn(process.execPath, [BIN, 'rollup'], { cwd: dir, stdio: 'ignore' }).once(
              'close',
              done,
            );
          }),
      ),
    );
    expect(runs.some((status) => status !== 2)).toBe(true);
    expect(read('out/2024-09/data/values.csv')).toMatch(/\n$/);
    expect(readdirSync(join(dir, 'out'))).toEqual(['2024-09']);
  });

  it.skipIf(process.platform === 'win32')('kill -9 leaves the last good state', async () => {
    await ccds('rollup', '--period', '2024-08');
    const before = read('out/2024-08/data/values.csv');
    for (let delay = 150; delay <= 1050; delay += 150) {
      const child = spawn(process.execPath, [BIN, 'close', '2024-08'], {
        cwd: dir,
        stdio: 'ignore',
      });
      setTimeout(() => child.kill('SIGKILL'), delay);
      await new Promise((done) => child.once('close', done));
      expect(read('out/2024-08/data/values.csv')).toBe(before);
      const closed = join(dir, 'closed/2024-08');
      if (!existsSync(closed)) continue;
      expect(readdirSync(closed)).toContain('closed.json');
      expect(read('closed/2024-08/values.csv')).toBe(before);
      break;
    }
    if (existsSync(join(dir, 'closed/2024-08')))
      await ccds('close', '2024-08', '--reopen', '--reason', 'x');
    expect((await ccds('close', '2024-08')).status).not.toBe(2);
    expect(read('closed/2024-08/values.csv')).toBe(before);
    expect(readdirSync(join(dir, 'closed')).filter((name) => name.startsWith('.ccds'))).toEqual([]);
  });

  it('a place that can’t be written is one sentence and status 2', async () => {
    rmSync(join(dir, 'closed'), { recursive: true });
    writeFileSync(join(dir, 'closed'), 'a file');
    const closing = await ccds('close', '2024-08');
    expect(closing).toMatchObject({ status: 2, stdout: '' });
    expect(closing.stderr).toMatch(/^ccds: [^\n]+\n$/);
    rmSync(join(dir, '.ccds'), { recursive: true });
    writeFileSync(join(dir, '.ccds'), 'a file');
    const run = await ccds('close', '2024-08');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^ccds: [^\n]+\n$/);
  });

  /** Commands one after another, where no file may grow beyond so many blocks. */
  function onDisk(blocks: number, ...commands: string[]) {
    const call = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const args = ['-c', call, process.execPath, COMMANDS, ...commands];
    const { stdout } = spawnSync('sh', args, { cwd: dir, encoding: 'utf8' });
    const runs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(runs).toHaveLength(commands.length);
    return runs as { status: number; stdout: string; stderr: string }[];
  }

  it.skipIf(process.platform !== 'linux')('a disk that fills up is one sentence too', async () => {
    for (const run of onDisk(1, 'rollup', 'close')) {
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr).toMatch(/^ccds: [^\n]+\n$/);
    }
    expect(readdirSync(join(dir, 'closed'))).toEqual([]);
    expect(existsSync(join(dir, '.ccds/lock'))).toBe(false);
    expect((await ccds('close')).status).not.toBe(2);
  });

  it.skipIf(process.platform !== 'linux')('a full disk begins no workspace', async () => {
    const [run] = onDisk(0, 'init anew/months');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run!.stderr).toMatch(/^ccds: [^\n]+\n$/);
    expect(existsSync(join(dir, 'anew'))).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')('a full disk can still be looked at', async () => {
    const [whole, ...more] = onDisk(0, 'status', 'validate', 'status --chase');
    expect(whole!.stdout).toBe((await ccds('status')).stdout);
    for (const run of [whole!, ...more]) {
      expect(run.status).not.toBe(2);
      expect(run.stderr).toContain('chưa được lưu vào sổ nhận tệp');
    }
  });

  it('a month that is closed and not in the journal gets its line; old leftovers go', async () => {
    await ccds('close', '2024-08');
    const journal = read('closed/journal.csv');
    rmSync(join(dir, 'closed/journal.csv'));
    const left = ['closed/journal.csv.12-0a1b2c3d.new', '.ccds/lock-0a1b2c3d'];
    for (const name of left) {
      writeFileSync(join(dir, name), 'x');
      utimesSync(join(dir, name), 1e9, 1e9);
    }
    const fresh = '.ccds/lock-00000000';
    writeFileSync(join(dir, fresh), 'x');
    await ccds('status');
    await ccds('status');
    const { closed_at } = JSON.parse(read('closed/2024-08/closed.json'));
    expect(journal).toContain(closed_at);
    expect(read('closed/journal.csv').split('\n').slice(1)).toEqual([
      `${closed_at},close,2024-08,,`,
      '',
    ]);
    for (const name of left) expect(existsSync(join(dir, name))).toBe(false);
    expect(existsSync(join(dir, fresh))).toBe(true);
  });

  it('a month that is not there, or is none, is told as such', async () => {
    const told = async (...args: string[]) => (await ccds('close', ...args)).stderr;
    expect(await told('2024-11')).toContain('2024-11');
    expect(await told('--period', '2024-11')).toBe(await told('2024-11'));
    expect(await told('2024-11', '--period', '2024-12')).toContain('--period');
    expect(await told('2024-11')).not.toContain('Không tìm thấy');
    expect(await told('2024-Q4')).toContain('“2024-Q4” không phải là tháng');
    expect(await told('--reopen', '--reason', 'x')).toContain('đề nghị nêu tháng');
    expect((await ccds('validate', '2024-11')).stderr).toContain('--period 2024-11');
  });

  it('a month without a report is not closed', async () => {
    mkdirSync(join(dir, 'submissions/2024-10'));
    const run = await ccds('close');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^ccds: [^\n]*2024-10[^\n]*\n$/);
    expect(existsSync(join(dir, 'closed/2024-10'))).toBe(false);
  });

  it.each(['2024-13-01', '2025-02-30'])('a holiday that is no day is told: %s', async (day) => {
    writeFileSync(join(dir, 'ccds.config.json'), JSON.stringify({ holidays: [day] }));
    const run = await ccds('status');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('holidays.0');
  });

  it('a share that goes away while it is read is one sentence', async () => {
    const inputs = [join(dir, 'submissions/2024-09')];
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === 'reading') rmSync(inputs[0]!, { recursive: true, force: true });
    };
    const options = { inputs, registry: 'registry', period: '2024-09', cwd: dir };
    await expect(
      readInputs({ ...options, lang: 'vi', threads: 1, onProgress }),
    ).rejects.toMatchObject({ code: 'input-missing' });
  });

  it('that a closed month is looked at again is told, and can be stopped', async () => {
    await ccds('close', '2024-08');
    const controller = new AbortController();
    const told: string[] = [];
    const onProgress = ({ phase, done, total }: Progress) => {
      if (phase !== 'looking-back') return;
      told.push(`${done}/${total}`);
      controller.abort();
    };
    const options = { inputs: [], period: '2024-09', cwd: dir, lang: 'vi', threads: 1 } as const;
    const call = status({ ...options, signal: controller.signal, onProgress });
    await expect(call).rejects.toMatchObject({ code: 'interrupted' });
    expect(told).toEqual(['0/1']);
  });

  it('a closed month that was spoilt is told, and not worked with', async () => {
    await ccds('close', '2024-08');
    rmSync(join(dir, 'closed/2024-08/values.csv'));
    const run = await ccds('rollup');
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^ccds: [^\n]*values\.csv[^\n]*\n$/);
  });

  it.each(['.ccds/ledger.csv', 'closed/journal.csv'])(
    '%s that another program saved its own way is told, and not worked with',
    async (path) => {
      await ccds('close', '2024-08');
      const whole = read(path);
      for (const spoilt of [whole.replaceAll(',', '|'), `${whole}"`, 'x\n1\n']) {
        writeFileSync(join(dir, path), spoilt);
        const run = await ccds('close', '2024-09');
        expect(run).toMatchObject({ status: 2, stdout: '' });
        expect(run.stderr).toMatch(
          /^ccds: [^\n]*(?:ledger|journal)\.csv[^\n]*chương trình khác[^\n]*\n$/,
        );
        expect(read(path)).toBe(spoilt);
      }
      writeFileSync(
        join(dir, path),
        `\ufeff${whole.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
      );
      expect((await ccds('close', '2024-09')).stderr).not.toMatch(/^ccds:/);
    },
  );
});
