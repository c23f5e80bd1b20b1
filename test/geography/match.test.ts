import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/geography/match.js';
import { treeAsOf } from '../../src/geography/tree.js';
import type { Alias, Match, Named } from '../../src/geography/types.js';
import { timeRatio } from '../helpers/processor-time.js';
import { bundledLines, registryOf } from './registry.js';

const lines = bundledLines();
const registry = registryOf({
  ...lines,
  units: [
    ...lines.units!,
    // Thị trấn Rạch Gốc, since 2025-07-01 Xã Phan Ngọc Hiển: the code stays, the hamlets too.
    '01,Khóm 1,hamlet,32244,,',
    '02,Khóm 2,hamlet,32244,,2024-12-31',
    '03,Khóm Rạch Gốc B,hamlet,32244,,',
    '04,Ấp Rạch Gốc,hamlet,32244,,2024-12-31',
    // Old Xã Tân Ân (32245) was split; its hamlets say where they went.
    '11,Ấp Kinh Ráng,hamlet,32245,,2025-06-30',
    '11,Ấp Kinh Ráng,hamlet,32244,2025-07-01,',
    '12,Ấp Ông Như,hamlet,32245,,2025-06-30',
    '12,Ấp Ông Như,hamlet,32248,2025-07-01,',
    '13,Ấp Đã Chia,hamlet,32245,,2025-06-30',
    // Xã Tân Ân Tây, since 2025-07-01 Xã Tân Ân: same code.
    '21,Ấp 1,hamlet,32236,,',
    '0022,Ấp Duyên Hải,hamlet,32236,,',
    // Two of one name since the merger.
    '31,Ấp Vàm,hamlet,32248,,',
    '32,Ấp Vàm,hamlet,32242,,2025-06-30',
    '32,Ấp Vàm,hamlet,32248,2025-07-01,',
    // Thới Bình: the commune and the town.
    '41,Ấp 1,hamlet,32077,,2025-06-30',
    '42,Khóm 1,hamlet,32065,,',
    '43,Khóm 9,hamlet,32065,,',
  ],
  changes: [
    ...lines.changes!,
    '2025-01-01,02,01,',
    '2025-01-01,04,03,',
    '2025-07-01,13,11,',
    '2025-07-01,13,12,',
  ],
});

function say(found: Match | null): string {
  const units = (all: readonly { unit: { code: string } }[]) => all.map((n) => n.unit.code).join();
  if (found === null) return 'none';
  if (found.kind === 'found') return `found ${found.node.unit.code}`;
  if (found.kind === 'alias') return `alias ${found.node.unit.code}`;
  if (found.kind === 'moved') {
    return `moved ${found.old.name} ${found.date} → ${found.node.unit.code}`;
  }
  if (found.kind === 'ended') {
    const left = found.successors.map((unit) => unit.code).join();
    return `ended ${found.old.name} ${found.date} → ${left}`;
  }
  if (found.kind === 'ambiguous') return `ambiguous ${units(found.choices)}`;
  return `unknown ${found.name} in ${found.parent?.unit.code ?? '-'}: ${units(found.suggestions)}`;
}

function matcher(date: string, aliases: Alias[] = []) {
  const { match, matchText } = createMatcher(registry, treeAsOf(registry, date), aliases);
  return {
    at: (hamlet?: string, commune?: string, district?: string, province?: string) =>
      say(match(clean({ hamlet, commune, district, province }))),
    text: (text: string) => say(matchText(text)),
    match,
  };
}

function clean(named: Record<string, string | undefined>): Named {
  return Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined));
}

const old = matcher('2024-09-14');
const now = matcher('2025-08-14');

