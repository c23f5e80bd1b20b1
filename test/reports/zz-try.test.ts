import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { provinceWorkbook } from '../../src/reports/workbook/index.js';
import { big, describe as sentences, makeSummary, SMALL } from './fake-summary.js';
it('try', async () => {
  for (const [name, plan] of Object.entries({ small: SMALL, big: big({ districts: 9, communes: 101, hamlets: 883 }), two: big({ districts: 0, communes: 64, hamlets: 883, twoTier: true }) })) {
    const summary = makeSummary(plan);
    const t = performance.now();
    const bytes = await provinceWorkbook({ summary, root: summary.tree.roots[0]! }, { describe: sentences });
    console.log(name, Math.round(performance.now() - t), 'ms', bytes.length);
    writeFileSync(`/tmp/r/out/${name}.xlsx`, bytes);
  }
});
