import { close, open, read } from 'node:fs';

/**
 * Reads a file of a known size, in a third of the steps that `readFile` takes, as there are
 * thousands.
 * @param room for so many bytes: one more than the file has, which tells that it has not grown
 * @returns null where it has another size by now. @throws where the system does
 */
export function readSized(
  path: string,
  size: number,
  room: (bytes: number) => Buffer = Buffer.allocUnsafe,
): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    open(path, (failed, file) => {
      if (failed) return reject(failed);
      const bytes = room(size + 1);
      read(file, bytes, 0, bytes.length, 0, (error, length) => {
        close(file, () => {
          if (error) reject(error);
          else resolve(length === size ? bytes.subarray(0, size) : null);
        });
      });
    });
  });
}
