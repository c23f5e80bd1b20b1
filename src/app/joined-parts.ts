import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { codeOf } from '../core/error-code.js';

type Exports = Record<string, unknown>;

interface Part {
  readonly exports: Exports;
  /** The source's checksum. */
  readonly checksum: number;
  readonly script: Script;
}

/**
 * The files that the program was joined into, in CommonJS, each with what the engine compiled of
 * it beforehand (`scripts/build.mjs`). A run of a second spends a seventh of it on compiling
 * functions of which most are used a few times. Node 22 keeps compiled modules by itself, but of
 * each only what is compiled before it runs, which is hardly any of it.
 */
export class JoinedParts {
  private readonly parts = new Map<string, Part>();
  private readonly requireBeside: NodeJS.Require;

  /**
   * @param folder where the files lie, an absolute path
   * @param engine what tells this engine, as it is set, from all others
   */
  constructor(
    private readonly folder: string,
    private readonly engine: () => string = thisEngine,
  ) {
    this.requireBeside = createRequire(join(folder, 'any.cjs'));
  }

  /** What a part exports; it runs when it is first asked for. */
  load(name: string): Exports {
    return (this.parts.get(name) ?? this.start(name)).exports;
  }

  /** Keeps beside each part that was loaded what has been compiled of it by now. */
  keepCompiled(): void {
    for (const [name, { checksum, script }] of this.parts) {
      const compiled = script.createCachedData();
      const sealed = Buffer.concat([this.seal(checksum, compiled), compiled]);
      writeFileSync(this.compiledFile(name), sealed);
    }
  }

  /** True of a part that began with what was compiled beforehand. */
  beganCompiled(name: string): boolean {
    return this.parts.get(name)?.script.cachedDataRejected === false;
  }

  private start(name: string): Part {
    const file = join(this.folder, name);
    const source = readFileSync(file);
    const checksum = crc32(source);
    const script = new Script(`(function (exports, require, module, __filename) {${source}\n})`, {
      filename: file,
      // The engine refuses what one with other settings has compiled.
      cachedData: this.compiledOf(name, checksum),
    });
    const part = { exports: {}, checksum, script };
    this.parts.set(name, part);
    const require = (id: string) =>
      id.startsWith('./') ? this.load(id.slice('./'.length)) : this.requireBeside(id);
    script.runInThisContext()(part.exports, require, { exports: part.exports }, file);
    return part;
  }

  /** Nothing where it is of another source or engine, or damaged: the engine looks at none of these. */
  private compiledOf(name: string, checksum: number): Buffer | undefined {
    let kept: Buffer;
    try {
      kept = readFileSync(this.compiledFile(name));
    } catch (error) {
      if (codeOf(error) === '') throw error;
      return undefined;
    }
    const compiled = kept.subarray(SEAL_BYTES);
    return this.seal(checksum, compiled).equals(kept.subarray(0, SEAL_BYTES))
      ? compiled
      : undefined;
  }

  private compiledFile(name: string): string {
    return join(this.folder, `${name}.compiled`);
  }

  /** The checksum of a source, that of what was compiled of it, and of the engine that did. */
  private seal(checksum: number, compiled: Buffer): Buffer {
    const bytes = Buffer.alloc(SEAL_BYTES);
    const all = [checksum, crc32(compiled), crc32(this.engine())];
    for (const [i, one] of all.entries()) bytes.writeUInt32LE(one, 4 * i);
    return bytes;
  }
}

const SEAL_BYTES = 12;

/**
 * Node's version, its build and the engine's settings. The engine itself takes what another patch of
 * its own version has compiled, though that may mean something else to it: Node 20.19 then crashes
 * on what 20.20 has left.
 */
export function thisEngine(): string {
  const { version, arch } = process;
  return [version, arch, cachedDataVersionTag(), ...thisBuild()].join(' ');
}

/** Of a program that can't be looked at, as some that Windows starts, the version has to do. */
function thisBuild(): readonly (string | number)[] {
  try {
    const { size, mtime } = statSync(process.execPath);
    return [size, mtime.toISOString()];
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return [];
  }
}
