import { expect, test } from "vitest";
import { matchesLabels, parseLabelSelector } from "./label-selector.ts";

const labels = { app: "web", "example.com/tier": "prod", empty: "" };

test.each([
  { selector: "app=web", want: true },
  { selector: "app==web", want: true },
  { selector: "app = web", want: true },
  { selector: "app=api", want: false },
  { selector: "app!=api", want: true },
  { selector: "app!=web", want: false },
  { selector: "nope!=web", want: true },
  { selector: "example.com/tier=prod,app=web", want: true },
  { selector: "example.com/tier=prod,app=api", want: false },
  { selector: "app in (api, web),empty", want: true },
  { selector: "app in (api)", want: false },
  { selector: "app notin (api,admin)", want: true },
  { selector: "nope notin (api)", want: true },
  { selector: "app", want: true },
  { selector: "!app", want: false },
  { selector: "!nope", want: true },
  { selector: "empty=", want: true },
  { selector: "app=", want: false },
  { selector: "toString", want: false },
])("matchesLabels() gives $want for $selector", ({ selector, want }) => {
  expect(matchesLabels(parseLabelSelector(selector) ?? [], labels)).toBe(want);
});

test.each(["", "a,", "=b", "a=b=c", "a in b", "a in (b", "a > 1", "-a", "a=b c", "a/b/c", "a=-", "!"])(
  "parseLabelSelector() does not take %j",
  (text) => expect(parseLabelSelector(text)).toBeUndefined(),
);
