import { expect, test } from "vitest";
import { field } from "../../values/field-path.ts";
import type { JsonObject } from "../../values/json-object.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkPodTemplate } from "./pod-template.ts";

const web = { name: "web", image: "nginx" };

// The server of tools/parity is older than these fields.
function faults(spec: JsonObject, kubernetesVersion?: string): readonly string[] {
  const judge = (object: JsonObject): readonly string[] =>
    faultsOf(
      (report, template, version) => checkPodTemplate(report, template, field("t"), version),
      object,
      kubernetesVersion,
    );
  return judge({ spec: { containers: [web], ...spec } }).map((line) => line.replace(/^t\.spec\./, ""));
}

const claim = (spec: object, metadata: object = {}): JsonObject => ({
  volumes: [{ name: "v", ephemeral: { volumeClaimTemplate: { metadata, spec } } }],
});
const size = { resources: { requests: { storage: "1Gi" } } };
const template = "volumes[0].ephemeral.volumeClaimTemplate";

const rows: readonly (readonly [name: string, spec: JsonObject, want: readonly string[], version?: string])[] = [
  ["a claim", claim({ accessModes: ["ReadWriteOnce"], ...size }), []],
  ["a claim of nothing", claim({}), [
    `${template}.spec.accessModes Required`,
    `${template}.spec.resources[storage] Required`,
  ]],
  ["a claim of no size", claim({ accessModes: ["x"], resources: { requests: { storage: 0 } } }), [
    `${template}.spec.accessModes NotSupported`,
    `${template}.spec.resources[storage] Invalid`,
  ]],
  ["a claim with a name", claim({ accessModes: ["ReadWriteOnce"], ...size }, { name: "a", labels: { "-": "" } }), [
    `${template}.metadata.labels Invalid`,
    `${template}.metadata.name Forbidden`,
  ]],
  ["a mode beside ReadWriteOncePod", claim({ accessModes: ["ReadWriteOncePod", "ReadWriteOnce"], ...size }), [
    `${template}.spec.accessModes Forbidden`,
  ]],
  ["ReadWriteOncePod before", claim({ accessModes: ["ReadWriteOncePod"], ...size }), [
    `${template}.spec.accessModes NotSupported`,
  ], "1.26"],
  ["a mode of volumes", claim({ accessModes: ["ReadWriteOnce"], ...size, volumeMode: "x", storageClassName: "A" }), [
    `${template}.spec.storageClassName Invalid`,
    `${template}.spec.volumeMode NotSupported`,
  ]],

  ["gates", { schedulingGates: [{ name: "a.b/c" }, { name: "a.b/c" }, { name: "a b" }] }, [
    "schedulingGates[1] Duplicate",
    "schedulingGates[2] Invalid",
  ]],
  ["gates before", { schedulingGates: [{ name: "a b" }] }, [], "1.26"],

  ["linux", { os: { name: "linux" }, securityContext: { runAsUser: 1 } }, []],
  ["no name of a system", { os: {} }, ["os.name Required"]],
  ["another system", { os: { name: "plan9" } }, ["os NotSupported"]],
  ["another system before", { os: { name: "plan9" } }, [], "1.23"],
  [
    "options of Windows on linux",
    {
      os: { name: "linux" },
      securityContext: { windowsOptions: {} },
      containers: [{ ...web, securityContext: { windowsOptions: {} } }],
    },
    ["securityContext.windowsOptions Forbidden", "containers[0].securityContext.windowsOptions Forbidden"],
  ],
  [
    "options of Linux on windows",
    {
      os: { name: "windows" },
      hostPID: true,
      hostIPC: false,
      shareProcessNamespace: false,
      securityContext: { runAsUser: 1, sysctls: [], fsGroup: null },
      initContainers: [{ ...web, name: "i", securityContext: { privileged: false } }],
      containers: [{ ...web, securityContext: { capabilities: {}, runAsNonRoot: true } }],
    },
    [
      "hostPID Forbidden",
      "shareProcessNamespace Forbidden",
      "securityContext.runAsUser Forbidden",
      "initContainers[0].securityContext.privileged Forbidden",
      "containers[0].securityContext.capabilities Forbidden",
    ],
  ],

  [
    "claims of resources",
    {
      resourceClaims: [{ name: "gpu", resourceClaimTemplateName: "gpu" }, { name: "net", resourceClaimName: "net" }],
      containers: [{ ...web, resources: { claims: [{ name: "gpu", request: "a" }, { name: "gpu", request: "b" }] } }],
    },
    [],
  ],
  [
    "claims that are wrong",
    {
      resourceClaims: [
        {},
        { name: "A", resourceClaimName: "a", resourceClaimTemplateName: "B" },
        { name: "A", resourceClaimName: "a" },
      ],
      containers: [{ ...web, resources: { claims: [{}, { name: "A" }, { name: "A" }, { name: "other" }] } }],
    },
    [
      "resourceClaims[0].name Required",
      "resourceClaims[0] Invalid",
      "resourceClaims[1].name Invalid",
      "resourceClaims[1] Invalid",
      "resourceClaims[1].resourceClaimTemplateName Invalid",
      "resourceClaims[2].name Duplicate",
      "containers[0].resources.claims[0] Required",
      "containers[0].resources.claims[2] Duplicate",
      "containers[0].resources.claims[3] NotFound",
    ],
  ],
  ["claims before", { resourceClaims: [{}] }, [], "1.33"],
];

test.each(rows.map(([name, spec, want, version]) => ({ name, spec, want, version })))(
  "checkPodTemplate() judges $name",
  ({ spec, want, version }) => {
    expect(faults(spec, version)).toEqual(want);
  },
);
