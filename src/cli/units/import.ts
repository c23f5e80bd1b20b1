import { jsonText } from '../../core/json-text.js';
import { csv } from '../../reports/data/csv.js';
import { ExitStatus } from '../exit-status.js';
import { type Action, deliver } from './action.js';
import { UNIT_COLUMNS, unitCells } from './list.js';

/** `ccds units import FILE`: the statistics office's list as rows of `units.csv`. */
export const importList: Action = {
  name: 'import',
  usage: 'FILE [PROVINCE...]',
  words: [1, Number.POSITIVE_INFINITY],
  async run(context, [file = '', ...provinces]) {
    const { units: say } = context.messages;
    const found = await context.app.units.importUnits(context.options, file, provinces);
    const { units, skipped } = found;
    if (context.format === 'json') await deliver(context, jsonText(found));
    else await deliver(context, csv(UNIT_COLUMNS, units.map(unitCells)));
    await context.remark(`${say.imported({ units: units.length, skipped: skipped.length })}`);
    for (const row of skipped) await context.complain(say.skipped(row));
    return skipped.length === 0 && units.length > 0 ? ExitStatus.Clean : ExitStatus.Findings;
  },
};
