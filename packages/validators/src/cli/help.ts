/** What `--help` prints. */
export const helpText: string = `Examples:
  kubeschema-validate deploy/ ingress.yaml
  helm template chart | kubeschema-validate --kubernetes-version 1.33 -o github

Tells what the API server would refuse in manifests, YAML or JSON, with file, line and column. It needs no cluster and
no network. Arguments are files, folders (all .yaml, .yml and .json in them) and "-" for stdin, which is also read
where there are none.

Options:
  -o, --output FORMAT         text, json, junit, sarif, github or tap; text by default
  --kubernetes-version X.Y    the release whose API server judges; the newest by default
  --no-strict                 do not report fields that do not exist
  --skip KIND                 pass over a kind: Secret or apps/v1/Deployment; repeat it, or separate by commas
  --reject KIND               report every object of a kind
  --crds FILE|DIR|-|cluster   judge custom resources by these CustomResourceDefinitions, CEL rules included; "cluster"
                              asks kubectl for them; repeat it for more
  --ignore-missing-schemas    pass over kinds without a schema, such as custom resources
  --ignore-filename-pattern REGEXP
                              pass over files and folders whose path matches
  --summary                   end with the counts
  --verbose                   list valid and skipped objects too
  --exit-zero                 exit 0 for invalid objects too
  --exit-on-error             stop at the first object that is invalid or cannot be read
  -n, --threads N             with 2 or more, a long run takes a second thread; 1 by default
  -v, --version               print the version
  -h, --help                  print this

Flags of kubeconform work as they are: -strict, -summary, -output, -skip, -reject, -kubernetes-version, -n, -verbose,
-exit-on-error, -ignore-missing-schemas, -ignore-filename-pattern, -cache and -debug.

Exit: 0 all valid, 1 some invalid, 2 something could not be read or judged, or wrong usage.
`;
