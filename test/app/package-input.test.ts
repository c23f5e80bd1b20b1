import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { files } from '../../fixtures/generate/ca-mau/files.mjs';
import { province } from '../../fixtures/generate/ca-mau.mjs';
import { leftAmounts } from '../../src/app/packages/tables.js';
import { rollup, writeData } from '../../src/app/rollup.js';
import type { Summary } from '../../src/rollup/types.js';
import { districtRegistry } from './helpers/districts.js';

/** Districts with lists, tallies, text files and one workbook of several communes. */
const DISTRICTS = ['Huyện Năm Căn', 'Huyện U Minh', 'Huyện Ngọc Hiển'];

let dir: string;
let whole: Summary;
const at = (...names: string[]) => join(dir, ...names);
const packageOf = (out: string) => at(out, 'data', 'datapackage.json');
const csv = (out: string, name: string) => readFileSync(at(out, 'data', `${name}.csv`), 'utf8');

async function rolled(out: string, inputs: string[], period = '2024-09'): Promise<Summary> {
  const options = {
    inputs,
    period,
    out: at(out),
    registry: at('registry'),
    force: false,
    threads: 1,
  };
  const { summary } = await rollup({ ...options, lang: 'en', cwd: dir }, [writeData]);
  return summary;
}

const codes = ({ findings }: Summary) => findings.map(({ code }) => code);
const sentence = (out: string, code: string) =>
  csv(out, 'findings')
    .split('\n')
    .find((line) => line.startsWith(code));

/** Of each commune: enough for every kind of file, and for hamlets that did not report. */
const HAMLETS = 3;

/** The districts' sheets, put under `sheets/DISTRICT`. */
async function writeDistricts(): Promise<void> {
  const offices = province()
    .filter(({ district }) => DISTRICTS.includes(district.name))
    .map((office) => ({ ...office, hamlets: office.hamlets.slice(0, HAMLETS) }));
  for await (const { path, body } of files(offices)) {
    const district = DISTRICTS.find((name) => path.includes(name.replace(/^Huyện /, '')))!;
    const target = at('sheets', district, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, body);
  }
}

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-packages-')));
  districtRegistry(at('registry'), DISTRICTS, HAMLETS + 1);
  await writeDistricts();
  whole = await rolled(
    'whole',
    DISTRICTS.map((name) => at('sheets', name)),
  );
  for (const [i, name] of DISTRICTS.entries()) await rolled(`part-${i}`, [at('sheets', name)]);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const JOB = { period: '2024-09', force: false, threads: 1, lang: 'en' } as const;
const PARTS = DISTRICTS.map((_, i) => `part-${i}`);

