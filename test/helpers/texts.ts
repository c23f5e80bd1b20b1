import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listArchive, readMember } from '../../src/app/inputs/zip.js';

/** Every text file of a folder by its path; the parts of a workbook as `book.xlsx!part`. */
export async function textsIn(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of filesIn(folder)) {
    const path = join(folder, name);
    if (!name.endsWith('.xlsx')) texts.set(name, readFileSync(path, 'utf8'));
    else
      for (const part of await listArchive(path)) {
        const bytes = await readMember(path, part.member, part.size);
        texts.set(`${name}!${part.name}`, new TextDecoder().decode(bytes));
      }
  }
  return texts;
}

/** Paths of all files of a folder, with `/`, in code-point order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
