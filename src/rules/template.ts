const SECTION = /\[\[(.*?)\]\]/gs;
const PLACEHOLDER = /\{(\w+)\}/g;

/** Names in braces of a template, each once. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name!))];
}

/**
 * Fills a template: `{name}` becomes `value(name)`, and a part in `[[ ]]` drops out when
 * any value in it is blank. Values are put in last, so braces in them stay as they are.
 */
export function render(template: string, value: (name: string) => string): string {
  const kept = template.replace(SECTION, (_, part: string) =>
    placeholders(part).every((name) => value(name) !== '') ? part : '',
  );
  return kept.replace(PLACEHOLDER, (_, name: string) => value(name));
}
