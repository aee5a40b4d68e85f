// `kubectl diff` runs this instead of diff(1), with a folder of live and one of merged objects. It prints the names of
// the objects that differ. kubectl before 1.25 leaves managedFields in, which change with every request.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";

const [live = "", merged = ""] = process.argv.slice(2);

function readObject(folder: string, file: string): unknown {
  const object: unknown = parse(readFileSync(join(folder, file), "utf8"));
  // kubectl writes one object into each file.
  const { metadata } = object as { readonly metadata: Record<string, unknown> };
  delete metadata.managedFields;
  return object;
}

const changed = readdirSync(merged).filter((file) =>
  !isDeepStrictEqual(readObject(live, file), readObject(merged, file))
);
// Such as networking.k8s.io.v1.Ingress.default.web
for (const file of changed) process.stdout.write(`${file.split(".").at(-1)}\n`);
process.exitCode = changed.length > 0 ? 1 : 0;
