/** What `--help` prints. */
export const helpText: string = `kubeschema-codegen types --from crds/ --out src/gen
kubeschema-codegen validators --from cluster --kinds example.io --out src/validators

Generates TypeScript types or validators for the kinds of CustomResourceDefinitions or OpenAPI documents.

Usage: kubeschema-codegen types|validators --from SOURCE [flags]

What to read
      --from SOURCE                a YAML or JSON file, a folder (read whole), an http(s) URL, - for stdin,
                                   or "cluster", which asks kubectl. May be repeated.
                                   CustomResourceDefinitions (also in a List), OpenAPI v2 and v3.0 are recognised.
      --kinds A,B                  only these: Shop, example.io, example.io/v1, or example.io/v1/Shop
      --kubernetes-version v1.36   the release that an OpenAPI document belongs to
      --context NAME, --kubeconfig FILE
                                   which cluster; kubectl decides without them

What to write
      --out DIR                    the folder to write to; without it, the files are only listed
      --force                      write into a folder that holds other files too; those are kept
      --style closed|open          of types: open adds [key: string]: any to every object; the default is closed
      --import-ending js|ts        of types: js, the default, is for trees that tsc or a bundler compiles; ts is for
                                   Deno, Bun and Node's type stripping

      --version
  -h, --help

Exit code: 0 done, 2 could not.
`;
