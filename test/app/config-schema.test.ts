import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { configJsonSchema } from '../../src/app/config/json-schema.js';
import { configSchema } from '../../src/app/config/schema.js';
import { codes, families } from '../../src/rules/index.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(configJsonSchema());

it('docs/ccds.config.schema.json is what the code says; else run: node scripts/docs.mjs', () => {
  expect(read('docs/ccds.config.schema.json')).toBe(configJsonSchema());
});

it('offers every key of the config, and a severity for every code and family', () => {
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(configSchema.shape).sort());
  expect(schema.additionalProperties).toBe(false);
  const { properties } = schema.properties.severities;
  expect(Object.keys(properties).sort()).toEqual([...codes, ...families].sort());
  for (const code of [...codes, ...families])
    expect(configSchema.safeParse({ severities: { [code]: 'off' } }).success).toBe(true);
});

it("takes the README's example, and asks for nothing that has a default", () => {
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(read('README.md'))![1]!);
  expect(configSchema.safeParse(example).error?.issues ?? []).toEqual([]);
  expect(read(example.$schema.slice(2))).toContain('ccds.config.json');
  const field = schema.properties.fields.additionalProperties.items;
  expect(field.required).toEqual(['id', 'type', 'label']);
});
