import { expect, test } from "vitest";
import { messageFaults } from "./message-faults.ts";

const plain = {
  should: "an address",
  is: "has no address",
  fix: "read the events",
  command: "kubectl describe ingress web -n shop",
};

test("messageFaults() finds nothing in plain words", () => {
  expect(messageFaults(plain)).toEqual([]);
});

test.each([
  { given: { should: "Set an address" }, want: /should: is not a noun/ },
  { given: { is: "Has no address" }, want: /is: begins with neither/ },
  { given: { is: "missing" }, want: /is: has no verb/ },
  { given: { is: "has no address." }, want: /is: ends with a mark/ },
  { given: { is: "is no address" }, want: /say "is not a"/ },
  { given: { fix: "the log of the controller" }, want: /fix: does not begin/ },
  { given: { fix: "see kubectl get pods" }, want: /fix: holds a command/ },
  { given: { command: "look at the log" }, want: /command: cannot be pasted/ },
  { given: { command: "kubectl get pods -n NAMESPACE" }, want: /command: has a gap/ },
])("messageFaults() finds what is wrong with $given", ({ given, want }) => {
  expect(messageFaults({ ...plain, ...given }).join("\n")).toMatch(want);
});
