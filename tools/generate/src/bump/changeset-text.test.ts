import { expect, test } from "vitest";
import { changesetText } from "./changeset-text.ts";

const news = { version: "v1.37", previous: "v1.36", packageVersion: "0.4.0", changes: [] };

test("changesetText() bumps the packages that show a version, and says what changed", () => {
  const gone = { code: "KIND_REMOVED", place: "a/v1/B", isBreaking: true } as const;
  expect(changesetText({ ...news, dropped: "v1.28", changes: [gone] })).toBe(`---
"@kubeschema/codegen": minor
"@kubeschema/docs-generator": minor
"@kubeschema/types": minor
"@kubeschema/validators": minor
---

Types, validators and the reference are of Kubernetes v1.37 unless another version is named;
v1.36 is in the folder \`v1.36/\`. The modules of v1.28 were removed. What changed in the API since v1.36:

### Breaking

- \`a/v1\` B was removed.
`);
});

test.each([
  ["major", { packageVersion: "1.0.0", dropped: "v1.28" }],
  ["minor", { packageVersion: "1.0.0" }],
  ["minor", { packageVersion: "0.9.9", dropped: "v1.28" }],
])("changesetText() declares a %s change with %j", (kind, more) => {
  expect(changesetText({ ...news, ...more })).toContain(`"@kubeschema/types": ${kind}\n`);
});
