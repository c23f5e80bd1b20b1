import type { Finding } from '../core/finding.js';
import { jsonText } from '../core/json-text.js';
import type { Lang } from '../core/lang.js';
import type { Node } from '../geography/types.js';
import type { Summary } from '../rollup/types.js';
import { byRule } from './by-rule.js';
import { byPlace } from './data/findings.js';
import { bySeverity, completeness, filesByStatus, rowsInAll, valueAt } from './figures.js';
import type { Describe } from './types.js';

/** `rollup --json`: the figures of each province, the accounts, and where the files are. */
export function rollupJson(
  summary: Summary,
  result: { readonly out: string; readonly written: readonly string[] },
): string {
  return jsonText({
    ...accounts(summary),
    provinces: summary.tree.roots.map((root) => province(summary, root)),
    out: result.out,
    written: result.written,
  });
}

/** What stands around a list's entries where an object has it alone. */
const OPENING = '{\n  "findings": [';
const CLOSING = '\n  ]\n}';

/** Findings that are turned into text at a time. */
const AT_A_TIME = 200;

/**
 * `validate --json`, in pieces: the accounts and every finding with its sentences, however many.
 * A million of them are more than one text can hold.
 */
export function* validationPieces(
  summary: Summary,
  describe: Describe,
  lang: Lang = 'vi',
): Generator<string> {
  const { findings } = summary;
  const told = jsonText({
    ...accounts(summary),
    findingsByRule: byRule(summary.findings).map(({ code, severity, count, example }) => ({
      code,
      severity,
      title: describe(example, lang).title,
      count,
    })),
    submissions: summary.submissions,
    findings: [],
  });
  if (findings.length === 0) return yield told;
  const end = ']\n}\n';
  yield told.slice(0, -end.length);
  const sorted = [...findings].sort(byPlace);
  for (let i = 0; i < sorted.length; i += AT_A_TIME) {
    const some = sorted.slice(i, i + AT_A_TIME).map((one) => sentence(one, describe, lang));
    const list = JSON.stringify({ findings: some }, null, 2);
    yield (i === 0 ? '' : ',') + list.slice(OPENING.length, -CLOSING.length);
  }
  yield `${CLOSING}\n`;
}

function accounts(summary: Summary) {
  return {
    period: summary.period,
    files: Object.fromEntries(filesByStatus(summary)),
    leftOut: summary.leftOut,
    rows: rowsInAll(summary),
    findingsBySeverity: bySeverity(summary.findings),
  };
}

function province(summary: Summary, root: Node) {
  const { expected, reported, byForm } = completeness(summary, root);
  return {
    code: root.unit.code,
    name: root.unit.name,
    hamlets: { expected, reported, byForm: Object.fromEntries(byForm) },
    values: Object.fromEntries(
      summary.indicators.map((one) => [one.id, valueAt(summary, root.unit.code, one.id)]),
    ),
  };
}

function sentence(finding: Finding, describe: Describe, lang: Lang) {
  const { title, message, fix } = describe(finding, lang);
  const { code, severity, place, field, unit } = finding;
  return { code, severity, ...place, field, unit_code: unit, title, message, fix };
}