describe('names that say that they are old', () => {
  it('are read as units that have ended', () => {
    expect(now.at('Khóm 1', 'Xã Phan Ngọc Hiển', 'Ngọc Hiển (cũ)')).toBe(
      'moved Huyện Ngọc Hiển 2025-06-30 → 01',
    );
    expect(now.at('Kinh Ráng', 'xã Tân Ân cũ', 'Huyện Ngọc Hiển (cũ)')).toBe(
      now.at('Kinh Ráng', 'Xã Tân Ân', 'Huyện Ngọc Hiển'),
    );
    expect(now.at('Khóm 2 (cũ)', 'TT. Rạch Gốc - cũ')).toBe(now.at('Khóm 2', 'TT. Rạch Gốc'));
    expect(now.at('Khóm 1', 'Phan Ngọc Hiển', 'Năm Căn (cũ)')).toContain('unknown Năm Căn (cũ)');
  });

  it('are asked about where no such unit has ended, never counted for one of today', () => {
    expect(now.at('Ấp 1', 'Tân Ân (cũ)')).toBe('ended Xã Tân Ân 2025-06-30 → 32244,32248');
    expect(now.at('Ấp 1', 'Tân Ấn (cũ)')).toBe('unknown Tân Ấn (cũ) in -: 32236');
    expect(now.at('Ấp 1 (cũ)', 'Xã Tân Ân')).toBe('unknown Ấp 1 (cũ) in 32236: 21');
    expect(now.at('Ấp 2 cũ', 'Xã Tân Ân')).toBe('unknown Ấp 2 cũ in 32236: ');
    expect(now.at('Ấp 1', 'Tân Ân (cũ)', 'Ngọc Hiển (cũ)')).toBe(
      'ended Xã Tân Ân 2025-06-30 → 32244,32248',
    );
  });
});

describe('exact names', () => {
  it('are found, folded, with their type or without', () => {
    expect(old.at('khóm I', 'TT. Rạch Gốc', 'H. Ngọc Hiển', 'T. Cà Mau')).toBe('found 01');
    expect(old.at('1', 'Rạch Gốc', 'Ngọc Hiển')).toBe('found 01');
    expect(old.at('Duyên Hải', 'xã tân ân tây')).toBe('found 0022');
    expect(old.at(undefined, 'Tân Ân')).toBe('found 32245');
    expect(old.at(' ', 'P. 1', 'Tp. Cà Mau')).toBe('found 32005');
  });

  it('are found anywhere, if there is one alone', () => {
    expect(old.at('Ấp Kinh Ráng')).toBe('found 11');
    expect(old.at('Ấp 1')).toBe('ambiguous 21,41');
    expect(old.at(undefined, 'Phường 1')).toBe('ambiguous 31825,31942,32005');
    expect(old.at(undefined, 'Phường 1', undefined, 'Cà Mau')).toBe('found 32005');
  });

  it('keep their type: a commune and a town of one name', () => {
    expect(old.at(undefined, 'Xã Thới Bình')).toBe('found 32077');
    expect(old.at(undefined, 'Thị trấn Thới Bình')).toBe('found 32065');
    expect(old.at(undefined, 'Thới Bình')).toBe('ambiguous 32065,32077');
  });

  it('place a unit together where one alone does not', () => {
    expect(old.at('Khóm 9', 'Thới Bình')).toBe('found 43');
    expect(old.at('1', 'Thới Bình')).toBe('ambiguous 41,42');
  });

  it('do not place one of two of the same name under one parent', () => {
    expect(now.at('Ấp Vàm', 'Xã Đất Mũi')).toBe('ambiguous 31,32');
  });

  it('are looked for within a unit', () => {
    const tree = treeAsOf(registry, '2024-09-14');
    const within = tree.byCode.get('967')!;
    expect(say(old.match({ hamlet: 'Ấp 1' }, within))).toBe('found 41');
    expect(say(old.match({ hamlet: 'Khóm 9', district: 'Thới Bình' }, within))).toBe('found 43');
    expect(say(old.match({ hamlet: 'Ấp Kinh Ráng' }, within))).toMatch(/^unknown/);
    expect(say(old.match({ hamlet: 'Ấp 1', district: 'Ngọc Hiển' }, within))).toMatch(/^unknown/);
    expect(say(old.match({ hamlet: 'Ấp 1', province: 'Cà Mau' }, within))).toBe('found 41');
    expect(say(old.match({ hamlet: 'Ấp 1', province: 'Bạc Liêu' }, within))).toMatch(/^unknown/);
  });
});

