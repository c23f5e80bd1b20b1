import { createDecipheriv, createHmac } from 'node:crypto';
import { digest, PASSWORD_BYTES, uint32 } from './default-password.js';
import { damagedError } from './limits.js';
import { XmlReader } from './xml.js';

/**
 * Opens an encrypted package of Office 2007 and later (MS-OFFCRYPTO §2.3.4) with Excel's
 * own password: `info` and `content` are the streams EncryptionInfo and EncryptedPackage.
 * Null where another password is needed, or the encryption is one that is not known.
 */
export function decryptPackage(info: Buffer, content: Buffer): Buffer | null {
  if (info.length < 8 || content.length < 8) return null;
  const version = `${info.readUInt16LE(0)}.${info.readUInt16LE(2)}`;
  if (version === '4.4') return decryptAgile(info.toString('utf8', 8), content);
  return /^[2-4]\.2$/.test(version) ? decryptStandard(info, content) : null;
}

/** Where the package says how long it is, and its bytes, in whole blocks of the cipher. */
function sizeAndBlocks(content: Buffer): [size: number, blocks: Buffer] {
  const size = Number(content.readBigUInt64LE(0));
  const blocks = content.subarray(8, 8 + Math.floor((content.length - 8) / BLOCK) * BLOCK);
  if (size > blocks.length) throw damagedError('the package ends early');
  return [size, blocks];
}

const BLOCK = 16;

function aes(mode: 'ecb' | 'cbc', key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

/** The password's hash, hashed again and again. */
function spun(algorithm: string, salt: Buffer, times: number): Buffer {
  let hash = digest(algorithm, salt, PASSWORD_BYTES);
  for (let i = 0; i < times; i++) hash = digest(algorithm, uint32(i), hash);
  return hash;
}

// Standard encryption: §2.3.4.5 to §2.3.4.9. It has no check of its content.

const STANDARD_SPINS = 50_000;

function decryptStandard(info: Buffer, content: Buffer): Buffer | null {
  const header = 12;
  const verifier = header + info.readUInt32LE(8);
  const keyBytes = info.readUInt32LE(header + 16) / 8;
  if (![16, 24, 32].includes(keyBytes) || info.length < verifier + 72) return null;
  const salt = info.subarray(verifier + 4, verifier + 20);
  const hash = digest('sha1', spun('sha1', salt, STANDARD_SPINS), uint32(0));
  const key = Buffer.concat([0x36, 0x5c].map((pad) => digest('sha1', padded(hash, pad))));
  const open = (bytes: Buffer) => aes('ecb', key.subarray(0, keyBytes), null, bytes);
  const input = open(info.subarray(verifier + 20, verifier + 36));
  const expected = open(info.subarray(verifier + 40, verifier + 72)).subarray(0, 20);
  if (!digest('sha1', input).equals(expected)) return null;
  const [size, blocks] = sizeAndBlocks(content);
  return open(blocks).subarray(0, size);
}

function padded(hash: Buffer, pad: number): Buffer {
  const bytes = Buffer.alloc(64, pad);
  for (let i = 0; i < hash.length; i++) bytes[i]! ^= hash[i]!;
  return bytes;
}

// Agile encryption: §2.3.4.10 to §2.3.4.15.

const SEGMENT = 4096;
const KEYS = {
  input: 'fea7d2763b4b9e79',
  hash: 'd7aa0f6d3061344e',
  value: '146e0be7abacd0d6',
  integrityKey: '5fb2ad010cb9e1f6',
  integrityValue: 'a0677f02b22c8433',
};

/** What the elements `keyData` and `encryptedKey` have in common. */
interface AgileCipher {
  readonly hash: string;
  readonly keyBytes: number;
  readonly salt: Buffer;
}

function decryptAgile(xml: string, content: Buffer): Buffer | null {
  const data = attributesOf(xml, 'keyData');
  const password = attributesOf(xml, 'encryptedKey');
  const integrity = attributesOf(xml, 'dataIntegrity');
  const [dataCipher, passwordCipher] = [cipherOf(data), cipherOf(password)];
  if (dataCipher === null || passwordCipher === null) return null;
  const { hash, keyBytes, salt } = passwordCipher;
  const base = spun(hash, salt, Number(password('spinCount')));
  const open = (blockKey: string, name: string) => {
    const key = sized(digest(hash, base, Buffer.from(blockKey, 'hex')), keyBytes);
    return aes('cbc', key, sized(salt, BLOCK), bytesOf(password(name)));
  };
  const input = open(KEYS.input, 'encryptedVerifierHashInput').subarray(0, salt.length);
  const wanted = digest(hash, input);
  const found = open(KEYS.hash, 'encryptedVerifierHashValue').subarray(0, wanted.length);
  if (!wanted.equals(found)) return null;
  const secret = open(KEYS.value, 'encryptedKeyValue').subarray(0, dataCipher.keyBytes);
  verifyIntegrity(dataCipher, secret, integrity, content);
  return decryptSegments(dataCipher, secret, content);
}

function decryptSegments({ hash, salt }: AgileCipher, secret: Buffer, content: Buffer): Buffer {
  const [size, blocks] = sizeAndBlocks(content);
  const segments: Buffer[] = [];
  for (let at = 0; at < blocks.length; at += SEGMENT) {
    const iv = sized(digest(hash, salt, uint32(at / SEGMENT)), BLOCK);
    segments.push(aes('cbc', secret, iv, blocks.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(segments).subarray(0, size);
}

function verifyIntegrity(
  { hash, salt }: AgileCipher,
  secret: Buffer,
  integrity: Attributes,
  content: Buffer,
): void {
  if (integrity('encryptedHmacKey') === '') return;
  const open = (blockKey: string, name: string) => {
    const iv = sized(digest(hash, salt, Buffer.from(blockKey, 'hex')), BLOCK);
    return aes('cbc', secret, iv, bytesOf(integrity(name)));
  };
  const length = digest(hash).length;
  const key = open(KEYS.integrityKey, 'encryptedHmacKey').subarray(0, length);
  const expected = open(KEYS.integrityValue, 'encryptedHmacValue').subarray(0, length);
  if (!createHmac(hash, key).update(content).digest().equals(expected)) {
    throw damagedError('the package is not what was written');
  }
}

type Attributes = (name: string) => string;

function attributesOf(text: string, element: string): Attributes {
  const xml = new XmlReader(text);
  while (xml.next()) if (xml.opens(element)) return (name) => xml.attribute(name) ?? '';
  return () => '';
}

function cipherOf(element: Attributes): AgileCipher | null {
  const hash = element('hashAlgorithm').replace('-', '').toLowerCase();
  const keyBytes = Number(element('keyBits')) / 8;
  const usual =
    element('cipherAlgorithm') === 'AES' && element('cipherChaining') === 'ChainingModeCBC';
  if (!usual || !/^sha(?:1|256|384|512)$/.test(hash) || ![16, 24, 32].includes(keyBytes))
    return null;
  return { hash, keyBytes, salt: bytesOf(element('saltValue')) };
}

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Cut to a length, or filled up to it. */
function sized(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, length), Buffer.alloc(length, 0x36)]).subarray(0, length);
}
