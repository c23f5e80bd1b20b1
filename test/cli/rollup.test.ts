import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { fakeIo } from './helpers/fake-io.js';
import { runIn } from './helpers/run-in.js';

const BIN = fileURLToPath(new URL('../../bin/ccds.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../fixtures/hoa-phu/', import.meta.url));
const CALL = ['rollup', `${SAMPLE}submissions`, '--registry', `${SAMPLE}registry`];
const PERIOD = ['--period', '2023-09'];

let dir: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-rollup-')));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the real program, in a process of its own. */
function program(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: dir,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Runs the same in this process. */
async function ccds(...args: string[]) {
  return runIn(dir, ...args);
}

const values = (folder: string) => readFileSync(join(dir, folder, 'data/values.csv'), 'utf8');

describe('ccds rollup', () => {
  it('writes to out/PERIOD, says so on stdout, and replaces its own result', async () => {
    const first = program(...CALL, ...PERIOD);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('out/2023-09\n');
    expect(readdirSync(join(dir, 'out/2023-09/data')).sort()).toEqual([
      'datapackage.json',
      'findings.csv',
      'submissions.csv',
      'values.csv',
    ]);
    const before = values('out/2023-09');
    expect(await ccds(...CALL, ...PERIOD)).toEqual(first);
    expect(values('out/2023-09')).toBe(before);
    expect(readdirSync(join(dir, 'out'))).toEqual(['2023-09']);
  });

  it('prints JSON alone with --json', async () => {
    const { status, stdout, stderr } = await ccds(...CALL, ...PERIOD, '--json', '--out', 'kq');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ period: '2023-09', out: join(dir, 'kq') });
  });

  it('leaves alone what it did not make, unless --force', async () => {
    mkdirSync(join(dir, 'kq'));
    writeFileSync(join(dir, 'kq/thu.docx'), 'x');
    const refused = await ccds(...CALL, ...PERIOD, '--out', 'kq');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^ccds: .*--force.*\n$/);
    expect(readdirSync(join(dir, 'kq'))).toEqual(['thu.docx']);
    expect((await ccds(...CALL, ...PERIOD, '--out', 'kq', '--force')).status).toBe(0);
    expect(existsSync(join(dir, 'kq/thu.docx'))).toBe(false);
  });

  it('reads its own results as no submission', async () => {
    await ccds(...CALL, ...PERIOD, '--out', 'kq');
    const again = await ccds('rollup', 'kq', ...CALL.slice(1), ...PERIOD, '--out', 'kq2');
    expect(again.status).toBe(0);
    expect(values('kq2')).toBe(values('kq'));
  });

  it.each([
    ['no period', []],
    ['no such period', ['--period', '2024-13']],
    ['an output that is a file', [...PERIOD, '--out', 'tep']],
    ['an output in a file', [...PERIOD, '--out', 'tep/kq']],
    ['no such registry', PERIOD, 'khong-co'],
    ['no such config', [...PERIOD, '--config', 'khong-co.json']],
  ])('says what is wrong in one sentence: %s', async (_, args, registry = `${SAMPLE}registry`) => {
    writeFileSync(join(dir, 'tep'), 'x');
    const run = await ccds(...CALL.slice(0, 2), '--registry', registry, ...args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^ccds: [^\n]+\n$/);
    expect(readdirSync(dir)).toEqual(['tep']);
  });

  describe('on Ctrl-C', () => {
    /** Nothing half-written lies there, and what was stopped says so. */
    function expectWhole(status: unknown, stderr: string): void {
      expect([0, 2, 'SIGINT']).toContain(status);
      expect(readdirSync(dir).filter((name) => name !== 'kq')).toEqual([]);
      if (existsSync(join(dir, 'kq'))) expect(values('kq')).toMatch(/\n$/);
      if (status === 2) {
        expect(stderr).toBe(
          'ccds: Đã dừng theo yêu cầu; kết quả cũ còn nguyên, không ghi gì thêm.\n',
        );
      }
    }

    it.skipIf(process.platform === 'win32')('the program leaves nothing half-written', async () => {
      for (const delay of [200, 450, 700]) {
        const child = spawn(process.execPath, [BIN, ...CALL, ...PERIOD, '--out', 'kq'], {
          cwd: dir,
        });
        let stderr = '';
        child.stderr.on('data', (data) => {
          stderr += data;
        });
        setTimeout(() => child.kill('SIGINT'), delay);
        const status = await new Promise((done) =>
          child.once('close', (code, signal) => done(signal ?? code)),
        );
        expectWhole(status, stderr);
      }
    });

    it('a run leaves nothing half-written, whenever it comes', async () => {
      const statuses: unknown[] = [];
      for (let delay = 0; delay <= 60; delay += 5) {
        const io = { ...fakeIo([...CALL, ...PERIOD, '--out', 'kq']), cwd: () => dir };
        setTimeout(() => io.signals.emit('SIGINT'), delay);
        const status = await main(io);
        statuses.push(status);
        expect([0, 2]).toContain(status);
        expectWhole(status, io.said.err);
      }
      expect(statuses).toContain(2);
    });
  });
});

describe('ccds validate', () => {
  it('tells what is broken among good files, in every format, and writes nothing', async () => {
    const broken = fileURLToPath(new URL('../../fixtures/broken/', import.meta.url));
    const call = ['validate', `${broken}submissions`, '--registry', `${broken}registry`];
    const text = await ccds(...call);
    expect(text).toMatchObject({ status: 1, stderr: '' });
    expect(text.stdout).toContain('CCDS-F');
    const json = JSON.parse((await ccds(...call, '--json')).stdout);
    expect(json.findings.length).toBeGreaterThan(3);
    const csv = (await ccds(...call, '--format', 'csv')).stdout.split('\n');
    expect(csv[0]).toBe('code,severity,file,sheet,cell,row,field,unit_code,message');
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('ccds inspect', () => {
  it('shows a file, and a sheet’s cells', async () => {
    const [name] = readdirSync(`${SAMPLE}submissions`);
    const file = `${SAMPLE}submissions/${name}`;
    const found = JSON.parse((await ccds('inspect', file, '--json')).stdout);
    expect(found.sheets[0].tables[0]).toMatchObject({ form: 'members', layout: 'list' });
    const cells = await ccds('inspect', file, '--sheet', '1', '--format', 'csv');
    expect(cells.status).toBe(0);
    expect(cells.stdout.split('\n').length).toBeGreaterThan(found.sheets[0].tables[0].lastRow - 1);
    const missing = await ccds('inspect', file, '--sheet', 'khong-co');
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain(found.sheets[0].name);
  });
});
