import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { fillCommand, shellWord } from "./fill-command.ts";

test.each([
  { text: "web", want: "web" },
  { text: "app.kubernetes.io/name=web,tier=front", want: "app.kubernetes.io/name=web,tier=front" },
  { text: "", want: "''" },
  { text: "a b", want: "'a b'" },
  { text: "$(id)", want: "'$(id)'" },
  { text: "it's", want: "'it'\\''s'" },
])("shellWord() makes $text one word", ({ text, want }) => {
  expect(shellWord(text)).toBe(want);
  expect(execFileSync("sh", ["-c", `printf %s ${want}`], { encoding: "utf8" })).toBe(text);
});

test.each([
  { command: "kubectl get ingressclasses", want: "kubectl get ingressclasses" },
  { command: "kubectl describe KIND NAME -n NAMESPACE", want: "kubectl describe service web -n shop" },
  { command: "kubectl get pods -l app=NAME", want: "kubectl get pods -l app=web" },
])("fillCommand() puts the object into $command", ({ command, want }) => {
  expect(fillCommand(command, { kind: "Service", namespace: "shop", name: "web" })).toBe(want);
});

test("fillCommand() lets no name of a snapshot become a command, nor another name", () => {
  const object = { kind: "Ingress", namespace: "NAME", name: "web; rm -rf NAMESPACE" };
  expect(fillCommand("kubectl get ingress NAME -n NAMESPACE", object)).toBe(
    "kubectl get ingress 'web; rm -rf NAMESPACE' -n NAME",
  );
});
