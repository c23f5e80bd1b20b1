// npm run bench -- intake [--rows N] [--runs N] [--write]
// What making sense of a well-formed sheet costs, beside reading it: finding its table and
// telling its rows apart (a sheet of another month is told apart and no more), placing and
// summing its rows. Casting, checking and hashing records are a form's own work and stand
// apart. Each is run over the same rows in turn, and of its runs the shortest stands: what else
// the machine does only adds to one. What counts is the ratio. --write puts the table into
// docs/speed.md.
import { parseArgs } from 'node:util';
import { generator, sheetOf, workbook } from './intake/generate.mjs';
import { machine, publish, table } from './lib/report.mjs';

const dist = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { openWorkbook } = await dist('spreadsheet/index.js');
const { SheetReader } = await dist('forms/sheet-reader.js');
const { RecordReader } = await dist('forms/records/record.js');
const { RowPlaces } = await dist('forms/places/row-places.js');
const { TableParts } = await dist('forms/table/table-parts.js');
const { TableTotals } = await dist('forms/table/table-totals.js');
const { headerColumns } = await dist('forms/header/header-columns.js');
const { recognise } = await dist('forms/header/recognise.js');
const { compileForms } = await dist('forms/header/compile.js');
const { FORMS } = await dist('forms/declared/index.js');
const { INDICATORS } = await dist('indicators/index.js');
const { ROW_CHECKS } = await dist('rules/checks/index.js');

const HEAD = [
  'sheet',
  'reading',
  'telling rows apart',
  'placing and summing',
  'casting',
  'hashing',
  'the whole, with checks',
  'sense / whole',
];

const LAYOUTS = compileForms(FORMS);
const HAMLETS = Array.from({ length: 900 }, (_, i) => ({
  unit: { code: `${3200000 + i}`, name: `Ấp ${i + 1}`, level: 'hamlet', parent: '32' },
  parent: null,
  children: [],
}));
const BY_NAME = new Map(HAMLETS.map((node) => [node.unit.name, node]));

/** @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '15' },
      write: { type: 'boolean', default: false },
    },
  });
  const about = machine();
  const rows = [];
  for (const kind of ['members', 'households', 'eid', 'tally'])
    rows.push(rowOf(kind, await measure(kind, Number(values.rows), Number(values.runs))));
  const text = `Machine: ${about}.\n\n${table(HEAD, rows)}`;
  publish({ page: 'speed.md', name: 'intake', text, write: values.write });
}

async function measure(kind, count, runs) {
  const bytes = workbook(sheetOf(kind, count, generator(7)));
  const rows = [];
  await read(bytes, (row) => rows.push({ number: row.number, values: [...row.values] }));
  const parts = partsOf(rows);
  const times = { reading: [], telling: [], placing: [], casting: [], hashing: [], all: [] };
  for (let i = 0; i <= runs; i++) {
    const once = {
      reading: await timed(() => read(bytes, () => undefined)),
      telling: await timed(() => sense(rows, '2024-08')),
      placing: await timed(parts.place),
      casting: await timed(parts.cast),
      hashing: await timed(parts.hash),
      all: await timed(() => sense(rows, '2024-09')),
    };
    if (i > 0) for (const [name, time] of Object.entries(once)) times[name].push(time);
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, Math.min(...list)]));
}

async function read(bytes, onRow) {
  const book = await openWorkbook({ name: 'x.xlsx', bytes });
  await book.sheets[0].read(onRow);
  await book.close();
}

/**
 * What was made last. In a run sheets follow each other at once; here, with other work between
 * them, the engine would forget the shapes of what is no longer in use, and compile anew.
 */
let last = [];

/** The whole of a sheet's intake over rows in memory. */
function sense(rows, wanted) {
  const reader = new SheetReader({
    file: 'x.xlsx',
    sheet: 'x',
    layouts: LAYOUTS,
    indicators: INDICATORS,
    checks: ROW_CHECKS,
    wanted,
    cutoff: 14,
    names: [],
    merges: [],
    mapOf: () => MAP,
    emit: () => undefined,
  });
  for (const row of rows) reader.push(row);
  const { tables } = reader.end();
  last = [...last.slice(-5), reader];
  const data = tables.reduce((sum, table) => sum + table.data - table.rejected, 0);
  if (data < rows.length - 10) throw new Error(`only ${data} rows were taken`);
}

function match({ hamlet = '' }) {
  const node = BY_NAME.get(hamlet);
  return node
    ? { kind: 'found', node }
    : { kind: 'unknown', name: hamlet, parent: null, suggestions: [] };
}

const MAP = { match, matchText: () => null, nearText: () => ({}), lastDay: '2024-09-14' };

/** Each of the steps alone, over the data rows. */
function partsOf(rows) {
  const [header, ...data] = rows.slice(2);
  const found = recognise(headerColumns([header.values.map(String)], LAYOUTS), LAYOUTS)[0];
  const reader = new RecordReader(found, { month: null, lastDay: null });
  const none = () => undefined;
  // The reader's record is the same array for each row.
  const records = data.map(({ values }) => [...(reader.read(values, none) ?? [])]);
  const base = { named: {}, chosen: {}, nodes: {}, lowest: null, disagreements: [] };
  return {
    place: () => {
      const places = new RowPlaces(found, base, match, []);
      const totals = new TableTotals(found);
      data.forEach((row, i) => {
        totals.add(row, records[i], places.resolve(row).node);
      });
      last = [...last.slice(-5), places, totals];
    },
    cast: () => {
      for (const { values } of data) reader.read(values, none);
    },
    hash: () => {
      const parts = new TableParts(found, INDICATORS);
      records.forEach((record, i) => {
        const node = HAMLETS[Math.floor((i * 900) / records.length)];
        parts.add(i, record, { node, mergedFrom: null }, null, {});
      });
      parts.end();
    },
  };
}

/** Processor time, which a busy machine stretches less than the clock's. */
async function timed(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

/** Reading to records, and of that the part of making sense. */
function rowOf(kind, { reading, telling, placing, casting, hashing, all }) {
  const times = [reading, telling, placing, casting, hashing, reading + all];
  const sense = (telling + placing) / (reading + all);
  return [kind, ...times.map((time) => `${Math.round(time)} ms`), sense.toFixed(2)];
}
