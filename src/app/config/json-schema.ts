import { z } from 'zod';
import { jsonText } from '../../core/json-text.js';
import { codes, FAMILIES, LEVELS, type Rule, rules } from '../../rules/index.js';
import { configSchema } from './schema.js';

/**
 * What `ccds.config.json` may say, as a JSON Schema (2020-12) with a line end, for editors:
 * `docs/ccds.config.schema.json`. The codes that take a severity are those of the catalogue.
 */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  const { severities, ...properties } = schema.properties ?? {};
  const { description } = severities as { description: string };
  const ofCodes = { description, type: 'object', ...severitiesByCode() };
  const titled = {
    title: 'ccds.config.json',
    ...schema,
    properties: { ...properties, severities: ofCodes },
  };
  return jsonText(titled);
}

/** A key for each code and each family, with its name, so that an editor offers them. */
function severitiesByCode() {
  const severity = { enum: LEVELS };
  const ofCode = codes.map((code) => [code, rules[code] as Rule] as const);
  const ofFamily = Object.entries(FAMILIES);
  return {
    properties: Object.fromEntries([
      ...ofCode.map(([code, { vi, en }]) => [code, named(`${vi.title}. ${en.title}`)]),
      ...ofFamily.map(([family, { vi, en }]) => [family, named(`${vi}. ${en}`)]),
    ]),
    additionalProperties: false,
  };

  function named(description: string) {
    return { description, ...severity };
  }
}
