import { pick, type Random } from "./random.ts";

/** A decoded object, as it is sent. */
export type JsonObject = Record<string, unknown>;

/** The mutations of the objects of one kind. */
export interface MutationPlan {
  /** Valid objects with every field that a rule checks, so that mutations reach all of them. */
  readonly bases: readonly JsonObject[];
  /** The values for a field, by its name; those for an item of a list are under the list's name. */
  readonly pools: Readonly<Record<string, readonly unknown[]>>;
  /** Fields to add, by the name of the object's field: `""` is the object itself, `ports` also an item of `ports`. */
  readonly added?: Readonly<Record<string, readonly string[]>>;
  /** Fields that stay unchanged: the namespace is part of the request. */
  readonly fixed?: readonly string[];
}

type Tree = JsonObject | unknown[];

interface Place {
  readonly parent: Tree;
  readonly key: string;
  /** The field's name; for an item, that of its list. */
  readonly name: string;
}

const wrongTypes: readonly unknown[] = [null, 1, 1.5, "text", "", true, [], {}, [[]], [{}], { a: 1 }];

/** Changes a valid object in one to four places, each to something that a rule may or may not refuse. */
export function mutate(plan: MutationPlan, random: Random): JsonObject {
  const object = structuredClone(pick(random, plan.bases) ?? {});
  const count = 1 + Math.floor(random() * 4);
  for (let done = 0; done < count; done++) mutateOnce(object, plan, random);
  return object;
}

function mutateOnce(object: JsonObject, plan: MutationPlan, random: Random): void {
  if (random() < 0.2 && addField(object, plan, random)) return;
  const place = pick(random, placesIn(object, plan));
  if (place === undefined) return;
  const { parent, key, name } = place;
  const choice = random();
  const pool = Object.hasOwn(plan.pools, name) ? plan.pools[name] : undefined;
  if (choice < 0.1) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if (choice < 0.15 && Array.isArray(parent)) {
    parent.push(structuredClone(parent[Number(key)]));
  } else if (choice < 0.8 && pool !== undefined) {
    Reflect.set(parent, key, structuredClone(pick(random, pool)));
  } else if (choice < 0.88) {
    Reflect.set(parent, key, null);
  } else if (choice < 0.93 && !Array.isArray(parent)) {
    parent[`${key}X`] = structuredClone(pick(random, wrongTypes));
  } else {
    Reflect.set(parent, key, structuredClone(pick(random, wrongTypes)));
  }
}

/** Sets a field that may or may not exist; false if there is no object for it. */
function addField(object: JsonObject, { added = {}, pools }: MutationPlan, random: Random): boolean {
  const targets: { readonly target: JsonObject; readonly names: readonly string[] }[] = [];
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, name);
      return;
    }
    // Every object that is not a list has string keys.
    const target = value as JsonObject;
    if (Object.hasOwn(added, name)) targets.push({ target, names: added[name] ?? [] });
    for (const [key, inner] of Object.entries(target)) visit(inner, key);
  };
  visit(object, "");
  const chosen = pick(random, targets);
  const name = pick(random, chosen?.names ?? []);
  if (chosen === undefined || name === undefined) return false;
  // A prefix matters if there is no name.
  if (name === "generateName" && random() < 0.7) delete chosen.target.name;
  chosen.target[name] = structuredClone(pick(random, pools[name] ?? wrongTypes));
  return true;
}

/** Lists every field and item that may change. */
function placesIn(object: JsonObject, { fixed = [] }: MutationPlan): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const own = Array.isArray(value) ? name : key;
      const isIdentity = value === object && (key === "apiVersion" || key === "kind");
      // The value is an object or a list, and the key one of its own.
      if (!isIdentity && !fixed.includes(own)) places.push({ parent: value as Tree, key, name: own });
      visit(inner, own);
    }
  };
  visit(object, "");
  return places;
}
