import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "./input-error.ts";

/** A hash that bytes must have: algorithm and lower-case hexadecimal digest. */
export interface Digest {
  readonly algorithm: "sha256" | "sha512";
  readonly hex: string;
}

/**
 * A folder of verified files. It never keeps a bad one: bytes are checked, written under another name, then renamed.
 */
export class InputCache {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Returns the path of a cached file, which need not exist. */
  path(file: string): string {
    return join(this.folder, file);
  }

  /**
   * Returns the bytes of a cached file, or `undefined` if it is missing; one whose hash no longer matches is removed.
   */
  read(file: string, digest: Digest): Buffer | undefined {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.path(file));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw new InputError(`Cannot read cached input "${this.path(file)}". Try: remove it`, { cause });
    }
    if (hash(bytes, digest) === digest.hex) return bytes;
    rmSync(this.path(file), { force: true });
    return undefined;
  }

  /**
   * Keeps bytes with the expected hash.
   *
   * @param origin Where the bytes came from, for the message.
   * @throws {InputError} If the hash does not match; nothing is written then.
   */
  write(file: string, bytes: Uint8Array, digest: Digest, origin: string): void {
    const found = hash(bytes, digest);
    if (found !== digest.hex) {
      throw new InputError(
        `Cannot use ${origin}: expected ${digest.algorithm} ${digest.hex}, found ${found}. ` +
          "Try: fetch the file again, or pin its new hash in tools/generate/inputs.json if the change is wanted",
      );
    }
    const temporary = this.path(`.${file}.${process.pid}`);
    try {
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(temporary, bytes);
      renameSync(temporary, this.path(file));
    } catch (cause) {
      if (existsSync(temporary)) rmSync(temporary);
      throw new InputError(
        `Cannot write to the input cache "${this.folder}". Try: set KUBESCHEMA_CACHE to a folder that can be written`,
        { cause },
      );
    }
  }
}

/** Reads the digest in an npm `integrity` string such as `sha512-...`. */
export function integrityDigest(integrity: string): Digest {
  return { algorithm: "sha512", hex: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") };
}

function hash(bytes: Uint8Array, { algorithm }: Digest): string {
  return createHash(algorithm).update(bytes).digest("hex");
}
