import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reading } from '../../src/app/run.js';
import type { ClosedMonth } from '../../src/app/workspace/closed.js';
import { MadeTheSame } from '../../src/app/workspace/made-the-same.js';
import type { Workspace } from '../../src/app/workspace/workspace.js';

let own: string;

beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'ccds-made-'));
});

afterEach(() => rmSync(own, { recursive: true, force: true }));

const closed = { month: '2024-09', closedAt: 'a', checkedAt: 'b' } as unknown as ClosedMonth;
const from = { contents: new Map([['a.csv', '1']]), decisions: [] };

const made = () =>
  new MadeTheSame(
    { own } as Workspace,
    {
      registry: { registry: { units: [], changes: [], baselines: [], teams: [] } },
    } as unknown as Reading,
    {} as ConstructorParameters<typeof MadeTheSame>[2],
  );

it('knows a month again by its files', async () => {
  expect(await made().has(closed, from)).toBe(false);
  await made().add(closed, from);
  expect(await made().has(closed, from)).toBe(true);
  expect(await made().has(closed, { ...from, contents: new Map([['a.csv', '2']]) })).toBe(false);
});

it.each(['null', '[1]', '{"2024-09": 1}', '{', ''])(
  'does without a file that holds %s',
  async (text) => {
    writeFileSync(join(own, 'made-the-same.json'), text);
    expect(await made().has(closed, from)).toBe(false);
    await made().add(closed, from);
    expect(await made().has(closed, from)).toBe(true);
  },
);