describe('codes', () => {
  it('are as good as names, as text or as a number', () => {
    expect(old.at('0022')).toBe('found 0022');
    expect(old.at('22', 'Xã Tân Ân Tây')).toBe('found 0022');
    expect(old.at(undefined, '32245')).toBe('found 32245');
  });

  it('are held against the units above, and told of where they ended', () => {
    expect(old.at('0022', 'Xã Tân Ân')).toBe('unknown 0022 in 32245: 0022');
    expect(now.at(undefined, '32245')).toBe('ended Xã Tân Ân 2025-06-30 → 32244,32248');
  });
});

describe('near names', () => {
  it('are suggested, never counted', () => {
    expect(old.at(undefined, 'Xa Tan An')).toBe('unknown Xa Tan An in -: 32245');
    expect(old.at('Khom Rach Goc B', 'TT Rạch Gốc')).toBe('unknown Khom Rach Goc B in 32244: 03');
    expect(old.at('Ấp Rạch Gốc B', 'TT Rạch Gốc')).toBe('unknown Ấp Rạch Gốc B in 32244: 03');
    expect(old.at('Khóm Rạch Gố B', 'TT Rạch Gốc')).toBe('unknown Khóm Rạch Gố B in 32244: 03,04');
    expect(old.at('K.9', 'Thị trấn Thới Bình')).toMatch(/^unknown K\.9 in \d+: 43$/);
    expect(old.at('Khóm 7', 'TT Rạch Gốc')).toBe('unknown Khóm 7 in 32244: ');
    // In which of the two is not known.
    expect(old.at('Ấp 9', 'TT Thới Bình')).toMatch(/^unknown .*: 43$/);
    expect(old.at('Ấp 9', 'Thới Bình')).toBe('unknown Ấp 9 in -: ');
    expect(old.at(undefined, undefined, 'Ngọc Hiền')).toBe('unknown Ngọc Hiền in -: 973');
  });

  it('are counted where the alias table says so', () => {
    const { at } = matcher('2024-09-14', [
      { name: 'Ấp Rach Gốc B', code: '03' },
      { name: 'Xa Tan An', code: '32245' },
    ]);
    expect(at('ấp rach  gốc B', 'TT Rạch Gốc')).toBe('alias 03');
    expect(at('Ấp Kinh Ráng', 'Xa Tan An')).toBe('alias 11');
    expect(at('Ấp Rach Gốc B', 'Xã Tân Ân')).toMatch(/^unknown/);
  });
});

