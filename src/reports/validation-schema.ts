import { z } from 'zod';
import { SEVERITY_ORDER } from '../core/finding.js';
import { jsonText } from '../core/json-text.js';
import { STATUSES } from '../rollup/types.js';

const count = z.int().min(0);
const rows = z.strictObject({
  read: count.describe('Rows of its sheets, but for those that are not read'),
  accepted: count.describe('Counted'),
  rejected: count.describe('Not counted, as of an error'),
  ignored: count.describe('No data: titles, totals, notes; and rows of files set aside'),
});
const severity = z.enum(SEVERITY_ORDER);
const code = z
  .string()
  .regex(/^CCDS-[A-Z]\d\d$/)
  .describe('Stable code of the rule; ccds explain tells of it');
const title = z.string().describe('What the rule is called, in the language of --lang');
const file = z.string().describe('Path from the INPUT folder');

const finding = z.strictObject({
  code,
  severity: severity.describe('As the config sets it'),
  file: z.string().describe('Path from the INPUT folder; blank for what is of no file'),
  sheet: z.string().optional().describe('Its sheet; absent of a CSV and of the whole file'),
  cell: z.string().optional().describe('A1 address in the submitter’s own sheet'),
  row: count.optional().describe('Row of the sheet, or record of a CSV with its header; from 1'),
  field: z.string().optional().describe('Id of the form’s field'),
  unit_code: z.string().optional().describe('Code of the unit concerned'),
  title,
  message: z.string().describe('In the language of --lang; personal data masked'),
  fix: z.string().describe('How to mend it, in the language of --lang'),
});

const submission = z.strictObject({
  file,
  sha256: z.string().describe('SHA-256 of the file'),
  status: z
    .enum(STATUSES)
    .describe('What became of it; partial: a row rejected or a part replaced'),
  unit: z.string().nullable().describe('Code of the lowest unit that covers it'),
  form: z.string().nullable().describe('Id of the form; null where none was recognised'),
  period: z.string().nullable().describe('Period that it states or was taken for'),
  receivedAt: z.string().describe('When it was first seen, else its saved time; UTC'),
  rows: rows.describe('Of this form in this file'),
});

/** What `ccds validate --json` prints; `docs/validate.schema.json` is made from it. */
export const validationSchema = z.strictObject({
  period: z.string().describe('Blank where none was asked for and none is stated'),
  files: z.partialRecord(z.enum(STATUSES), count).describe('Files by what became of them'),
  leftOut: z.record(z.string(), count).describe('Files that were not opened, by reason'),
  rows: rows.describe('Of all files: read = accepted + rejected + ignored'),
  findingsBySeverity: z
    .strictObject({
      error: count.describe('Not counted'),
      warning: count.describe('Counted, needs a look'),
      info: count.describe('Good to know'),
    })
    .describe('How many findings there are'),
  findingsByRule: z
    .array(
      z.strictObject({
        code,
        severity: severity.describe('As the config sets it; a rule of two has two lines'),
        title,
        count: count.describe('Its findings'),
      }),
    )
    .describe('Rules that found something, worst first'),
  submissions: z.array(submission).describe('One for each file and form'),
  findings: z.array(finding).describe('All of them, by file, sheet, row and cell'),
});

/** As a JSON Schema (2020-12), with a line end. */
export function validationJsonSchema(): string {
  const schema = z.toJSONSchema(validationSchema);
  const titled = { title: 'ccds validate --json', ...schema };
  return jsonText(titled);
}
