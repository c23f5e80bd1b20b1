import { readdir, readFile } from 'node:fs/promises';
import { expect, describe as group, test } from 'vitest';
import type { Code } from '../../src/core/codes.js';
import { SEVERITIES } from '../../src/core/severities.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { BASELINES, INDICATORS } from '../../src/indicators/index.js';
import { shownArgument } from '../../src/rules/arguments.js';
import {
  codes,
  describe,
  explain,
  FAMILIES,
  families,
  familyOf,
  isCodeOrFamily,
  labelsOf,
  PHASES,
  type Rule,
  resolveSeverity,
  rules,
  WORDS,
  wordsOfForms,
} from '../../src/rules/index.js';
import { readBack } from '../../src/rules/read-back.js';
import { render } from '../../src/rules/template.js';

const LANGS = ['vi', 'en'] as const;
const all = Object.values(rules) as Rule[];
const labels = labelsOf({ indicators: INDICATORS, forms: FORMS, baselines: BASELINES });

/** Names in braces of a template, each once; what follows a colon says how the value is shown. */
function placeholders(template: string): string[] {
  const names = new Set<string>();
  render(template, (name) => {
    names.add(name.split(':')[0]!);
    return 'x';
  });
  return [...names];
}

/** The arguments with those left blank that may be: all that stand in an optional part. */
function withBlanks(rule: Rule): Record<string, string | number> {
  const parts = [...rule.vi.message.matchAll(/\[\[.*?\]\]/g)].join('');
  const blanks = placeholders(parts).map((name) => [name, '']);
  return { ...rule.example.args, ...Object.fromEntries(blanks) };
}

group.each(all.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const args = rule.example.args as Record<string, string | number>;

  test('says one of a thing as one in English', () => {
    const counts = '(?:count|files|members|rows|sheets|cells|units|hamlets)';
    const many = new RegExp(String.raw`\{${counts}\} [a-z]{3,}s\b|hamlets: |teams: `);
    expect(rule.en.message).not.toMatch(many);
  });

  test('stands under its own code, with a phase and a family', () => {
    expect(rules[code]).toBe(rule);
    expect(PHASES).toContain(rule.phase);
    expect(Object.keys(FAMILIES)).toContain(familyOf(code));
  });

  test.each(LANGS)('has every text, well written (%s)', (lang) => {
    for (const text of Object.values(rule[lang])) {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim().normalize('NFC'));
      expect(text).not.toMatch(/ {2}|\s[,;:)]|\s\.\W/);
    }
    expect(rule[lang].message).toMatch(/[.?]\]*$/);
    expect(rule[lang].why).toMatch(/\.$/);
    expect(rule[lang].fix).toMatch(/\.$/);
    expect(rule[lang].title).not.toMatch(/[.{}]/);
  });

  test.each(LANGS)('names no stranger, and nothing else in braces (%s)', (lang) => {
    for (const template of [rule[lang].message, rule[lang].fix]) {
      for (const name of placeholders(template)) expect(Object.keys(args)).toContain(name);
    }
    expect(placeholders(rule[lang].title + rule[lang].why)).toEqual([]);
  });

  test.each(LANGS)('tells all of its arguments (%s)', (lang) => {
    const told = placeholders(rule[lang].message);
    expect(told.sort()).toEqual(Object.keys(args).sort());
  });

  test.each(LANGS)('leaves no mark of the template behind (%s)', (lang) => {
    for (const each of [args, withBlanks(rule)]) {
      const { title, message, fix } = describe({ code, args: each }, lang, labels);
      for (const text of [title, message, fix]) {
        expect(text).not.toMatch(/[{}]|\[\[|\]\]|undefined/);
        expect(text).not.toMatch(/^\s|\s$| {2}|“”|\(\)|\s,|\s\.\W/);
      }
    }
  });

  test.each(LANGS)('shows no id in its example (%s)', (lang) => {
    const { message } = describe({ code, args }, lang, labels);
    expect(message).not.toMatch(/[a-z]_[a-z]|\b(tcvn3|vni|eid|EACCES)\b/);
    expect(explain(code, lang, labels)).toContain(message);
  });
});

group.each(all.map((rule) => [rule.code, rule] as const))(
  '%s as a package tells it',
  (code, rule) => {
    const given = rule.example.args as Record<string, string | number>;

    test.each([
      ['with all that it may say', given],
      ['with what it must say alone', withBlanks(rule)],
    ])('is told in the words of this language, and how it is mended (%s)', (_, args) => {
      const { message: said, fix } = describe({ code, args }, 'en', labels);
      const found = { code, args: {}, said };
      expect(describe(found, 'vi', labels)).toEqual(describe({ code, args }, 'vi', labels));
      expect(describe(found, 'en', labels)).toMatchObject({ message: said, fix });
    });
  },
);

