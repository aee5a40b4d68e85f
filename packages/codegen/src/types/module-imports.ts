import { compareText } from "@kubeschema/model/compare-text";
import { importAlias, type ImportEnding, modulePath } from "./module-path.ts";
import { fileOf, type TypePlace } from "./type-modules.ts";
import type { TypeScope } from "./type-text.ts";

/** Finds the types of definitions that the emitted tree does not contain, such as ObjectMeta for custom kinds. */
export type ExternalTypes = (definition: string) => (TypePlace & { readonly specifier: string }) | undefined;

/** Collects what a module imports from others while its text is written. */
export class ModuleImports implements TypeScope {
  readonly isOpen: boolean;
  readonly #module: string;
  readonly #places: ReadonlyMap<string, TypePlace>;
  readonly #external: ExternalTypes;
  readonly #ending: ImportEnding;
  /** Specifiers by alias. */
  readonly #used = new Map<string, string>();

  constructor(
    module: string,
    places: ReadonlyMap<string, TypePlace>,
    options: { readonly isOpen: boolean; readonly external: ExternalTypes; readonly importEnding: ImportEnding },
  ) {
    this.#module = module;
    this.#places = places;
    this.#external = options.external;
    this.#ending = options.importEnding;
    this.isOpen = options.isOpen;
  }

  readonly reference = (definition: string): string => {
    const place = this.#places.get(definition);
    if (place && fileOf(place) === this.#module) return place.name;
    const external = place ? undefined : this.#external(definition);
    const target = place ?? external;
    if (!target) throw new RangeError(`Cannot refer to "${definition}": the model has no such definition`);
    const alias = importAlias(target.module);
    this.#used.set(alias, external?.specifier ?? modulePath(this.#module, fileOf(target), this.#ending));
    return `${alias}.${target.name}`;
  };

  lines(): readonly string[] {
    return [...this.#used].sort(([a], [b]) => compareText(a, b)).map(
      ([alias, specifier]) => `import type * as ${alias} from "${specifier}";`,
    );
  }
}
