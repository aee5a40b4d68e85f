import { Parser } from "tar";
import { InputError } from "./input-error.ts";

/**
 * Reads files of a tarball in memory; nothing is unpacked to disk.
 *
 * @param wanted Tells by path whether a file is kept.
 * @returns Contents by path.
 * @throws {InputError} If the tarball cannot be read.
 */
export function readTarball(
  name: string,
  tarball: Buffer,
  wanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    const parser = new Parser({
      filter: wanted,
      onReadEntry: (entry) => {
        const chunks: Buffer[] = [];
        entry.on("data", (chunk: Buffer) => chunks.push(chunk));
        entry.on("end", () => files.set(entry.path, Buffer.concat(chunks)));
      },
    });
    parser.on("end", () => resolve(files));
    parser.on(
      "error",
      (cause: Error) =>
        reject(
          new InputError(`Cannot read the tarball ${name}: ${cause.message}. Try: remove it from the cache`, { cause }),
        ),
    );
    parser.end(tarball);
  });
}
