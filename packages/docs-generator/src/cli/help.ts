export const HELP = `Examples:
  kubeschema-docs build --versions v1.35,v1.36 --out site
  kubeschema-docs explain ingress.spec.rules

Usage:
  kubeschema-docs build --out DIR [options]      write a site, or a tree of pages
  kubeschema-docs serve [options]                serve the site on 127.0.0.1, and rebuild it when a source changes
  kubeschema-docs page KIND [options]            print the reference page of a kind
  kubeschema-docs explain KIND.FIELD... [options]  explain a field, as kubectl does, without a cluster
  kubeschema-docs compare VERSION VERSION [-o FORMAT]  list what changed in the API

What is read (build, serve):
  --versions LIST               v1.35,v1.36, recent or all: pages of the newest, with the history of the others;
                                recent unless given: those without a gap of two releases between them
  --from SOURCE                 instead: an OpenAPI document, a file or folder of CRDs, or cluster (by kubectl)
  --kubernetes-version VERSION  the version that --from is, or the one to read, without history
  --crds FILE                   CustomResourceDefinitions beside the rest, a file or a folder; may be repeated
  --kinds LIST                  only these kinds, and the types that they link to
  --kubeconfig FILE, --context NAME   for --from cluster

What is written (build):
  --out DIR                     replaced as a whole; refused if it holds other files
  --format FORMAT               html (default), markdown, seed or json
  --front-matter NAME           for markdown: none (default), vitepress, starlight or docusaurus
  --title TEXT                  the site's name
  --rules FILE                  pages of rules, a file or a folder: { title, rules: [{ id, summary, severity, why, fix }] }
  --port PORT                   of serve; 8080 unless given, 0 takes a free one

Options of page and explain:
  --api-version VERSION         v1 or <group>/<version>; needed where several have the kind
  --kubernetes-version VERSION  v1.36 and others; the newest unless given
  --format FORMAT               of page: markdown (default), html, json or seed
  --recursive                   of explain: all fields below, without texts
  --crds FILE                   of explain: custom kinds too

Options of compare:
  -o, --output FORMAT           text (default), markdown or json

  -h, --help                    print this and exit
  --version                     print the version and exit

Options of --format seed, the format this project grew from:
  --package-name NAME           the package named at the top; @kubeschema/types unless given
  --source-url URL              folder of the generated sources that "Defined in" links to
  --source-layout LAYOUT        modules (default): one file per group and version;
                                kinds: one file per kind, types/gen/<kind>.ts, as in the original

Exit code: 0 done, 1 compare found a difference, 2 could not. NO_COLOR turns colours off, DEBUG=1 shows stacks.
`;
