import type { Lang } from '../../core/lang.js';

/** What a column takes; the ids of the forms' field types, and the hamlet's own column. */
export type ColumnType =
  | 'text'
  | 'count'
  | 'year'
  | 'sex'
  | 'mark'
  | 'phone'
  | 'identity'
  | 'tax'
  | 'level'
  | 'date'
  | 'hamlet';

export interface TemplateColumn {
  readonly heading: string;
  /** The heading in the template's language: the same in Vietnamese. */
  readonly meaning: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** Words that are offered; others are taken too. */
  readonly suggestions: readonly string[];
  /** Dates after the period's last day are asked about. */
  readonly inPeriod: boolean;
}

/** One form as a sheet of the template. */
export interface TemplateForm {
  readonly title: string;
  /** The title in the template's language. */
  readonly meaning: string;
  readonly columns: readonly TemplateColumn[];
}

/** One blank workbook. */
export interface TemplateBook {
  /** Of the instructions and checks; tables are headed in Vietnamese, as they are read. */
  readonly lang: Lang;
  readonly layout: 'list' | 'tally';
  readonly forms: readonly TemplateForm[];
  /** The lines above each table: `Kỳ báo cáo: Tháng 9/2024`, `Xã: Tân Ân`. */
  readonly lines: readonly string[];
  /** Name of the unit, as people read it. */
  readonly unit: string;
  /** `Tháng 9/2024`, in the template's language. */
  readonly period: string;
  /** ISO, the period's last day: for the bounds of dates. */
  readonly lastDay: string;
  /** Hamlets by name: rows of a tally, the dropdown of a list; blank for one hamlet's lists. */
  readonly hamlets: readonly string[];
  /** Custom document properties. */
  readonly marks: Readonly<Record<string, string>>;
  readonly version: string;
}