describe('units that ended', () => {
  it('are counted where one whole change leads on', () => {
    expect(now.at(undefined, 'Thị trấn Rạch Gốc')).toBe(
      'moved Thị trấn Rạch Gốc 2025-06-30 → 32244',
    );
    expect(now.at('Ấp Rạch Gốc', 'Xã Phan Ngọc Hiển')).toBe('moved Ấp Rạch Gốc 2024-12-31 → 03');
    expect(matcher('2025-02-01').at('Khóm 2', 'Rạch Gốc')).toBe('moved Khóm 2 2024-12-31 → 01');
    expect(now.at(undefined, undefined, undefined, 'Bạc Liêu')).toBe(
      'moved Tỉnh Bạc Liêu 2025-06-30 → 96',
    );
  });

  it('are pointed out where they were split', () => {
    expect(now.at(undefined, 'Xã Hòa Mỹ')).toBe('ended Xã Hoà Mỹ 2025-06-30 → 32137,32140,32214');
    expect(now.at('Ấp Đã Chia', 'Xã Tân Ân', 'Ngọc Hiển')).toBe(
      'ended Ấp Đã Chia 2025-06-30 → 11,12',
    );
    expect(now.at('Ấp Lạ', 'Xã Hòa Mỹ')).toBe('ended Xã Hoà Mỹ 2025-06-30 → 32137,32140,32214');
  });

  it('take their hamlets along, whichever way these went', () => {
    expect(now.at('Khóm 1', 'Thị trấn Rạch Gốc')).toBe('moved Thị trấn Rạch Gốc 2025-06-30 → 01');
    expect(now.at('Kinh Ráng', 'Tân Ân', 'Ngọc Hiển')).toBe('moved Xã Tân Ân 2025-06-30 → 11');
    expect(now.at('Ấp Ông Như', 'Xã Tân Ân')).toBe('moved Xã Tân Ân 2025-06-30 → 12');
    expect(now.at('Ấp Duyên Hải', 'Xã Tân Ân Tây')).toBe('moved Xã Tân Ân Tây 2025-06-30 → 0022');
  });

  it('give way to units of today of the same name', () => {
    expect(now.at(undefined, 'Xã Tân Ân')).toBe('found 32236');
    expect(now.at('Ấp 1', 'Xã Tân Ân')).toBe('found 21');
  });

  it('are asked about where a name means two', () => {
    expect(now.at(undefined, 'Xã Tân Ân', 'Ngọc Hiển')).toBe('ambiguous 32236,32244,32248');
    expect(now.at(undefined, 'Phường 1')).toBe('ambiguous 31825,31942,32002');
    expect(now.at(undefined, 'Phường 1', 'TP Cà Mau')).toBe('moved Phường 1 2025-06-30 → 32002');
  });

  it('may stand above units of today, if these came out of them', () => {
    expect(now.at('Khóm 1', 'Xã Phan Ngọc Hiển', 'Huyện Ngọc Hiển')).toBe(
      'moved Huyện Ngọc Hiển 2025-06-30 → 01',
    );
    expect(now.at(undefined, 'Phường Bạc Liêu', 'TP Bạc Liêu', 'Tỉnh Bạc Liêu')).toBe(
      'moved Thành phố Bạc Liêu 2025-06-30 → 31825',
    );
    expect(now.at(undefined, 'Xã Phan Ngọc Hiển', 'Huyện U Minh')).toMatch(/^unknown Huyện U Minh/);
  });

  it('are not looked for on an earlier map, but what they arise from is suggested', () => {
    expect(old.at(undefined, 'Xã Phan Ngọc Hiển')).toMatch(/^unknown .*: 32239,32244,32245$/);
    expect(old.at('Ấp Kinh Ráng', 'Xã Phan Ngọc Hiển')).toMatch(/^unknown .*: 11$/);
  });

  it('lead on when the hamlets are known of today alone', () => {
    const bare = registryOf({
      ...lines,
      units: [...lines.units!, '1,Ấp A,hamlet,32244,2025-07-01,'],
    });
    const { match } = createMatcher(bare, treeAsOf(bare, '2025-08-14'));
    expect(say(match({ commune: 'TT Rạch Gốc', hamlet: 'Ấp A' }))).toBe(
      'moved Thị trấn Rạch Gốc 2025-06-30 → 1',
    );
    expect(say(match({ commune: 'TT Rạch Gốc', hamlet: 'Ấp B' }))).toMatch(/^ended/);
  });
});

describe('levels', () => {
  it('that the registry does not know are not held against a sheet', () => {
    const flat = registryOf({
      units: ['96,Tỉnh Cà Mau,province,,,', '1,Xã A,commune,96,,', '2,Ấp B,hamlet,1,,'],
    });
    const { match } = createMatcher(flat, treeAsOf(flat, '2025-08-14'));
    expect(say(match({ hamlet: 'Ấp B', commune: 'Xã A', district: 'Huyện C' }))).toBe('found 2');
    expect(say(match({}))).toBe('unknown  in -: ');
  });

  it('below a hamlet-less commune leave the hamlet unknown', () => {
    const { match } = createMatcher(registryOf(lines), treeAsOf(registryOf(lines), '2024-09-14'));
    expect(say(match({ hamlet: 'Ấp 1', commune: 'Xã Tân Ân' }))).toBe('unknown Ấp 1 in 32245: ');
  });
});