group('what a package says', () => {
  const told = (code: Code, said: string, lang: 'vi' | 'en' = 'vi', field?: string) =>
    describe({ code, args: {}, said, ...(field && { field }) }, lang, labels);

  test.each([
    [
      'CCDS-B01',
      'Eligible citizens: the report says 4,548, the registry 4,541; the registry’s was used.',
      'Công dân đủ điều kiện ghi trong báo cáo là 4.548, trong danh mục là 4.541; đã dùng số của danh mục.',
    ],
    [
      'CCDS-R11',
      'The column “Ngày hỗ trợ (Date of visit)” says 20 September 2024, after the last day of September 2024.',
      'Cột “Ngày hỗ trợ” ghi 20/09/2024, sau ngày cuối của tháng 9/2024.',
    ],
    // A heading of a sheet that is no field of a form stays as the sheet has it.
    [
      'CCDS-R01',
      'The column “Kỹ năng khác” must be filled in but is blank; the row is not counted.',
      'Cột “Kỹ năng khác” bắt buộc phải có nhưng để trống; dòng này không được tính.',
    ],
  ] as const)('%s: %s', (code, said, message) => expect(told(code, said).message).toBe(message));

  test('stays as it is where it is not understood, below what it is called here', () => {
    const said = 'Something that another version of ccds says.';
    expect(told('CCDS-R01', said)).toEqual({
      title: 'Thiếu số liệu bắt buộc',
      message: `Thiếu số liệu bắt buộc. Nguyên văn trong gói dữ liệu (tiếng Anh): “${said}”`,
      fix: '',
    });
    expect(told('CCDS-R01', said, 'en').message).toBe(said);
    // How it is mended is said where that takes none of its values.
    expect(told('CCDS-R10', said).fix).toBe(rules['CCDS-R10'].vi.fix);
  });

  const read = (template: string, said: string) => [...readBack(template, said)];

  test('is not guessed at where it could be of several values', () => {
    const said = 'There is no “A” in “B” in “C”.';
    expect(read('There is no “{name}”[[ in “{parent}”]].', said)).toEqual([
      new Map([['name', 'A” in “B” in “C']]),
    ]);
    expect(read('{from} to {until}.', '1 to 2 to 3.')).toEqual([]);
    expect(read('{rows row|rows} of {files}.', '1 row of F9, …')).toEqual([
      new Map([
        ['rows', '1'],
        ['files', 'F9, …'],
      ]),
    ]);
    expect(read('{a} and {a}.', '1 and 2.')).toEqual([]);
    expect(read('Nothing.', 'Nothing.')).toEqual([new Map()]);
    expect(read('Nothing.', 'Nothing. More.')).toEqual([]);
  });
});

test('every code has its rule, every family its name', () => {
  expect(all.map((rule) => rule.code).sort()).toEqual(Object.keys(SEVERITIES).sort());
  expect(families.toSorted()).toEqual(Object.keys(FAMILIES).sort());
});

test('two rules have no title in common', () => {
  for (const lang of LANGS)
    expect(new Set(all.map((rule) => rule[lang].title)).size).toBe(all.length);
});

test('Vietnamese and English tell the same arguments', () => {
  for (const { vi, en } of all) {
    expect(placeholders(vi.message).sort()).toEqual(placeholders(en.message).sort());
    expect(placeholders(vi.fix).sort()).toEqual(placeholders(en.fix).sort());
  }
});

test.each([
  ['eml', 'thư điện tử (.eml)'],
  ['part', 'tệp tải về chưa xong (.part)'],
  ['jfif', 'hình ảnh'],
  ['mp3', 'tệp âm thanh'],
  ['wps', 'tệp Word'],
  ['url', 'lối tắt (.url)'],
  ['xyz', 'tệp .xyz'],
])('what a .%s file is called', (kind, name) => {
  expect(describe({ code: 'CCDS-F06', args: { kind } }, 'vi').message).toContain(`mà là ${name},`);
});

