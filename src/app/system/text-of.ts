import { readFile } from 'node:fs/promises';

/**
 * The text of a file without its byte order mark: UTF-8, or UTF-16 where a mark says so (Notepad's
 * "Unicode"). Bytes that are neither come out as U+FFFD.
 * @throws where the system does
 */
export async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
