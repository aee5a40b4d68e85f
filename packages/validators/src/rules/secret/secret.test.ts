import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkSecret } from "./secret.ts";

const fill = (count: number): string => "a".repeat(count);
const account = "metadata.annotations[kubernetes.io/service-account.name] Required";

describe("checkSecret() judges as the API server does:", () => {
  test.each<{ name: string; fields: Record<string, unknown>; want: readonly string[] }>([
    { name: "nothing", fields: {}, want: [] },
    { name: "an unknown type", fields: { type: "example.com/a" }, want: [] },
    { name: "a bad key", fields: { data: { "a b": "" } }, want: ["data[a b] Invalid"] },
    { name: "a bad key of text", fields: { stringData: { "..": "" } }, want: ["data[..] Invalid"] },
    { name: "too much", fields: { stringData: { a: fill(1048577) } }, want: ["data TooLong"] },
    { name: "text in place of too much", fields: { data: { a: fill(1398104) }, stringData: { a: "" } }, want: [] },
    { name: "a token", fields: { type: "kubernetes.io/service-account-token" }, want: [account] },
    { name: "a TLS pair", fields: { type: "kubernetes.io/tls", data: { "tls.crt": "", "tls.key": null } }, want: [] },
    {
      name: "no TLS pair",
      fields: { type: "kubernetes.io/tls" },
      want: ["data[tls.crt] Required", "data[tls.key] Required"],
    },
    { name: "a user", fields: { type: "kubernetes.io/basic-auth", stringData: { username: "" } }, want: [] },
    {
      name: "neither user nor password",
      fields: { type: "kubernetes.io/basic-auth" },
      want: ["data[%s][username] Required", "data[%s][password] Required"],
    },
    {
      name: "an empty key for SSH",
      fields: { type: "kubernetes.io/ssh-auth", data: { "ssh-privatekey": "" } },
      want: ["data[%s][ssh-privatekey] Required"],
    },
    {
      name: "a docker configuration",
      fields: { type: "kubernetes.io/dockercfg", data: { ".dockercfg": "e30=" } },
      want: [],
    },
    {
      name: "a docker configuration that is a list",
      fields: { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "[]" } },
      want: ["data[.dockerconfigjson] Invalid"],
    },
    {
      name: "no docker configuration",
      fields: { type: "kubernetes.io/dockerconfigjson" },
      want: ["data[.dockerconfigjson] Required"],
    },
  ])("$name", ({ fields, want }) => {
    expect(faultsOf(checkSecret, { metadata: { name: "a" }, ...fields })).toEqual(want);
  });
});