test('a finding in words', () => {
  const found = { field: 'members', found: 'Một nghìn hai trăm', expected: 'count' };
  const code: Code = 'CCDS-R02';
  expect(describe({ code, args: { ...found, suggestion: '1200' } }, 'vi').message).toBe(
    'Cột “Số thành viên” ghi “Một nghìn hai trăm”, cần là số đếm từ 0 trở lên (ví dụ 12 hoặc 1.250); dòng này không được tính. Có phải 1.200 không?',
  );
  expect(describe({ code, args: { ...found, suggestion: '' } }, 'vi').message).toMatch(/tính\.$/);
  // A number as Excel shows it, a text as it was typed.
  const saying = (written: string | number, lang: 'vi' | 'en') =>
    /[“"]([-\d.,]+)[”"]/.exec(
      describe({ code, args: { ...found, found: written, suggestion: '' } }, lang).message,
    )?.[1];
  expect([saying(3.5, 'vi'), saying('3.5', 'vi'), saying(0.125, 'vi')]).toEqual([
    '3,5',
    '3.5',
    '0,125',
  ]);
  expect(saying(3.5, 'en')).toBe('3.5');
});

test.each(['CCDS-F01', 'CCDS-F04'] as const)('%s says what to do with an archive', (code) => {
  const args = { reason: 'damaged', kind: 'rar' };
  expect(describe({ code, args }, 'vi').fix).toContain('giải nén');
  expect(describe({ code, args }, 'en').fix).toContain('unpack');
});

test('numbers, rows, dates and periods as people write them', () => {
  const shown = (name: string, value: string | number, lang: 'vi' | 'en' = 'vi', more = {}) =>
    shownArgument(name, { [name]: value, ...more }, lang);
  expect(shown('value', 1118560)).toBe('1.118.560');
  expect(shown('value', 1118560, 'en')).toBe('1,118,560');
  expect(shown('value', 268435456, 'vi', { limit: 'zip-bytes' })).toBe('256 MB');
  expect(shown('otherRow', 1250)).toBe('1250');
  expect(shown('date', '2025-06-30')).toBe('30/06/2025');
  expect(shown('taken', '2024-09-05')).toBe('05/09/2024');
  expect(shown('taken', '2024-09-05', 'en')).toBe('5 September 2024');
  expect(shown('taken', 'female')).toBe('nữ');
  expect(shown('wanted', '2024-09')).toBe('tháng 9/2024');
  expect(shown('wanted', '2024-Q3')).toBe('quý III năm 2024');
  expect(shown('wanted', '2024-H2')).toBe('6 tháng cuối năm 2024');
  expect(shown('wanted', '2024')).toBe('năm 2024');
  expect(shown('stated', 1312)).toBe('1.312');
  expect(shown('first', 'Xã Tân Ân')).toBe('Xã Tân Ân');
  expect(shown('suggestions', 'Ấp 1; Ấp 2')).toBe('“Ấp 1” hay “Ấp 2”');
  expect(shown('kind', 'abc')).toBe('tệp .abc');
  expect(shown('kind', 'xlsx~')).toBe('tệp .xlsx~');
  const lost = shown('changes', 'female 5 → 6 (C9); zalo 1 → – (9); …', 'vi', { form: 'members' });
  expect(lost).toContain('Nữ 5 → 6 (C9); ');
  expect(lost).toContain(' 1 → – (dòng 9); …');
  expect(shown('changes', 'rows 2 → 1 (9)', 'en')).toBe('rows 2 → 1 (row 9)');
  expect(shown('field', 'chợ 4.0')).toBe('chợ 4.0');
  expect(shown('forms', 'households, eid')).toBe('Hộ được hỗ trợ, Tài khoản định danh điện tử');
});