describe('matchText', () => {
  it.each([
    ['TT. Rạch Gốc - Khóm 1_T9.2024.xlsx', 'found 01'],
    ['Xã_Tân_Ân_2024', 'found 32245'],
    ['Bao cao thang 9 - Ấp Kinh Ráng, xã Tân Ân', 'found 11'],
    ['Huyện Ngọc Hiển', 'found 973'],
    ['32245_202409', 'found 32245'],
    ['P.1 TP Cà Mau', 'found 32005'],
    ['Phường 1', 'ambiguous 31825,31942,32005'],
    ['Đất Mũi - T9', 'found 32248'],
    ['Khóm 1, Khóm 9', 'none'],
    ['Cà Mau', 'none'],
    ['BC_XãTânÂn_T9', 'found 32245'],
    ['xã-tân-ân.ấp.kinh.ráng', 'found 11'],
    ['xa Tan An', 'none'],
    ['Báo cáo tháng 09.2024', 'none'],
  ])('%s: %s', (text, expected) => {
    expect(old.text(text)).toBe(expected);
  });

  it('reads old names too', () => {
    expect(now.text('TT Rạch Gốc.xlsx')).toBe('moved Thị trấn Rạch Gốc 2025-06-30 → 32244');
  });
});

it('takes no longer for a row where the province has sixteen times as many units', () => {
  const unit = (code: string, name: string, level: string, parent: string) =>
    `${code},${name},${level},${parent},,`;
  const matcherOf = (communes: number) => {
    const units = Array.from({ length: communes }, (_, i) => [
      unit(`c${i}`, `Xã Tân ${i}`, 'commune', '9'),
      unit(`h${i}`, 'Khóm 1', 'hamlet', `c${i}`),
    ]);
    const wide = registryOf({ units: [unit('9', 'Tỉnh Thử', 'province', ''), ...units.flat()] });
    return createMatcher(wide, treeAsOf(wide, '2025-01-01'));
  };
  const matchers = new Map([100, 1600].map((communes) => [communes, matcherOf(communes)]));
  const rows = (communes: number) => () => {
    for (let i = 0; i < 20_000; i++) {
      const named = { hamlet: i % 2 ? 'Khóm 1' : 'khóm I', commune: `X. Tân ${i % 100}` };
      const found = matchers.get(communes)!.match(named);
      if (found.kind !== 'found') throw new Error(found.kind);
    }
  };
  expect(timeRatio(rows(100), rows(1600))).toBeLessThan(4);
});

describe('an old district over a commune of today that has two hamlets of one name', () => {
  const units = [
    '96,Tỉnh A,province,,,',
    '1,Huyện Hoà Bình,district,96,,2025-06-30',
    '2,Huyện Đông,district,96,,2025-06-30',
    '11,Xã Một,commune,1,,2025-06-30',
    '21,Xã Hai,commune,2,,2025-06-30',
    '31,Xã Hoà Bình,commune,96,2025-07-01,',
    ...['101,Ấp 1', '102,Ấp 2'].flatMap((hamlet) => [
      `${hamlet},hamlet,11,,2025-06-30`,
      `${hamlet},hamlet,31,2025-07-01,`,
    ]),
    '201,Ấp 1,hamlet,21,,2025-06-30',
    '201,Ấp 1,hamlet,31,2025-07-01,',
  ];
  const changes = ['2025-07-01,11,31,', '2025-07-01,21,31,'];
  const merged = registryOf({ units, changes });
  const { match } = createMatcher(merged, treeAsOf(merged, '2026-01-01'));
  const codes = (found: Match) => {
    if (found.kind === 'ambiguous') return found.choices.map(({ unit }) => unit.code);
    return 'node' in found && found.node ? [found.node.unit.code] : [];
  };

  it.each([
    ['Huyện Hoà Bình', 'Xã Hoà Bình', 'Ấp 1', ['101', '201']],
    ['Huyện Hoà Bình', 'Xã Hoà Bình', 'Ấp 2', ['102']],
    // Here the district is all that says where, or is itself said to be of before.
    ['Huyện Hoà Bình', '', 'Ấp 1', ['101']],
    ['Huyện Hoà Bình', 'Xã Một', 'Ấp 1', ['101']],
    ['Huyện Đông', 'Xã Hai', 'Ấp 1', ['201']],
    ['Huyện Đông (cũ)', 'Xã Hoà Bình', 'Ấp 1', ['201']],
  ])('%s, %s, %s is one of %j', (district, commune, hamlet, expected) => {
    expect(codes(match({ district, commune, hamlet }))).toEqual(expected);
  });
});
