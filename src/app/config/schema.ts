import { z } from 'zod';
import { isIsoDate } from '../../core/dates.js';
import { isWeekend } from '../../core/days.js';
import { isCodeOrFamily, LEVELS } from '../../rules/index.js';

/** The shape is for editors; that there is such a day is told in one sentence with it. */
const day = z
  .string()
  .refine(isIsoDate, { params: { kind: 'day' } })
  .regex(/^\d{4}-\d{2}-\d{2}$/);
/** Of the week's others all but holidays are worked. */
const weekendDay = day.refine((one) => !isIsoDate(one) || isWeekend(one), {
  params: { kind: 'weekend' },
});
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
  registry: z
    .string()
    .describe(
      'Danh mục: thư mục hoặc sổ Excel, tính từ tệp này. Registry: folder or workbook, relative to this file',
    )
    .optional(),
  levels: z
    .array(id)
    .min(2)
    .describe(
      'Các cấp từ trên xuống, cuối là hamlet. Levels of units, top first; hamlet is the last',
    )
    .refine((all) => all.at(-1) === 'hamlet' && new Set(all).size === all.length, {
      params: { kind: 'levels' },
    })
    .optional(),
  calendar: z
    .strictObject({
      kind: z
        .enum(['cutoff', 'calendar'])
        .describe('cutoff: chốt giữa tháng; calendar: tháng dương lịch. To a day, or whole months'),
      day: z
        .number()
        .int()
        .min(1)
        .max(28)
        .describe(
          'Ngày chốt, nếu không ghi là 14; chốt cuối tháng thì ghi kind là calendar. The last day of the month, 14 without it; for the last of the calendar’s month kind is calendar',
        )
        .optional(),
    })
    .refine(({ kind, day: last }) => kind === 'cutoff' || last === undefined, {
      path: ['day'],
      params: { kind: 'unused' },
    })
    .describe(
      'Tháng báo cáo: chốt ngày 14 (hay ngày khác), hoặc tháng dương lịch. Months: to a cut-off day, or of the calendar',
    )
    .optional(),
  cumulative: z
    .enum(['launch', 'year'])
    .describe(
      'Lũy kế tính từ khi triển khai hay từ đầu năm. What cumulative figures count from: the launch, or the first month of the year',
    )
    .optional(),
  deadline: z
    .strictObject({
      workingDays: z
        .number()
        .int()
        .min(0)
        .max(60)
        .describe('Số ngày làm việc, nếu không ghi là 2. Working days, 2 without it'),
    })
    .describe(
      'Hạn nộp: số ngày làm việc sau ngày cuối kỳ. Working days after the last day of a month in which its reports are due',
    )
    .optional(),
  holidays: z
    .array(day)
    .describe(
      'Ngày nghỉ, ngoài thứ bảy, chủ nhật và holidays.csv. Days off, beside weekends and holidays.csv',
    )
    .optional(),
  makeUpDays: z
    .array(weekendDay)
    .describe(
      'Thứ bảy, chủ nhật đi làm bù: là ngày làm việc khi tính hạn nộp. Saturdays and Sundays that are worked in place of another day',
    )
    .optional(),
  aliases: z
    .strictObject({
      units: z
        .array(z.strictObject({ name: z.string().min(1), code: z.string().min(1) }))
        .describe('Bảng tên gọi khác: tên gọi → mã đơn vị. Other names of units, with their codes')
        .optional(),
      headers: z
        .record(z.string(), z.array(z.string().min(1)))
        .describe(
          'members.name hoặc members.list.name → tiêu đề khác của cột. More headings of a column',
        )
        .optional(),
    })
    .describe('Các tên gọi khác. Other names')
    .optional(),
  fields: z
    .record(z.string(), z.array(field))
    .describe(
      'members.list, eid.tally → thêm cột cho biểu có sẵn. More columns of the forms there are',
    )
    .optional(),
  forms: z.array(form).describe('Thêm biểu mẫu. More forms').optional(),
  indicators: z.array(indicator).describe('Thêm chỉ tiêu. More indicators').optional(),
  baselines: z
    .array(z.strictObject({ id, label }))
    .describe('Thêm loại mẫu số. More kinds of baselines')
    .optional(),
  letterhead: z
    .strictObject({
      form: z
        .enum(['state', 'party'])
        .describe('Thể thức văn bản nhà nước hay của Đảng. The state’s form, or the Party’s'),
      parent: z.string().describe('Cơ quan chủ quản. The body above'),
      agency: z.string().describe('Cơ quan lập biểu. The agency that reports'),
      number: z.string().describe('Số, ký hiệu. Number of the document'),
      place: z.string().describe('Nơi ký. Place of signing'),
      report: z.string().describe('Kèm theo báo cáo nào. The report that the tables go with'),
      preparerName: z.string().describe('Họ tên người lập biểu. Who drew it up'),
      signerTitle: z
        .string()
        .describe(
          'Chức vụ người ký; không ghi là THỦ TRƯỞNG ĐƠN VỊ, theo thể thức Đảng là T/M BAN THƯỜNG VỤ. Title of who signs; without it the head of the agency, on the Party’s form the standing committee',
        ),
      signerName: z.string().describe('Họ tên người ký. Name of who signs'),
    })
    .partial()
    .describe('Phần đầu và chữ ký của bản in. Letterhead and signature of the printed tables')
    .optional(),
  workbook: z
    .strictObject({
      printTogether: z
        .boolean()
        .describe(
          'Mở sổ là chọn sẵn Bìa, Biểu 01, Biểu 02 để bấm in là in đủ; false: chỉ mở Bìa. Open with the cover and tables 01 and 02 selected, so that they print together; false: with the cover alone',
        ),
    })
    .partial()
    .describe('Sổ tổng hợp. The summary workbooks')
    .optional(),
  severities: z
    .record(z.string().refine(isCodeOrFamily), z.enum(LEVELS))
    .describe('Mức độ theo mã (CCDS-R07) hoặc nhóm mã (CCDS-R*). Severities by code or family')
    .optional(),
  date: day
    .describe(
      'Ngày ghi trên bản in; không ghi thì là ngày cuối kỳ, hoặc ngày của bản đồ (--as-of) nếu sau đó. Date on the page; without it the last day of the period, or that of the map (--as-of) if it is later',
    )
    .optional(),
  limits: z
    .strictObject({
      maxInflatedBytes: z
        .number()
        .int()
        .positive()
        .describe('Số byte của một sổ sau khi giải nén. Bytes of a workbook, unpacked'),
      maxRatio: z
        .number()
        .positive()
        .describe('Giải nén ra gấp mấy lần thì dừng. Unpacked bytes for each packed one'),
      maxCells: z.number().int().positive().describe('Số ô của một trang tính. Cells of a sheet'),
      maxSharedStringBytes: z
        .number()
        .int()
        .positive()
        .describe('Số byte của bảng chữ dùng chung. Bytes of the table of shared strings'),
      maxLegacyMilliseconds: z
        .number()
        .int()
        .positive()
        .describe('Thời gian đọc một tệp đời cũ, mili giây. Time for a file of an older format'),
    })
    .partial()
    .describe('Giới hạn khi đọc tệp. Limits in reading files')
    .optional(),
});

/** A `ccds.config.json` as the schema has found it to be sound. */
export type ConfigFile = z.infer<typeof configSchema>;