test('every limit of the reader and of archives is in words', async () => {
  const limits = new Set<string>();
  for (const folder of ['spreadsheet', 'app']) {
    const root = new URL(`../../src/${folder}/`, import.meta.url);
    for (const file of await readdir(root, { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const text = await readFile(new URL(file, root), 'utf8');
      for (const [, id] of text.matchAll(/\blimit(?:Error)?\('([\w-]+)'/g)) limits.add(id!);
    }
  }
  expect(limits).toContain('cells');
  for (const id of limits) expect(Object.keys(WORDS.limit)).toContain(id);
});

test('what is filled in is not taken for a template', () => {
  const args = { header: '{first} [[x]]', first: 'D6' };
  expect(describe({ code: 'CCDS-S09', args }, 'vi').message).toContain('“{first} [[x]]”');
});

test('a field is called as its form calls it, and as the config does', () => {
  const women = { code: 'CCDS-X01', args: { part: 'female', partValue: 9 } } as const;
  expect(describe({ ...women, form: 'members' }, 'en').message).toContain('“Nữ (Women)” is 9');
  const blankName = { code: 'CCDS-R01', args: { field: 'name' } } as const;
  expect(describe(blankName, 'vi').message).toContain('“Họ và tên / Tên hộ kinh doanh”');
  expect(describe({ ...blankName, form: 'merchants' }, 'vi').message).toContain(
    '“Tên hộ kinh doanh”',
  );
  const field = { 'merchants.name': { vi: 'Tên sạp', en: 'Stall' } };
  expect(describe({ ...blankName, form: 'merchants' }, 'en', { field }).message).toContain(
    '“Stall”',
  );
  const label = { vi: 'Số sạp', en: 'Stalls' };
  const stalls = { id: 'stalls', label, type: 'count', aliases: [] } as const;
  const forms = [{ id: 'market', label, tally: { fields: [stalls] } }];
  const told = (lang: 'vi' | 'en') =>
    describe(
      { code: 'CCDS-R01', args: { field: 'stalls' }, form: 'market' },
      lang,
      labelsOf({ forms, indicators: [], baselines: [] }),
    ).message;
  expect(told('vi')).toContain('Cột “Số sạp”');
  expect(told('en')).toContain('column “Số sạp (Stalls)”');
  const market = { id: 'market', label: { vi: 'Chợ 4.0', en: 'Market' } };
  const args = { form: 'market' };
  expect(describe({ code: 'CCDS-C02', args }, 'vi', wordsOfForms([market])).message).toContain(
    '“Chợ 4.0”',
  );
});

test('a severity is set by code, then by family, else is its own', () => {
  expect(resolveSeverity('CCDS-R07')).toBe('warning');
  expect(resolveSeverity('CCDS-R07', { 'CCDS-R*': 'info' })).toBe('info');
  expect(resolveSeverity('CCDS-R07', { 'CCDS-R*': 'info', 'CCDS-R07': 'off' })).toBe('off');
  expect(resolveSeverity('CCDS-D01', { 'CCDS-R*': 'info' })).toBe('error');
  expect(codes).toContain('CCDS-R07');
  expect(isCodeOrFamily('CCDS-R*')).toBe(true);
  expect(isCodeOrFamily('CCDS-Z*')).toBe(false);
  expect(isCodeOrFamily('toString')).toBe(false);
});

test.each([
  ['1', '1 row has more cells'],
  ['2', '2 rows have more cells'],
  ['0', '0 rows have more cells'],
])('a count has its noun in the singular or plural: %s', (count, text) => {
  expect(render('{rows row has|rows have} more cells', () => count)).toBe(text);
});

test('what others usually did is said where they did nothing, too', () => {
  const said = (usual: number, lang: 'vi' | 'en') =>
    describe(
      {
        code: 'CCDS-H03',
        args: { indicator: 'members', value: 9, before: 40, usual, period: '2024-08' },
      },
      lang,
      labels,
    ).message.split(/; /)[1];
  expect([1250, -3, 0].map((usual) => said(usual, 'vi'))).toEqual([
    'các ấp/khóm khác thường tăng khoảng 1.250.',
    'các ấp/khóm khác thường giảm khoảng 3.',
    'các ấp/khóm khác thường không thay đổi.',
  ]);
  expect([1250, -3, 0].map((usual) => said(usual, 'en'))).toEqual([
    'in other hamlets it mostly rose by about 1,250.',
    'in other hamlets it mostly fell by about 3.',
    'in other hamlets it mostly did not change.',
  ]);
});

test.each(LANGS)('a count to write into a sheet is written as sheets have it (%s)', (lang) => {
  const args = { field: 'total', found: 'x', expected: 'count', suggestion: '1200' };
  const { message } = describe({ code: 'CCDS-R02', args }, lang, labels);
  expect(message).toContain('1.250');
  expect(message).toContain('1.200');
});

test.each([
  ['CCDS-R11', 'vi', '20/09/2024'],
  ['CCDS-R11', 'en', '20 September 2024'],
  ['CCDS-R13', 'vi', '20/09/2024'],
  ['CCDS-R13', 'en', '20 September 2024'],
] as const)('a date that was read is shown as dates are: %s, %s', (code, lang, date) => {
  const args = { field: 'assisted_on', found: '2024-09-20', period: '2024-09' };
  expect(describe({ code, args }, lang, labels).message).toContain(date);
});

test('months that follow each other are told as a run', () => {
  const months = '2024-01, 2024-02, 2024-03, 2024-04, 2024-05, 2024-07';
  const args = { count: 6, expected: 12, months };
  expect(describe({ code: 'CCDS-C06', args }, 'vi').message).toContain(
    'chưa có tháng 1–5, 7/2024.',
  );
  expect(describe({ code: 'CCDS-C06', args }, 'en').message).toContain('January–May, July 2024.');
});
