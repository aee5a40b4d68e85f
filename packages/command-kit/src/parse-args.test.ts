import fc from "fast-check";
import { expect, test } from "vitest";
import { runProgram } from "./run-program.ts";
import { runInTestWorld } from "./testing/run-in-test-world.ts";
import { shop } from "./testing/shop-program.ts";

const words = fc.oneof(
  fc.constantFrom(
    "-",
    "--",
    "-A",
    "-o",
    "json",
    "--output",
    "list",
    "copy",
    "help",
    "completion",
    "bash",
    "-q",
    "-v=x",
  ),
  fc.constantFrom("--all-namespaces=false", "--no-strict", "--no-no", "-=", "--=", "-o=", "-Ao", "--help=false", "-h"),
  fc.string({ maxLength: 6 }),
  fc.string({ maxLength: 4 }).map((text) => `--${text}`),
  fc.string({ maxLength: 4 }).map((text) => `-${text}`),
);

test("runProgram() ends with a code that is documented, and with one line for a fault, whatever it is given", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 6 }), fc.boolean(), async (args, takesSingleDash) => {
      const run = await runInTestWorld((world) => runProgram({ ...shop, takesSingleDash }, world), args);
      expect([0, 1, 2]).toContain(run.code);
      if (run.code === 2) {
        expect(run.stdout).toBe("");
        expect(run.stderr).toMatch(/^shop: [^\p{Cc}]+\n$/u);
        expect(run.stderr).not.toContain("DEBUG=1");
      }
    }),
    { numRuns: 2000 },
  );
});
