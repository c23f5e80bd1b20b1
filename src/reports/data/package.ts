import { createHash } from 'node:crypto';
import { jsonText } from '../../core/json-text.js';
import type { Summary } from '../../rollup/types.js';
import { provinceSlug } from '../file-names.js';
import { HISTORY_TABLES, RESTATEMENT, TABLES, type Table } from './tables.js';

/** The mark by which ccds knows its own outputs, wherever they lie. */
const GENERATOR = 'ccds';

/** What a data package says of a file, without holding it. */
export interface Stamp {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

/** Stamp of a content that comes in pieces; once the stamp is asked for, that was all. */
export function stamping(): { add(piece: string | Uint8Array): void; stamp(): Stamp } {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add(piece) {
      hash.update(piece);
      bytes += Buffer.byteLength(piece);
    },
    stamp: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

/** Stamps by file name: `values.csv`, `findings.csv`, `submissions.csv`. */
export type Stamps = Readonly<Record<string, Stamp>>;

/**
 * `datapackage.json`: a Frictionless Data Package (v1) that describes the data files.
 * No clock in it: the same inputs give the same bytes, but for `received_at`.
 */
export function dataPackage(
  summary: Pick<Summary, 'period' | 'months' | 'tree' | 'indicators' | 'restatement'>,
  files: Stamps,
): string {
  const names = summary.tree.roots.map((root) => root.unit.name);
  const content = {
    profile: 'tabular-data-package',
    name: ['ccds', ...summary.tree.roots.map(provinceSlug), summary.period.toLowerCase()].join('-'),
    title: `Community digital technology teams: ${names.join(', ')}, ${summary.period}`,
    generator: GENERATOR,
    period: summary.period,
    months: summary.months,
    ...(summary.restatement && { as_of: summary.restatement.asOf }),
    provinces: summary.tree.roots.map(({ unit }) => ({ code: unit.code, name: unit.name })),
    indicators: summary.indicators.map((one) => ({
      id: one.id,
      title: one.label.en,
      title_vi: one.label.vi,
      unit: one.unit.en,
      time: one.time,
    })),
    resources: [
      ...TABLES,
      ...(summary.restatement ? [RESTATEMENT] : []),
      ...HISTORY_TABLES.filter(({ name }) => files[`${name}.csv`] !== undefined),
    ].map((table) => resource(table, files)),
  };
  return jsonText(content);
}

function resource(table: Table, files: Stamps) {
  const path = `${table.name}.csv`;
  const found = files[path];
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    title: table.title,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', header: true },
    ...(found && { bytes: found.bytes, hash: `sha256:${found.sha256}` }),
    schema: {
      fields: table.fields,
      missingValues: [''],
      ...(table.primaryKey && { primaryKey: table.primaryKey }),
    },
  };
}
