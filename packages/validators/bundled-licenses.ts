import { readFileSync } from "node:fs";

const modules = "../../node_modules";
const apache = ["@bufbuild/cel", "@bufbuild/cel-spec", "@bufbuild/protobuf"];

/** The licenses of what is built into `dist/crds.js`. */
export function bundledLicenses(): string {
  const names = apache.map((name) => {
    const { version, license } = JSON.parse(readFileSync(`${modules}/${name}/package.json`, "utf8"));
    return `- ${name} ${version}: Copyright Buf Technologies, Inc.; ${license}`;
  });
  return [
    "crds.js holds parts of these packages, changed in form only:",
    ...names,
    "- re2js, whose license is at the end",
    "",
    "Parts of @bufbuild/protobuf: Copyright 2008 Google Inc. All rights reserved; BSD-3-Clause.",
    "",
    readFileSync("../../LICENSE", "utf8").trim(),
    "",
    "re2js:",
    "",
    readFileSync(`${modules}/re2js/LICENSE`, "utf8"),
  ].join("\n");
}
