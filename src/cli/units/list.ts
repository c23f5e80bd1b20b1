import type { ListedUnit, UnitRow, UnitTree } from '../../app/units/types.js';
import { jsonText } from '../../core/json-text.js';
import { csv } from '../../reports/data/csv.js';
import type { Context } from '../command.js';
import { toLines } from '../table.js';
import { type Action, deliver } from './action.js';

/** Columns of `units.csv`. */
export const UNIT_COLUMNS = ['code', 'name', 'level', 'parent', 'valid_from', 'valid_to'];

/** A row of `units.csv`. */
export function unitCells(unit: UnitRow): string[] {
  return [unit.code, unit.name, unit.level, unit.parent, unit.validFrom, unit.validTo];
}

/** `ccds units list`: the units of a day, one a line. */
export const list: Action = {
  name: 'list',
  usage: '[--as-of DATE]',
  words: [0, 0],
  run: (context) => show(context, listText),
};

/** `ccds units tree`: the same, each below the one above it. */
export const tree: Action = {
  name: 'tree',
  usage: '[--as-of DATE]',
  words: [0, 0],
  run: (context) => show(context, treeText),
};

async function show(context: Context, text: (context: Context, found: UnitTree) => string) {
  const found = await context.app.units.listUnits(context.options);
  if (context.format === 'json') await deliver(context, jsonText(found));
  else if (context.format === 'csv') {
    await deliver(context, csv(UNIT_COLUMNS, found.units.map(unitCells)));
  } else await deliver(context, text(context, found));
  return context.statusOf({ findings: [] });
}

function head({ messages }: Context, { date, units }: UnitTree): string {
  return `${messages.units.mapOf({ date, units: units.length })}\n`;
}

function listText(context: Context, found: UnitTree): string {
  const { level } = context.messages;
  const names = new Map(found.units.map(({ code, name }) => [code, name]));
  const rows = found.units.map((unit) => [
    unit.code,
    unit.name,
    (level as Readonly<Record<string, string>>)[unit.level] ?? unit.level,
    names.get(unit.parent) ?? '',
  ]);
  return head(context, found) + toLines(rows);
}

function treeText(context: Context, found: UnitTree): string {
  return head(context, found) + found.units.map((unit) => `${line(context, unit)}\n`).join('');
}

function line({ messages }: Context, { code, name, depth, level, hamlets }: ListedUnit): string {
  const below =
    level === 'hamlet' || hamlets === 0 ? '' : ` (${messages.units.hamlets({ hamlets })})`;
  return `${'  '.repeat(depth)}${code} ${name}${below}`;
}
