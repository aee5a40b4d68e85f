import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { cacheFolder } from "@kubeschema-tools/generate/cache-folder";
import { readResolvedInputs } from "@kubeschema-tools/generate/resolved-inputs";
import { run } from "./child-process.ts";

/** A package of types of Kubernetes objects, and how one writes an Ingress and a Deployment with it. */
export interface TypesPeer {
  readonly name: string;
  /** The packages that npm installs, with pinned versions; absent where a function provides the types. */
  readonly packages: readonly string[];
  /** The file that is type-checked. */
  readonly source: string;
  /** Whether `node_modules` contains what a user installs, rather than only a generator. */
  readonly isInstalled: boolean;
  /** Writes what is imported besides the packages; a returned text says why that is not possible here. */
  readonly prepare?: (folder: string) => Promise<string | undefined>;
}

const ingress = `
  metadata: { name: "web" },
  spec: {
    rules: [{
      host: "shop.example.com",
      http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }] },
    }],
  },`;
const deployment = `
  metadata: { name: "web" },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: "web" } },
    template: {
      metadata: { labels: { app: "web" } },
      spec: { containers: [{ name: "web", image: "nginx", resources: { limits: { cpu: "1" } } }] },
    },
  },`;

/** The file with the two objects, typed if there are types for them. */
function objects(imports: string, ingressType = "", deploymentType = ""): string {
  return `${imports}
export const a${ingressType} = { apiVersion: "networking.k8s.io/v1", kind: "Ingress",${ingress} };
export const b${deploymentType} = { apiVersion: "apps/v1", kind: "Deployment",${deployment} };
`;
}

const openApi = 'components["schemas"]["io.k8s.api';

/**
 * The packages in the comparison. They are compared with the first entry: the same file without any import.
 *
 * @param tarball Our own package, as `npm pack` makes it.
 */
export function typesPeers(tarball: string): readonly TypesPeer[] {
  return [
    { name: "no import", packages: [], isInstalled: true, source: objects("") },
    {
      name: "@kubeschema/types",
      packages: [tarball],
      isInstalled: true,
      source: objects(
        'import type { Ingress } from "@kubeschema/types/networking.k8s.io/v1";\n' +
          'import type { Deployment } from "@kubeschema/types/apps/v1";',
        ": Ingress",
        ": Deployment",
      ),
    },
    {
      name: "kubernetes-types 1.30.0",
      packages: ["kubernetes-types@1.30.0"],
      isInstalled: true,
      source: objects(
        'import type { Ingress } from "kubernetes-types/networking/v1.js";\n' +
          'import type { Deployment } from "kubernetes-types/apps/v1.js";',
        ": Ingress",
        ": Deployment",
      ),
    },
    {
      name: "kubernetes-models 5.1.0, interfaces",
      packages: ["kubernetes-models@5.1.0"],
      isInstalled: true,
      source: objects(
        'import type { IIngress } from "kubernetes-models/networking.k8s.io/v1/Ingress";\n' +
          'import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";',
        ": IIngress",
        ": IDeployment",
      ),
    },
    {
      name: "kubernetes-models 5.1.0, classes",
      packages: ["kubernetes-models@5.1.0"],
      isInstalled: true,
      source: `import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
export const a = new Ingress({${ingress} });
export const b = new Deployment({${deployment} });
`,
    },
    {
      name: "openapi-typescript 7.13.0",
      packages: ["openapi-typescript@7.13.0", "swagger2openapi@7.0.8"],
      isInstalled: false,
      prepare: generateFromOpenApi,
      source: objects(
        'import type { components } from "./openapi.js";',
        `: ${openApi}.networking.v1.Ingress"]`,
        `: ${openApi}.apps.v1.Deployment"]`,
      ),
    },
    {
      name: "@kubernetes/client-node 2.0.1",
      packages: ["@kubernetes/client-node@2.0.1"],
      isInstalled: true,
      source: objects(
        'import type { V1Deployment, V1Ingress } from "@kubernetes/client-node";',
        ": V1Ingress",
        ": V1Deployment",
      ),
    },
  ];
}

/** openapi-typescript reads only OpenAPI 3, so our document is converted with swagger2openapi first. */
async function generateFromOpenApi(cwd: string): Promise<string | undefined> {
  const { default: version, inputs } = readResolvedInputs();
  const input = inputs.find((candidate) => candidate.version === version);
  if (input?.format !== "openapi-v2") return `the OpenAPI document of ${version} is not available`;
  const document = join(cacheFolder(process.env), input.file);
  // If the document is missing, this fails and names it.
  await readFile(document);
  await run("npx", ["swagger2openapi", document, "--outfile", "openapi.json"], { cwd });
  await run("npx", ["openapi-typescript", "openapi.json", "--output", "openapi.d.ts"], { cwd });
  return undefined;
}
