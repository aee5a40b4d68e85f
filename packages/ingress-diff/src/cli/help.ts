/** What `--help` prints. */
export const helpText: string = `ingress-diff -A
ingress-diff checkout -n shop -o json

Tells whether the cluster does what its Ingresses ask for: which routes are broken, why, and what to do. Only reads.

Usage: ingress-diff [NAME...] [flags]     Ingresses of a cluster, or of a snapshot
       ingress-diff demo [flags]          a report on the snapshot of a shop's cluster, without a cluster

What to look at
  -n, --namespace NS        one namespace; the default is the context's
  -A, --all-namespaces      every namespace
      --snapshot FILE       what "kubectl get ... -o yaml" or "-o json" printed; a file, a folder, or - for stdin
      --at TIME             judge ages and certificates as of this time, such as 2026-01-31T08:00:00Z

Which cluster
      --kubeconfig FILE     the default is $KUBECONFIG, then ~/.kube/config, then the pod's service account
      --context NAME
      --request-timeout T   for one request; the default is 30s

How to say it
  -o, --output text|json    the default is text
      --verbose             every Ingress and route, also the healthy ones
      --exit-zero           exit with 0 whatever is found
      --version
  -h, --help

Exit code: 0 nothing found, 1 findings, 2 could not tell (no access, wrong usage, checks that could not be done).
`;
