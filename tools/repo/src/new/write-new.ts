import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../package-folder.ts";
import { findKind, readKnownKinds } from "./known-kinds.ts";
import type { NewFile, ReadFile } from "./new-file.ts";
import { newFormat } from "./new-format.ts";
import { newKind } from "./new-kind.ts";
import { newRule } from "./new-rule.ts";

interface Template {
  readonly example: string;
  readonly make: (name: string, read: ReadFile) => readonly NewFile[];
  /** The next step, and the command that runs the failing tests. */
  readonly next: string;
}

/** The kinds of things that `npm run new` can make. */
const templates: Readonly<Record<string, Template>> = {
  rule: {
    example: "rule route/never-served",
    make: newRule,
    next: "npx turbo run test --filter=@kubeschema/ingress-diff",
  },
  kind: {
    example: "kind HorizontalPodAutoscaler",
    make: (name, read) => newKind(findKind(readKnownKinds(), name), read),
    next: "npm run generate, then npx turbo run test --filter=@kubeschema/validators and npm run parity",
  },
  format: {
    example: "format csv",
    make: newFormat,
    next: "npx turbo run test --filter=@kubeschema/ingress-diff --filter=@kubeschema/validators",
  },
};

/**
 * Writes the files of a new rule, kind or format, with tests that fail until they are filled in.
 *
 * @returns The written files and the next step, for people.
 * @throws {Error} If that is not possible; then nothing is written.
 */
export function writeNew(args: readonly string[]): string {
  const [what = "", name] = args;
  const template = Object.hasOwn(templates, what) ? templates[what] : undefined;
  if (template === undefined || name === undefined || args.length > 2) {
    const examples = Object.values(templates).map(({ example }) => `npm run new -- ${example}`);
    throw new SyntaxError(`"${args.join(" ")}" is not something to make. Try: ${examples.join(", or ")}`);
  }
  const files = template.make(name, readRepositoryFile);
  const lines = files.map(({ path, text }) => {
    const verb = existsSync(join(repositoryRoot, path)) ? "changed" : "wrote  ";
    mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
    writeFileSync(join(repositoryRoot, path), text);
    return `${verb} ${path}\n`;
  });
  // The length of a name decides where its lines break.
  execFileSync("deno", ["fmt", "--quiet", ...files.map(({ path }) => path)], { cwd: repositoryRoot, stdio: "inherit" });
  return `${lines.join("")}\nNow replace every "FILL IN:". Until then tests fail: ${template.next}\n`;
}

function readRepositoryFile(path: string): string | undefined {
  return existsSync(join(repositoryRoot, path)) ? readFileSync(join(repositoryRoot, path), "utf8") : undefined;
}
