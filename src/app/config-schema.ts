import { z } from 'zod';
import { isCodeOrFamily } from '../rules/index.js';

const id = z.string().regex(/^[a-z][a-z0-9_]*$/);
const label = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

const field = z.strictObject({
  id,
  type: z.enum([
    'text',
    'count',
    'year',
    'sex',
    'mark',
    'phone',
    'identity',
    'tax',
    'level',
    'date',
  ]),
  label,
  aliases: z.array(z.string()).default([]),
  required: z.boolean().optional(),
  personal: z.boolean().optional(),
  baseline: id.optional(),
  suggestions: z.array(z.string()).optional(),
  choices: z.array(z.strictObject({ value: z.string(), words: z.array(z.string()) })).optional(),
});

const identity = z.strictObject({
  what: z.string(),
  keys: z.array(z.array(id).min(1)).min(1),
  match: z.enum(['fallback', 'any']),
  weak: id.optional(),
  within: id.optional(),
  visits: id.optional(),
  place: id.optional(),
  across: z
    .strictObject({
      key: z.union([z.number().int(), z.literal('all')]),
      repeated: z.enum(['reject', 'warn']),
    })
    .optional(),
});

const check = z.union([
  z.strictObject({ sum: z.array(id).min(1), total: id }),
  z.strictObject({ part: id, whole: id }),
]);

const form = z
  .strictObject({
    id,
    label,
    list: z
      .strictObject({
        fields: z.array(field).min(1),
        identity: identity.optional(),
        oneOf: z.array(id).min(1).optional(),
        team: z.strictObject({ name: id, position: id }).optional(),
      })
      .optional(),
    tally: z
      .strictObject({
        fields: z.array(field).min(1),
        checks: z.array(check).optional(),
        team: z.strictObject({ teams: id, members: id }).optional(),
      })
      .optional(),
  })
  .refine((one) => one.list !== undefined || one.tally !== undefined);

const source = z.strictObject({
  form: id,
  list: z
    .union([
      z.strictObject({
        count: z.literal('entities'),
        where: z
          .union([
            z.strictObject({ field: id, equals: z.union([z.string(), z.number(), z.boolean()]) }),
            z.strictObject({ field: id, not: z.union([z.string(), z.number()]) }),
          ])
          .optional(),
      }),
      z.strictObject({ count: z.literal('distinct'), field: id }),
    ])
    .optional(),
  tally: z.strictObject({ field: id, oneWhere: id.optional() }).optional(),
});

const common = {
  id,
  label,
  heading: label,
  unit: label,
  time: z.enum(['stock', 'flow']),
  family: id,
};

const indicator = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('base'), source }),
  z.strictObject({ ...common, kind: z.literal('sum'), of: z.array(id).min(1) }),
  z.strictObject({ ...common, kind: z.literal('cumulative'), of: id, source }),
  z.strictObject({
    ...common,
    kind: z.literal('ratio'),
    numerator: z.union([z.strictObject({ indicator: id }), z.strictObject({ hamletsWith: id })]),
    denominator: z.union([z.strictObject({ indicator: id }), z.strictObject({ baseline: id })]),
    show: z.enum(['percent', 'decimal']),
  }),
]);

/** What `ccds.config.json` may say. Unknown keys are refused: they are typing errors. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Folder or workbook, relative to the config file. */
  registry: z.string().optional(),
  /** Levels of units, top first; `hamlet` is the last. */
  levels: z
    .array(id)
    .min(2)
    .refine((all) => all.at(-1) === 'hamlet' && new Set(all).size === all.length)
    .optional(),
  calendar: z
    .strictObject({
      kind: z.enum(['cutoff', 'calendar']),
      day: z.number().int().min(1).max(28).optional(),
    })
    .optional(),
  /** What `lũy kế` counts from: the programme's launch, or each year's first month. */
  cumulative: z.enum(['launch', 'year']).optional(),
  /** Working days after a month's last day in which its reports are due. */
  deadline: z.strictObject({ workingDays: z.number().int().min(0).max(60) }).optional(),
  /** Days off, beside Saturdays, Sundays and those of `holidays.csv`. */
  holidays: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).optional(),
  aliases: z
    .strictObject({
      units: z
        .array(z.strictObject({ name: z.string().min(1), code: z.string().min(1) }))
        .optional(),
      /** `members.name` or `members.list.name` → more headings. */
      headers: z.record(z.string(), z.array(z.string().min(1))).optional(),
    })
    .optional(),
  /** `members.list`, `eid.tally` → more fields. */
  fields: z.record(z.string(), z.array(field)).optional(),
  forms: z.array(form).optional(),
  indicators: z.array(indicator).optional(),
  baselines: z.array(z.strictObject({ id, label })).optional(),
  letterhead: z
    .strictObject({
      form: z.enum(['state', 'party']),
      parent: z.string(),
      agency: z.string(),
      number: z.string(),
      place: z.string(),
      report: z.string(),
      preparerName: z.string(),
      signerTitle: z.string(),
      signerName: z.string(),
    })
    .partial()
    .optional(),
  /** Severities by code (`CCDS-R07`) or family (`CCDS-R*`); see `resolveSeverity`. */
  severities: z
    .record(z.string().refine(isCodeOrFamily), z.enum(['error', 'warning', 'info', 'off']))
    .optional(),
  /** Date on the page; the period's last day without it. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  limits: z
    .strictObject({
      maxInflatedBytes: z.number().int().positive(),
      maxRatio: z.number().positive(),
      maxCells: z.number().int().positive(),
      maxSharedStringBytes: z.number().int().positive(),
      maxLegacyMilliseconds: z.number().int().positive(),
    })
    .partial()
    .optional(),
});

export type ConfigFile = z.infer<typeof configSchema>;
