import { z } from 'zod';
import { SEVERITY_ORDER } from '../core/finding.js';
import { STATUSES } from '../rollup/types.js';

const count = z.int().min(0);
const rows = z.strictObject({ read: count, accepted: count, rejected: count, ignored: count });
const severity = z.enum(SEVERITY_ORDER);
const code = z.string().regex(/^CCDS-[A-Z]\d\d$/);

const finding = z.strictObject({
  code,
  severity: severity.describe('As the config sets it'),
  file: z.string().describe('Path from the INPUT folder; blank for what is of no file'),
  sheet: z.string().optional(),
  cell: z.string().optional().describe('A1 address in the submitter’s own sheet'),
  row: count.optional(),
  field: z.string().optional(),
  unit_code: z.string().optional(),
  title: z.string(),
  message: z.string().describe('In the language of --lang; personal data masked'),
  fix: z.string(),
});

const submission = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  status: z.enum(STATUSES),
  unit: z.string().nullable().describe('Code of the lowest unit that covers it'),
  form: z.string().nullable(),
  period: z.string().nullable(),
  receivedAt: z.string(),
  rows,
});

/** What `ccds validate --json` prints; `docs/validate.schema.json` is made from it. */
export const validationSchema = z.strictObject({
  period: z.string().describe('Blank where none was asked for and none is stated'),
  files: z.partialRecord(z.enum(STATUSES), count),
  leftOut: z.record(z.string(), count).describe('Files that were not opened, by reason'),
  rows: rows.describe('read = accepted + rejected + ignored'),
  findingsBySeverity: z.strictObject({ error: count, warning: count, info: count }),
  findingsByRule: z.array(z.strictObject({ code, severity, title: z.string(), count })),
  submissions: z.array(submission),
  findings: z.array(finding).describe('All of them, by file, sheet, row and cell'),
});

/** As a JSON Schema (2020-12), with a line end. */
export function validationJsonSchema(): string {
  const schema = z.toJSONSchema(validationSchema);
  const titled = { title: 'ccds validate --json', ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
