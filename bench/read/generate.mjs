// The files that the readers are measured on: the same on every machine, made once.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeXml, worksheet, xlsx } from '../../test/spreadsheet/support/xlsx-writer.mjs';

/** Raise it when the content changes, so that no old files are measured. */
const VERSION = 4;

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Quốc', 'Thanh', 'Mỹ', 'Kim', 'Đức'];
const GIVEN = ['Ấp', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hạnh', 'Hiếu', 'Khánh', 'Lan', 'Mười'];
const PLACES = ['Ấp Tân Ân', 'Ấp Rạch Gốc', 'Khóm 3, Thị trấn', 'Ấp Đất Mũi', 'Ấp Vàm Lũng'];
const HEADER = [
  'STT',
  'Họ và tên',
  'Năm sinh',
  'Địa chỉ',
  'Số điện thoại',
  'Ngày',
  'Tỷ lệ',
  'Ghi chú',
];

/** @returns {{ small: string[], big: string[], huge: string[] }} paths of the files */
export function files({ huge = false } = {}) {
  const folder = join(tmpdir(), `spreadsheet-bench-${VERSION}`);
  mkdirSync(folder, { recursive: true });
  const make = (name, bytes) => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      writeFileSync(`${path}.part`, bytes());
      renameSync(`${path}.part`, path);
    }
    return path;
  };
  return {
    small: Array.from({ length: 300 }, (_, i) =>
      make(`small-${i}.xlsx`, () => book([40, 120, 80, 60], i + 1)),
    ),
    big: [make('100k.xlsx', () => book([100_000], 7))],
    huge: huge ? [make('800k.xlsx', () => book([800_000], 8))] : [],
  };
}

/**
 * A workbook with a sheet for each number of rows, as Excel saves a form that somebody
 * filled in: a border and so a style on every cell, a theme, a title that is merged.
 */
function book(sizes, seed) {
  const random = generator(seed);
  const strings = new Map();
  const sheets = sizes.map((rows, i) => ({
    name: `Biểu ${i + 1}`,
    xml: sheet(rows, random, strings),
  }));
  const items = [...strings.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
  return xlsx({
    sheets,
    strings: items.join(''),
    parts: { 'xl/styles.xml': STYLES, 'xl/theme/theme1.xml': THEME, 'docProps/app.xml': APP },
  });
}

function sheet(rows, random, strings) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const text = (value) => {
    if (!strings.has(value)) strings.set(value, strings.size);
    return strings.get(value);
  };
  const xml = [
    row(1, [[1, 's', text('DANH SÁCH THEO DÕI THÁNG 9/2024')], ...Array(7).fill([1, '', null])]),
    row(
      2,
      HEADER.map((title) => [2, 's', text(title)]),
    ),
  ];
  for (let n = 1; n < rows - 1; n++) {
    const name = `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)} ${Math.floor(random() * 400)}`;
    const phone = `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
    xml.push(
      row(n + 2, [
        [3, '', n],
        [4, 's', text(name)],
        [3, '', 1950 + Math.floor(random() * 60)],
        [4, 's', text(pick(PLACES))],
        [5, 's', text(phone)],
        [6, '', 45_500 + Math.floor(random() * 60)],
        [7, '', Math.floor(random() * 1000) / 1000],
        random() < 0.3 ? [4, 's', text('Đã tập huấn')] : [4, '', null],
      ]),
    );
  }
  const columns = HEADER.map(
    (_, i) => `<col min="${i + 1}" max="${i + 1}" width="${9 + i}.7109375" customWidth="1"/>`,
  );
  return worksheet(
    `<dimension ref="A1:H${rows}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15.75" x14ac:dyDescent="0.25"/><cols>${columns.join('')}</cols><sheetData>${xml.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`,
  );
}

function row(number, cells) {
  const xml = cells.map(([style, type, value], i) => {
    const place = `r="${String.fromCharCode(65 + i)}${number}" s="${style}"`;
    return value === null
      ? `<c ${place}/>`
      : `<c ${place}${type && ` t="${type}"`}><v>${value}</v></c>`;
  });
  return `<row r="${number}" spans="1:${cells.length}" x14ac:dyDescent="0.25">${xml.join('')}</row>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

const BORDER = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color indexed="64"/></${side}>`,
);
const FONT = '<sz val="12"/><color theme="1"/><name val="Times New Roman"/><family val="1"/>';

/** Formats 3 and 4 are whole numbers and text, 5 text, 6 dates, 7 percentages. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="3"><font>${FONT}</font><font><b/>${FONT}</font><font><i/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER.join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">${[
  0, 0, 0, 1, 0, 49, 164, 165,
]
  .map(
    (id, i) =>
      `<xf numFmtId="${id}" fontId="${i % 3}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  )
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;

const SCRIPTS =
  'Jpan Hang Hans Hant Arab Hebr Thai Ethi Beng Gujr Khmr Knda Guru Cans Cher Yiii Tibt Thaa Deva Telu Taml Syrc Orya Mlym Laoo Sinh Mong Viet Uigh Geor'.split(
    ' ',
  );
const FONTS = `<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>${SCRIPTS.map((script) => `<a:font script="${script}" typeface="Times New Roman"/>`).join('')}`;
const COLORS =
  'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
const GRADIENT = `<a:gradFill rotWithShape="1"><a:gsLst>${[0, 50, 100].map((at) => `<a:gs pos="${at}000"><a:schemeClr val="phClr"><a:lumMod val="110000"/><a:satMod val="105000"/><a:tint val="67000"/></a:schemeClr></a:gs>`).join('')}</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>`;
const LINE =
  '<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>';

/** Read by nobody here, but every file that Excel saves has one of about 8 KB. */
const THEME = `${HEAD}<a:theme xmlns:a="${DRAWING}" name="Office"><a:themeElements><a:clrScheme name="Office">${COLORS.map((name, i) => `<a:${name}><a:srgbClr val="${(0x123456 * (i + 1)).toString(16).slice(0, 6)}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Office"><a:majorFont>${FONTS}</a:majorFont><a:minorFont>${FONTS}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${GRADIENT.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${GRADIENT.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const APP = `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><AppVersion>16.0300</AppVersion></Properties>`;

/** mulberry32 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
