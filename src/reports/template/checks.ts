import { dayNumber } from '../../core/days.js';
import type { Range, Validation } from '../workbook/xlsx/model.js';
import { type Choice, rangeOf } from './choices.js';
import { hintOf } from './hints.js';
import type { TemplateTexts } from './texts.js';
import type { TemplateBook, TemplateColumn } from './types.js';

export interface CheckContext {
  readonly book: Pick<TemplateBook, 'lastDay' | 'layout' | 'hamlets'>;
  readonly choices: readonly Choice[];
  readonly texts: TemplateTexts;
}

/** What Excel checks as one types in a column's cells. */
export function columnCheck(
  column: TemplateColumn,
  range: Range,
  context: CheckContext,
): Validation {
  const { texts: t, book } = context;
  const hint = hintOf(column.type, book, t);
  const { check, severity } = checkOf(column, context);
  return {
    range,
    check,
    severity,
    prompt: { title: column.meaning, text: column.required ? t.required(hint) : hint },
    error: { title: t.wrong, text: t.wrongIn(column.meaning, hint) },
  };
}

type Check = Pick<Validation, 'check' | 'severity'>;

const stop = (check: Validation['check']): Check => ({ check, severity: 'stop' });
const ask = (check: Validation['check']): Check => ({ check, severity: 'warning' });

/** The same bounds as the forms read by; what only looks odd is asked about, not refused. */
function checkOf(column: TemplateColumn, { book, choices }: CheckContext): Check {
  const { lastDay, hamlets } = book;
  const year = Number(lastDay.slice(0, 4));
  switch (column.type) {
    case 'count':
      return stop({ type: 'whole', least: 0, most: 10_000_000 });
    case 'year':
      return stop({ type: 'whole', least: 1900, most: year });
    case 'sex':
      return stop({ type: 'list', of: ['Nam', 'Nữ'] });
    case 'mark':
      return stop({ type: 'list', of: ['x'] });
    case 'level':
      return stop({ type: 'list', of: ['1', '2'] });
    case 'identity':
      return stop({ type: 'textLength', least: 12, most: 12 });
    case 'phone':
      return ask({ type: 'textLength', least: 9, most: 13 });
    case 'tax':
      return ask({ type: 'textLength', least: 10, most: 14 });
    case 'date': {
      const last = column.inPeriod ? lastDay : `${year}-12-31`;
      return stop({ type: 'date', least: serialOf('1900-03-01'), most: serialOf(last) });
    }
    case 'hamlet': {
      const range = rangeOf(choices, hamlets);
      return range === null ? ask({ type: 'none' }) : stop({ type: 'list', of: range });
    }
    case 'text': {
      const { suggestions } = column;
      return suggestions.length > 0
        ? ask({ type: 'list', of: rangeOf(choices, suggestions) ?? suggestions })
        : ask({ type: 'none' });
    }
  }
}

/** Number of a day as Excel counts, from 1900-03-01 on. */
function serialOf(date: string): number {
  return dayNumber(date) + 25_569;
}
