// The same roll-up as a programmer would write it in an evening: exceljs, a loop, and sums in
// maps, a workbook for the province and one for each district. It knows the four lists and
// nothing of other layouts, mistakes, periods or versions.
// exceljs-rollup.mjs SUBMISSIONS REGISTRY OUT
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { readTable } from '../../fixtures/generate/lib/table.mjs';
import { readUnits, tree } from '../../fixtures/generate/lib/units.mjs';
import { say, workbooks } from './child.mjs';

const FORMS = {
  'chức vụ': 'members',
  'địa chỉ': 'households',
  mức: 'eid',
  'hình thức': 'merchants',
};
const SKILLS = {
  'dịch vụ công': 'skill_public_services',
  'mua sắm trực tuyến': 'skill_shopping',
  'thanh toán điện tử': 'skill_payment',
  'an toàn mạng': 'skill_safety',
  'nền tảng khác': 'skill_other',
};
const RATIOS = [
  ['team_coverage', 'teams', 'hamlets'],
  ['members_per_team', 'members', 'teams'],
  ['household_coverage', 'households_assisted', 'households'],
  ['eid_rate', 'eid_accounts', 'eligible_citizens'],
  ['cashless_rate', 'merchants_cashless', 'merchants'],
];

const [submissions, registry, out] = process.argv.slice(2);
const start = performance.now();
const units = tree(readUnits(registry));
const nameOf = (unit) => [unit.up?.up?.name, unit.up?.name, unit.name].join('/');
const byName = new Map([...units.values()].filter(isHamlet).map((unit) => [nameOf(unit), unit]));
const sums = new Map([...units.keys()].map((code) => [code, {}]));
const seen = { members: new Set(), households: new Set(), eid: new Set(), merchants: new Set() };

for (const unit of byName.values()) add(unit, 'hamlets');
for (const { unit, path } of workbooks(submissions).map(placed).sort(byCode)) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  for (const sheet of book.worksheets) readSheet(sheet, unit);
  if (sums.get(unit.code).members > 0) add(unit, 'teams');
}
for (const { unit, baseline, value } of readTable(join(registry, 'baselines.csv')))
  add(units.get(unit), baseline, Number(value));
await writeBooks();

const provinces = [...units.values()].filter(({ level }) => level === 'province');
const result = {};
for (const { code } of provinces)
  for (const [name, value] of Object.entries(sums.get(code)))
    result[name] = (result[name] ?? 0) + value;
say(performance.now() - start, result);

function isHamlet({ level }) {
  return level === 'hamlet';
}

function placed(path) {
  const folders = [dirname(dirname(path)), dirname(path)].map((folder) => basename(folder));
  return { path, unit: byName.get([...folders, basename(path, '.xlsx')].join('/')) };
}

function byCode(a, b) {
  return a.unit.code < b.unit.code ? -1 : 1;
}

function add(unit, indicator, value = 1) {
  for (let up = unit; up; up = up.up) {
    const own = sums.get(up.code);
    own[indicator] = (own[indicator] ?? 0) + value;
  }
}

function readSheet(sheet, unit) {
  let form;
  const columns = {};
  sheet.eachRow((row) => {
    const texts = [];
    row.eachCell((cell, column) => {
      texts[column] = clean(cell.value);
    });
    const [, first, second] = texts;
    form ??= texts.map((text) => FORMS[text]).find(Boolean);
    if (!form) return;
    const isData = /^\d+$/.test(first ?? '') && second && !/^\d+$/.test(second);
    if (isData) record(form, unit, (name) => texts[columns[name]] ?? '');
    else
      texts.forEach((text, column) => {
        columns[text] ??= column;
      });
  });
}

function clean(value) {
  const text = value?.result ?? value ?? '';
  return String(text)
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/ ?\(.*\)$/, '');
}

/** True the first time; a key that is known is a repeated row. */
function isNew(form, key) {
  const known = seen[form].has(key);
  seen[form].add(key);
  return !known;
}

function isMarked(text) {
  return !['', '0', 'không'].includes(text);
}

function record(form, unit, of) {
  const { code } = unit;
  if (form === 'members' && isNew(form, `${code} ${of('họ và tên')} ${of('số điện thoại')}`)) {
    add(unit, 'members');
    if (of('giới tính') === 'nữ') add(unit, 'members_female');
    if (isMarked(of('đã tập huấn'))) add(unit, 'members_trained');
    if (isMarked(of('zalo oa'))) add(unit, 'members_zalo');
  } else if (form === 'households' && isNew(form, `${code} ${of('chủ hộ')} ${of('địa chỉ')}`)) {
    add(unit, 'households_assisted');
    for (const [head, id] of Object.entries(SKILLS)) if (isMarked(of(head))) add(unit, id);
  } else if (form === 'eid') {
    const level = of('mức').replace(/\D/g, '').replace(/^0/, '');
    if (!['1', '2'].includes(level) || !isNew(form, of('số định danh'))) return;
    add(unit, `eid_level${level}`);
    add(unit, 'eid_accounts');
  } else if (form === 'merchants' && of('hình thức') !== 'tiền mặt') {
    const key = of('mã số thuế') || `${code} ${of('tên hộ kinh doanh')}`;
    if (isNew(form, key)) add(unit, 'merchants_cashless');
  }
}

async function writeBooks() {
  mkdirSync(out, { recursive: true });
  const all = [...units.values()];
  for (const unit of all.filter(({ level }) => level === 'province' || level === 'district')) {
    const book = new ExcelJS.Workbook();
    for (const level of ['district', 'commune', 'hamlet'])
      fill(
        book.addWorksheet(level),
        all.filter((one) => one.level === level && isUnder(one, unit)),
      );
    await book.xlsx.writeFile(join(out, `${unit.level}-${unit.code}.xlsx`));
  }
}

function isUnder(unit, top) {
  for (let up = unit; up; up = up.up) if (up === top) return true;
  return false;
}

function fill(sheet, rows) {
  const names = [...new Set(rows.flatMap(({ code }) => Object.keys(sums.get(code))))];
  sheet.addRow(['code', 'name', ...names, ...RATIOS.map(([name]) => name)]);
  for (const { code, name } of rows) {
    const own = sums.get(code);
    const ratios = RATIOS.map(([, top, bottom]) => own[top] / own[bottom] || null);
    sheet.addRow([code, name, ...names.map((one) => own[one] ?? null), ...ratios]);
  }
}
