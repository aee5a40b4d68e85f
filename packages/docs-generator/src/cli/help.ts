export const HELP = `Examples:
  kubeschema-docs page Ingress
  kubeschema-docs page HorizontalPodAutoscaler --api-version autoscaling/v2 > hpa.md

Usage:
  kubeschema-docs page KIND [options]   print the reference page of a kind

Options:
  --api-version VERSION         v1 or <group>/<version>; needed where several have the kind
  --kubernetes-version VERSION  v1.36 and others; the newest unless given
  --format FORMAT               markdown (default), or seed: the format this project grew from
  -h, --help                    print this and exit
  --version                     print the version and exit

Options of --format seed:
  --package-name NAME           the package named at the top; @kubeschema/types unless given
  --source-url URL              folder of the generated sources that "Defined in" links to
  --source-layout LAYOUT        modules (default): one file per group and version;
                                kinds: one file per kind, types/gen/<kind>.ts, as in the original

Exit code: 0 printed, 2 could not.
`;
