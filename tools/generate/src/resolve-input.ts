import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fetchTarball } from "./fetch-tarball.ts";
import { fetchUrl, type Unreachable } from "./fetch-url.ts";
import { type InputCache, integrityDigest } from "./input-cache.ts";
import { InputError } from "./input-error.ts";
import type { InputSource, NpmInput } from "./pinned-input.ts";
import { readTarball } from "./read-tarball.ts";
import { uncompress } from "./uncompress.ts";

/** A pinned input that is verified and in the cache. */
export interface ResolvedInput {
  readonly version: string;
  readonly name: string;
  readonly format: "openapi-v2" | "client-typings";
  /** File name in the cache. */
  readonly file: string;
  /** The identity of the input: the document's SHA-256, or the tarball's integrity. */
  readonly hash: string;
}

/** The reason why a version is not available from any source. */
export interface MissingInput {
  readonly version: string;
  readonly reasons: readonly string[];
}

export interface ResolveOptions {
  readonly cache: InputCache;
  readonly env: NodeJS.ProcessEnv;
  readonly fetch: typeof globalThis.fetch;
}

/** Brings pinned inputs into the cache, and remembers what cannot be reached, so that it is tried only once. */
export class InputResolver {
  readonly #options: ResolveOptions;
  readonly #tarballs = new Map<string, Promise<Buffer | Unreachable>>();
  readonly #unreachable = new Map<string, Unreachable>();

  constructor(options: ResolveOptions) {
    this.#options = options;
  }

  /**
   * Resolves one version in the order cache, `KUBESCHEMA_SPECS` folder, URL, npm.
   *
   * @throws {InputError} If a source has the input, but not as pinned.
   */
  async resolve(version: string, pinned: InputSource): Promise<ResolvedInput | MissingInput> {
    const { cache } = this.#options;
    const { name, sha256 } = pinned;
    const document: ResolvedInput = {
      version,
      name,
      format: "openapi-v2",
      file: `swagger-${version}.json`,
      hash: sha256,
    };
    const digest = { algorithm: "sha256", hex: sha256 } as const;
    if (cache.read(document.file, digest)) return document;

    const reasons: string[] = [];
    const sources = [
      () => this.#fromFolder(version),
      () => this.#fromUrl(pinned.url),
      () => this.#documentFromNpm(pinned.npm),
    ];
    for (const source of sources) {
      const found = await source();
      if (found && "bytes" in found) {
        cache.write(document.file, found.bytes, digest, `"${found.origin}" as ${version}`);
        return document;
      }
      if (found) reasons.push(found.reason);
    }
    return (await this.#typingsFromNpm(version, pinned.npm, reasons)) ?? { version, reasons };
  }

  #fromFolder(version: string): { bytes: Buffer; origin: string } | undefined {
    const folder = this.#options.env.KUBESCHEMA_SPECS;
    if (!folder) return undefined;
    if (!existsSync(folder)) {
      throw new InputError(
        `Cannot find the folder "${folder}" that KUBESCHEMA_SPECS names. Try: unset it, or correct it`,
      );
    }
    const origin = [`${version}.json`, `${version}.json.gz`].map((file) => join(folder, file)).find(existsSync);
    return origin ? { bytes: uncompress(origin, readFileSync(origin)), origin } : undefined;
  }

  async #fromUrl(url: string | undefined): Promise<{ bytes: Buffer; origin: string } | Unreachable | undefined> {
    if (!url) return undefined;
    const { host } = new URL(url);
    const known = this.#unreachable.get(host);
    if (known) return known;
    const answer = await fetchUrl(url, this.#options.fetch);
    if (Buffer.isBuffer(answer)) return { bytes: answer, origin: url };
    this.#unreachable.set(host, answer);
    return answer;
  }

  async #documentFromNpm(
    npm: NpmInput | undefined,
  ): Promise<{ bytes: Buffer; origin: string } | Unreachable | undefined> {
    if (!npm?.file) return undefined;
    const { file } = npm;
    const tarball = await this.#tarball(npm);
    if (!Buffer.isBuffer(tarball)) return tarball;
    const bytes = (await readTarball(npm.package, tarball, (path) => path === file)).get(file);
    const origin = `${npm.package}/${file}`;
    if (!bytes) throw new InputError(`Cannot find "${origin}". Try: correct "file" in tools/generate/inputs.json`);
    return { bytes: uncompress(origin, bytes), origin };
  }

  async #typingsFromNpm(
    version: string,
    npm: NpmInput | undefined,
    reasons: string[],
  ): Promise<ResolvedInput | undefined> {
    if (!npm?.typings) return undefined;
    const { cache } = this.#options;
    const file = `${npm.package.replace(/^@/, "").replaceAll("/", "-")}.tgz`;
    const resolved: ResolvedInput = {
      version,
      name: `${npm.package} typings`,
      format: "client-typings",
      file,
      hash: npm.integrity,
    };
    const digest = integrityDigest(npm.integrity);
    if (cache.read(file, digest)) return resolved;
    const tarball = await this.#tarball(npm);
    if (!Buffer.isBuffer(tarball)) {
      reasons.push(tarball.reason);
      return undefined;
    }
    cache.write(file, tarball, digest, `the npm package ${npm.package}`);
    return resolved;
  }

  #tarball({ package: spec }: NpmInput): Promise<Buffer | Unreachable> {
    const pending = this.#tarballs.get(spec) ?? fetchTarball(spec, this.#options.env);
    this.#tarballs.set(spec, pending);
    return pending;
  }
}
