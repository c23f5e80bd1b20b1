import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rulesPage, withRulesTable } from '../../scripts/docs.mjs';
import * as indicators from '../../src/indicators/index.js';
import * as messages from '../../src/messages/index.js';
import * as rules from '../../src/rules/index.js';

const sources = { ...rules, ...messages, ...indicators };
const read = (path: string) =>
  readFile(new URL(`../../${path}`, import.meta.url), 'utf8').catch(() => '');

test('docs/rules.md is what the rules say; else run: node scripts/docs.mjs', async () => {
  expect(await read('docs/rules.md')).toBe(rulesPage(sources));
});

test("README's table of rules is what the rules say; else run: node scripts/docs.mjs", async () => {
  const readme = await read('README.md');
  expect(withRulesTable(readme, sources)).toBe(readme);
});

test('the page has every code, and no mark of a template', () => {
  const page = rulesPage(sources);
  for (const code of rules.codes) expect(page).toContain(`### ${code} · `);
  expect(page).not.toMatch(/\[\[|\]\]/);
  expect(page).toBe(page.normalize('NFC'));
});

test('a table between the markers is renewed, and nothing else', () => {
  const readme = 'a\n<!-- rules:start -->\nSTALE\n<!-- rules:end -->\nb\n';
  const renewed = withRulesTable(readme, sources);
  expect(renewed).toMatch(/^a\n<!-- rules:start -->\n\n\| Mã/);
  expect(renewed).toMatch(/<!-- rules:end -->\nb\n$/);
  expect(renewed).not.toContain('STALE');
  expect(withRulesTable(renewed, sources)).toBe(renewed);
  expect(withRulesTable('no markers', sources)).toBe('no markers');
});
