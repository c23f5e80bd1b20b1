import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cellsOf, unzip } from '../reports/package-parts.js';
import { ownFolder } from './helpers/folder.js';

const { at, put, ccds } = ownFolder();
beforeEach(() => {
  put('dm/units.csv', [
    'code,name,level,parent,valid_from,valid_to',
    '9,Tỉnh A,province,,,',
    '8,Huyện B,district,9,,2025-06-30',
    '1,Xã Một,commune,8,,2025-06-30',
    '2,Xã Hai,commune,8,,2025-06-30',
    '10,Xã Mười,commune,9,2025-07-01,',
    '20,Xã Hai Mươi,commune,9,2025-07-01,',
    'a,Ấp A,hamlet,1,,2025-06-30',
    'a,Ấp A,hamlet,10,2025-07-01,',
    'b,Ấp B,hamlet,2,,2025-06-30',
  ]);
  put('dm/changes.csv', [
    'effective,from,to,share',
    '2025-07-01,1,10,1',
    '2025-07-01,2,10,',
    '2025-07-01,2,20,',
  ]);
  put('bc/T5-2025.csv', ['Xã,Ấp,Số thành viên', 'Xã Một,Ấp A,5', 'Xã Hai,Ấp B,1.250']);
});

const CALL = ['rollup', 'bc', '--registry', 'dm', '--period', '2025-05'];

describe('ccds rollup --as-of', () => {
  it('writes the certificate beside the figures, and says it', async () => {
    const { status, stdout } = await ccds(...CALL, '--as-of', '2025-08-01');
    expect(status).toBe(0);
    expect(stdout).toContain('Bản đồ đơn vị: ngày 01/08/2025');
    expect(stdout).toContain('Thành viên tổ CNSCĐ: 1.255 = 5 + 1.250');
    expect(stdout).toContain('2 đơn vị chưa so sánh được: Xã Mười; Xã Hai Mươi\n\nTệp đã nhận');
    const out = at('out/2025-05-as-of-2025-08-01');
    const certificate = readFileSync(join(out, 'data/restatement.csv'), 'utf8');
    expect(certificate.split('\n').filter((line) => line.includes(',members,'))).toEqual([
      '2025-08-01,2025-05,members,,,1255,5,1250,,',
      '2025-08-01,2025-05,members,2,Xã Hai,,,1250,9,10 20',
    ]);
    const book = JSON.parse(readFileSync(join(out, 'data/datapackage.json'), 'utf8'));
    expect(book.as_of).toBe('2025-08-01');
    expect(book.resources.map(({ path }: { path: string }) => path)).toContain('restatement.csv');
    expect(readdirSync(join(out, 'xa'))).toHaveLength(2);
    const parts = unzip(readFileSync(join(out, 'tong-hop-a-2025-05.xlsx')));
    const cover = [...cellsOf(parts, 0).values()].map((cell) => cell.value);
    expect(cover).toContain('Kỳ báo cáo: Tháng 5/2025 (từ ngày 15/04/2025 đến ngày 14/05/2025)');
    const values = readFileSync(join(out, 'data/values.csv'), 'utf8').split('\n');
    expect(values).toContain('2025-05,province,9,Tỉnh A,,members,1255,,,1,1');
    expect(values).toContain('2025-05,commune,10,Xã Mười,9,members,,,,1,1');
    expect(values).toContain('2025-05,hamlet,a,Ấp A,10,members,5,,,1,1');
  });

  it('does not say that nothing was counted where the other map has no hamlets yet', async () => {
    put('dm/units.csv', [
      'code,name,level,parent,valid_from,valid_to',
      '9,Tỉnh A,province,,,',
      '8,Huyện B,district,9,,2025-06-30',
      '1,Xã Một,commune,8,,2025-06-30',
      '10,Xã Mười,commune,9,2025-07-01,',
      'a,Ấp A,hamlet,1,,2025-06-30',
    ]);
    put('dm/changes.csv', ['effective,from,to,share', '2025-07-01,1,10,1']);
    put('bc/T5-2025.csv', ['Xã,Ấp,Số thành viên', 'Xã Một,Ấp A,5']);
    const { stdout, stderr } = await ccds(...CALL, '--as-of', '2025-08-01');
    expect(stdout).toMatch(/Thành viên tổ CNSCĐ: +5\n/);
    expect(stderr).not.toContain('chưa tính được số liệu');
  });

  it('leaves the result on its own map alone, without a certificate', async () => {
    expect((await ccds(...CALL)).stdout).not.toContain('Bản đồ đơn vị');
    await ccds(...CALL, '--as-of', '2025-08-01');
    expect(readdirSync(at('out')).sort()).toEqual(['2025-05', '2025-05-as-of-2025-08-01']);
    const data = readdirSync(at('out/2025-05/data'));
    expect(data).not.toContain('restatement.csv');
  });

  it('says so where everything found its place', async () => {
    put('bc/T5-2025.csv', ['Xã,Ấp,Số thành viên', 'Xã Một,Ấp A,5']);
    const { stdout } = await ccds(...CALL, '--as-of', '2025-08-01', '--lang', 'en');
    expect(stdout).toContain('totals before and after agree, nothing is left unallocated');
  });

  it('refuses what is no day', async () => {
    const { status, stderr } = await ccds(...CALL, '--as-of', '2025-13-01');
    expect(status).toBe(2);
    expect(stderr).toContain('“2025-13-01” không phải là ngày');
  });
});
