import { YamlError } from "./yaml-error.ts";

/** The handles of a document's tags, with their meaning. */
export class TagHandles {
  readonly #declared = new Map<string, string>();

  declare(handle: string, prefix: string, start: number): void {
    if (this.#declared.has(handle)) throw new YamlError("A %TAG line declares this handle already", start);
    this.#declared.set(handle, prefix);
  }

  /** Writes a tag in full: `!!str` is `tag:yaml.org,2002:str`, and `!` is unchanged. */
  resolve(
    { handle, suffix, start }: { readonly handle: string; readonly suffix: string; readonly start: number },
  ): string {
    if (handle === "") return suffix;
    const prefix = this.#declared.get(handle) ?? usual.get(handle);
    if (prefix === undefined) throw new YamlError("No %TAG line declares the handle of this tag", start);
    return prefix + suffix;
  }
}

const usual: ReadonlyMap<string, string> = new Map([["!", "!"], ["!!", "tag:yaml.org,2002:"]]);
