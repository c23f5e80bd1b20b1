import type { Indicator } from './types.js';

/** The form whose rows each count is read from, by its id; without what is computed from counts. */
export function formsByCount(indicators: readonly Indicator[]): ReadonlyMap<string, string> {
  return new Map(
    indicators.flatMap((one) => ('source' in one ? [[one.id, one.source.form] as const] : [])),
  );
}
