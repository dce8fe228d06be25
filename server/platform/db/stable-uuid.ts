import { createHash } from 'node:crypto';

/** Drawn once at random; changing it changes every seeded id. */
const ROOT = '920b4b7f-8b98-4ca6-be31-e8300e78770d';

/**
 * A UUIDv5 (RFC 9562) of `name` in a named space, so that a seed run twice writes the same rows.
 * @param namespace the kind of row, e.g. 'area'
 * @param name the row's natural key within that kind
 */
export function stableUuid(namespace: string, name: string): string {
  return uuidV5(uuidV5(ROOT, namespace), name);
}

function uuidV5(space: string, name: string): string {
  const spaceBytes = Buffer.from(space.replaceAll('-', ''), 'hex');
  const bytes = createHash('sha1').update(spaceBytes).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