describe('packages of lower levels as inputs', () => {
  it('add up to what all sheets together come to', async () => {
    const summary = await rolled('merged', PARTS.map(packageOf));
    expect(csv('merged', 'values')).toBe(csv('whole', 'values'));
    expect(codes(summary).filter((code) => code === 'CCDS-D11')).toHaveLength(3);
    expect(sentence('merged', 'CCDS-D11')).toContain('Who stands in two packages');
  });

  it('keep every submission, its rows and its findings under the name of the package', () => {
    const lines = (out: string) => csv(out, 'submissions').trimEnd().split('\n').slice(1);
    expect(lines('merged')).toHaveLength(lines('whole').length);
    const names = PARTS.map((part) => `${part}/ccds-ca-mau-2024-09/`);
    for (const line of lines('merged'))
      expect(names.some((name) => line.includes(name))).toBe(true);
    const rows = (out: string) =>
      lines(out).reduce((sum, line) => sum + Number(line.split(',').at(-4)), 0);
    expect(rows('merged')).toBe(rows('whole'));
    const missing = (out: string) => csv(out, 'findings').match(/^CCDS-C01/gm);
    expect(missing('merged')).toEqual(missing('whole'));
  });

  it('are read one after the other, each of them told, until the run is stopped', async () => {
    const controller = new AbortController();
    const told: string[] = [];
    const options = { ...JOB, out: at('stopped'), registry: at('registry'), cwd: dir };
    const call = rollup({
      ...options,
      inputs: PARTS.map(packageOf),
      signal: controller.signal,
      onProgress({ phase, done, total }) {
        if (phase === 'reading' && total > 0) told.push(`${done}/${total}`);
        if (done === 1) controller.abort();
      },
    });
    await expect(call).rejects.toMatchObject({ code: 'interrupted' });
    expect(told).toEqual(['0/3', '1/3']);
    expect(existsSync(at('stopped'))).toBe(false);
  });

  it('serve longer periods as the sheets do', async () => {
    await rolled('quarter', PARTS.map(packageOf), '2024-Q3');
    await rolled(
      'quarter-of-sheets',
      DISTRICTS.map((name) => at('sheets', name)),
      '2024-Q3',
    );
    expect(csv('quarter', 'values')).toBe(csv('quarter-of-sheets', 'values'));
    const { values } = await rolled('year', [packageOf('quarter')], '2024');
    expect(values.get('96')?.get('members')?.value).toBe(
      whole.values.get('96')?.get('members')?.value,
    );
  });

  it('are set aside where they are of another period', async () => {
    const summary = await rolled('other', [packageOf('part-0')], '2024-10');
    expect(codes(summary)).toContain('CCDS-P02');
    expect(new Set(summary.submissions.map(({ status }) => status))).toEqual(new Set(['ignored']));
    expect(summary.facts).toEqual([]);
  });

  it('mix with sheets; a hamlet counts once, and it is said where from', async () => {
    const mixed = await rolled('mixed', [
      packageOf('part-0'),
      packageOf('part-1'),
      at('sheets', DISTRICTS[1]!),
      at('sheets', DISTRICTS[2]!),
    ]);
    expect(csv('mixed', 'values')).toBe(csv('whole', 'values'));
    const twice = mixed.findings.filter(({ code }) => code === 'CCDS-D12');
    expect(twice.length).toBeGreaterThan(0);
    expect(new Set(twice.map(({ place }) => place.file))).toEqual(
      new Set(['part-1/ccds-ca-mau-2024-09']),
    );
  });

  it('counts the same package once, however often it is handed in', async () => {
    cpSync(at('part-0'), at('copy-of-part-0'), { recursive: true });
    const inputs = [...PARTS, 'copy-of-part-0'].map(packageOf);
    const summary = await rolled('twice', [...inputs, packageOf('part-0')]);
    expect(csv('twice', 'values')).toBe(csv('whole', 'values'));
    expect(codes(summary)).not.toContain('CCDS-D12');
    const [copy] = summary.findings.filter(({ code }) => code === 'CCDS-D06');
    expect(copy!.args).toEqual({ otherFile: 'copy-of-part-0/ccds-ca-mau-2024-09' });
    const accepted = (of: Summary) =>
      of.submissions.reduce((sum, { rows }) => sum + rows.accepted, 0);
    expect(accepted(summary)).toBe(accepted(whole));
    const aside = summary.submissions.filter(({ file }) => file.startsWith('part-0/'));
    expect(new Set(aside.map(({ status }) => status))).toEqual(new Set(['duplicate']));
  });

  it('counts a hamlet of two packages from the one whose reports came last', async () => {
    const sheet = (name: string, saved: string, rows: string) => {
      const file = at('renewed', name, 'Xa Tan An T9-2024.csv');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `Xã,Ấp,Số thành viên\n${rows}`);
      utimesSync(file, new Date(saved), new Date(saved));
      return rolled(name, [dirname(file)]);
    };
    const hamlets = readFileSync(at('registry', 'units.csv'), 'utf8').match(
      /^\d+,.*,hamlet,\d+/gm,
    )!;
    const row = (at: number, members: number) => {
      const [code, , , commune] = hamlets[at]!.split(',');
      return `${commune},${code},${members}\n`;
    };
    await sheet('a-old', '2024-09-15', row(0, 5) + row(1, 6));
    await sheet('z-new', '2024-09-20', row(0, 7));
    const both = await rolled('old-and-new', ['a-old', 'z-new'].map(packageOf));
    expect(both.values.get('96')?.get('members')?.value).toBe(13);
    expect(codes(both)).toContain('CCDS-D12');
    expect(both.submissions.map(({ status }) => status)).toEqual(['accepted', 'partial']);
    await sheet('z-whole', '2024-09-21', row(0, 7) + row(1, 8));
    const replaced = await rolled('replaced', ['a-old', 'z-whole'].map(packageOf));
    expect(replaced.values.get('96')?.get('members')?.value).toBe(15);
    expect(replaced.submissions.map(({ status, rows }) => [status, rows.accepted])).toEqual([
      ['accepted', 2],
      ['superseded', 0],
    ]);
    // A month can't be taken out of a longer period's figures: that counts, though it came first.
    await rolled('old-quarter', [packageOf('a-old')], '2024-Q3');
    const longer = await rolled('longer', ['old-quarter', 'z-whole'].map(packageOf), '2024-Q3');
    expect(longer.values.get('96')?.get('members')?.value).toBe(11);
  });

  it('tells hamlets that the registry does not have, or calls otherwise', async () => {
    cpSync(at('registry'), at('another-registry'), { recursive: true });
    const file = at('another-registry', 'units.csv');
    const text = readFileSync(file, 'utf8');
    const { facts } = await rolled('known', [packageOf('part-0')]);
    const [gone, renamed] = [...new Set(facts.map(({ unit }) => unit))];
    writeFileSync(
      file,
      text
        .replace(new RegExp(`^${gone},`, 'm'), '99999999,')
        .replace(new RegExp(`^${renamed},[^,]*`, 'm'), `${renamed},Ấp Khác Hẳn`),
    );
    const { summary } = await rollup({
      ...JOB,
      inputs: [packageOf('part-0')],
      out: at('of-another-registry'),
      registry: at('another-registry'),
      cwd: dir,
    });
    expect(summary.facts.some(({ unit }) => unit === gone)).toBe(false);
    const told = summary.findings.filter(({ code }) => /-U0[15]$/.test(code));
    const unknown = told.filter(({ code }) => code === 'CCDS-U01');
    expect(unknown).toMatchObject([
      { severity: 'error', place: { file: expect.stringMatching(/values\.csv$/) } },
    ]);
    expect(unknown[0]!.args).toMatchObject({ name: expect.stringMatching(`^${gone} `) });
    const other = told.filter(({ place }) => place.file.endsWith('values.csv'));
    expect(other.at(-1)!.args).toMatchObject({
      first: `${renamed} Ấp Khác Hẳn`,
      firstFrom: 'registry',
    });
  });

  it('does not pass over a package whose description is damaged', async () => {
    const json = readFileSync(packageOf('part-0'), 'utf8');
    cpSync(at('part-0'), at('cut-short'), { recursive: true });
    writeFileSync(packageOf('cut-short'), json.slice(0, json.length / 2));
    const cut = await rolled('of-cut-short', [packageOf('cut-short')]);
    expect(cut.findings.filter(({ code }) => code === 'CCDS-F11')).toMatchObject([
      { place: { file: 'cut-short/datapackage.json' }, args: { reason: 'damaged' } },
    ]);
    writeFileSync(packageOf('cut-short'), `\ufeff${json}`);
    const marked = await rolled('of-marked', [packageOf('cut-short')]);
    expect(codes(marked)).toContain('CCDS-D11');
  });

  it('takes the folder data of a result for what it is', async () => {
    const { findings } = await rolled('of-data', [at('part-0', 'data')]);
    expect(findings.filter(({ code }) => code === 'CCDS-F06')).toEqual([]);
  });

  it('does not count a package that was changed by hand', async () => {
    cpSync(at('part-0'), at('forged'), { recursive: true });
    appendFileSync(at('forged', 'data', 'values.csv'), '\n');
    const summary = await rolled('unforged', [packageOf('forged')]);
    expect(summary.facts).toEqual([]);
    const [found] = summary.findings.filter(({ code }) => code === 'CCDS-F11');
    expect(found).toMatchObject({
      severity: 'error',
      place: { file: 'ccds-ca-mau-2024-09/values.csv' },
      args: { reason: 'changed' },
    });
    expect(summary.submissions).toMatchObject([{ status: 'rejected' }]);
  });

  it.each([
    ['values', (text: string) => text.replaceAll(',', ';')],
    ['findings', (text: string) => text.replace(/,(?:error|warning|info),/, ',serious,')],
    ['findings', (text: string) => text.replaceAll(',', ';')],
    ['findings', (text: string) => `${text}"CCDS-R01`],
    ['submissions', (text: string) => text.replace(/,accepted,/, ',taken,')],
    ['submissions', (text: string) => text.replace(/,(\d+),(\d+)(\r?\n)/, ',$1,none$3')],
    ['submissions', (text: string) => text.replace(/rows_read/, 'rows')],
  ] as const)(
    'does not count a package whose %s are in no shape to be read (%#)',
    async (part, reshape) => {
      cpSync(at('part-0'), at('reshaped'), { recursive: true });
      const own = csv('reshaped', part);
      const reshaped = reshape(own);
      expect(reshaped).not.toBe(own);
      const hash = (text: string) => createHash('sha256').update(text).digest('hex');
      const json = readFileSync(packageOf('reshaped'), 'utf8');
      writeFileSync(at('reshaped', 'data', `${part}.csv`), reshaped);
      writeFileSync(packageOf('reshaped'), json.replaceAll(hash(own), hash(reshaped)));
      const summary = await rolled('of-reshaped', [packageOf('reshaped')]);
      rmSync(at('of-reshaped'), { recursive: true });
      expect(summary.facts).toEqual([]);
      expect(summary.findings.filter(({ code }) => code === 'CCDS-F11')).toMatchObject([
        { place: { file: `ccds-ca-mau-2024-09/${part}.csv` }, args: { reason: 'damaged' } },
      ]);
      expect(summary.submissions).toMatchObject([{ status: 'rejected' }]);
    },
  );

  it('tell what no unit could be given in a table that can be read, and in no other', () => {
    const header = 'month,indicator,old_code,not_allocated,held_by,among';
    const left = (line: string, columns = header) => leftAmounts(`${columns}\n${line}\n`);
    const amount = { unit: '1', month: '2025-07', indicator: 'members', value: 5 };
    expect(left('2025-07,members,1,5,9,1a 1b')).toEqual([
      { ...amount, holder: '9', among: ['1a', '1b'] },
    ]);
    expect(left('2025-07,members,1,5,,1a')).toEqual([{ ...amount, holder: null, among: ['1a'] }]);
    expect(left('2025-07,members,,5,,')).toEqual([]);
    for (const line of ['2025-13,members,1,5,9,1a', '2025-07,members,1,,9,1a', '2025-07'])
      expect(() => left(line)).toThrow();
    expect(() => left('2025-07,members,1,5,9,1a', header.replace('held_by', 'held'))).toThrow();
    expect(() => leftAmounts('')).toThrow();
  });

  it('keep what another version of ccds told, as severe as it was', async () => {
    cpSync(at('part-0'), at('newer'), { recursive: true });
    const own = csv('newer', 'findings');
    const told = 'CCDS-Z99,error,a/b.csv,,C4,4,members,97301,Told by a newer one.\n';
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const json = readFileSync(packageOf('newer'), 'utf8');
    writeFileSync(at('newer', 'data', 'findings.csv'), own + told);
    writeFileSync(packageOf('newer'), json.replaceAll(hash(own), hash(own + told)));
    const { findings } = await rolled('of-newer', [packageOf('newer')]);
    expect(findings.filter(({ code }) => code === 'CCDS-F12')).toEqual([
      {
        code: 'CCDS-F12',
        severity: 'error',
        place: { file: 'ccds-ca-mau-2024-09/a/b.csv', cell: 'C4', row: 4 },
        field: 'members',
        unit: '97301',
        args: { found: 'CCDS-Z99', message: 'Told by a newer one.' },
      },
    ]);
    expect(sentence('of-newer', 'CCDS-F12')).toContain(
      'CCDS-Z99: “Told by a newer one.” This version',
    );
  });

  it('are left out where only their folder is named', async () => {
    cpSync(at('part-1'), at('folder', 'result'), { recursive: true });
    const summary = await rolled('of-folder', [at('folder')]);
    expect(summary.facts).toEqual([]);
    expect(summary.leftOut['own-output']).toBeGreaterThan(0);
  });
});

describe('packages of periods in which the map changed', () => {
  const write = (path: string, lines: readonly string[]) => {
    mkdirSync(dirname(at('reform', path)), { recursive: true });
    writeFileSync(at('reform', path), `${lines.join('\n')}\n`);
  };
  const rolled = async (inputs: string[], period: string, out: string, asOf?: string) => {
    const registry = at('reform/dm');
    const given = { registry, period, out: at('reform', out), force: false, threads: 1 };
    const named = inputs.map((one) => at('reform', one));
    const options = { ...given, inputs: named, ...(asOf && { asOf }), lang: 'en' as const };
    const { summary } = await rollup({ ...options, cwd: dir }, [writeData]);
    const value = (unit: string, id: string) => summary.values.get(unit)?.get(id)?.value ?? null;
    return { summary, value };
  };
  beforeAll(() => {
    write('dm/units.csv', [
      'code,name,level,parent,valid_from,valid_to',
      '9,Tỉnh Thử,province,,,',
      '91,Xã Một,commune,9,,',
      '911,Ấp A,hamlet,91,,2025-07-20',
      '912,Ấp B,hamlet,91,,2025-07-20',
      '911,Ấp AB,hamlet,91,2025-07-21,',
      '913,Ấp C,hamlet,91,,2025-07-20',
      '914,Ấp C Một,hamlet,91,2025-07-21,',
      '915,Ấp C Hai,hamlet,91,2025-07-21,',
    ]);
    const pairs = ['911,911', '912,911', '913,914', '913,915'];
    const changes = pairs.map((pair) => `2025-07-21,${pair},`);
    write('dm/changes.csv', ['effective,from,to,share', ...changes]);
    const header = 'Ấp/Khóm,Số hộ được hỗ trợ trong kỳ';
    write('in/2025-07.csv', [header, '911,5', '912,6', '913,9']);
    write('in/2025-08.csv', [header, '911,50', '914,30', '915,2']);
    write('in-part/2025-07.csv', [header, '911,5', '912,6', '913,9']);
    write('in-part/2025-08.csv', [header, '911,50', '914,30']);
    write('later/2025-10.csv', [header, '911,4', '914,3', '915,7']);
  });

  it('leave blank in a longer period what may hold a part of a split, and keep who reported', async () => {
    await rolled(['in-part'], '2025-Q3', 'part-q3');
    const whole = await rolled(['in-part', 'later'], '2025-H2', 'part-whole');
    const again = await rolled(['part-q3/data/datapackage.json', 'later'], '2025-H2', 'part-again');
    const values = (out: string) => csv(`reform/${out}`, 'values');
    expect(again.value('915', 'households_assisted')).toBeNull();
    expect(values('part-again')).toBe(values('part-whole'));
    const missing = (of: Summary) => of.findings.filter(({ code }) => code === 'CCDS-C01');
    expect(missing(again.summary)).toEqual(missing(whole.summary));
    const untold = (of: Summary) =>
      of.findings.flatMap(({ code, unit }) => (code === 'CCDS-M01' ? [unit] : []));
    expect(untold(again.summary)).toEqual(untold(whole.summary));
    const quarter = await rolled(['part-q3/data/datapackage.json'], '2025-Q3', 'part-quarter');
    expect(missing(quarter.summary)).toMatchObject([{ unit: '915' }]);
    expect(values('part-quarter')).toBe(values('part-q3'));
  });

  it('do not keep a stock of what was split beside that of its parts', async () => {
    const head = 'Ấp/Khóm,Số tổ,Số thành viên,Số hộ được hỗ trợ trong kỳ,Lũy kế';
    write('stock/2025-07.csv', [head, '911,1,5,5,5', '913,1,7,9,99']);
    write('stock-later/2025-10.csv', [head, '914,1,4,3,', '915,1,3,7,']);
    await rolled(['stock'], '2025-Q3', 'stock-q3');
    await rolled(['stock', 'stock-later'], '2025-H2', 'stock-whole');
    const again = await rolled(
      ['stock-q3/data/datapackage.json', 'stock-later'],
      '2025-H2',
      'stock-again',
    );
    expect(again.value('91', 'members')).toBe(12);
    const values = (out: string) => csv(`reform/${out}`, 'values');
    expect(values('stock-again')).toBe(values('stock-whole'));
  });

  it('keep what stands at units above, of hamlets that are not told apart', async () => {
    const whole = await rolled(['in'], '2025-Q3', 'whole');
    const again = await rolled(['whole/data/datapackage.json'], '2025-Q3', 'again');
    for (const id of ['households_assisted', 'households_assisted_total'])
      for (const unit of ['9', '91', '911', '914'])
        expect([unit, id, again.value(unit, id)]).toEqual([unit, id, whole.value(unit, id)]);
    expect(again.value('9', 'households_assisted')).toBe(102);
  });

  it('are not counted from another day’s map, where a code is another hamlet’s', async () => {
    await rolled(['in/2025-07.csv'], '2025-07', 'july', '2025-08-01');
    const { summary, value } = await rolled(['july/data/datapackage.json'], '2025-07', 'july-in');
    expect(summary.findings).toContainEqual(
      expect.objectContaining({ code: 'CCDS-F11', args: { reason: 'map' } }),
    );
    expect(value('911', 'households_assisted')).toBeNull();
    await rolled(['in/2025-07.csv'], '2025-07', 'july', '2025-07-01');
    const own = await rolled(['july/data/datapackage.json'], '2025-07', 'july-in');
    expect(own.value('911', 'households_assisted')).toBe(5);
  });
});
