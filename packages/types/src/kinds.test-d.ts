// Checked by `tsc` with the rest of the sources: each line marked as an error must be one.
import { type AnyObject, isKind, type ObjectOf, type OptionalTypeMeta } from "@kubeschema/types";
import type { Deployment, DeploymentList } from "@kubeschema/types/apps/v1";
import { type Ingress, ingress, type IngressBackend, isIngress } from "@kubeschema/types/networking.k8s.io/v1";
import type { Pod, Status } from "@kubeschema/types/v1";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const holds = <Claim extends true>(..._claim: Claim[]): void => {};

holds<Equal<Ingress["apiVersion"], "networking.k8s.io/v1">>();
holds<Equal<Ingress["kind"], "Ingress">>();
holds<Equal<Deployment, ObjectOf<"apps/v1", "Deployment">>>();
holds<Equal<DeploymentList["items"], OptionalTypeMeta<Deployment>[]>>();
holds<Equal<Status, ObjectOf<"v1", "Status">>>();
holds<Equal<Extract<AnyObject, { apiVersion: "v1"; kind: "Pod" }>, Pod>>();

export const shop: Ingress = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "shop", annotations: { "example.io/a": "b" } },
  spec: {
    rules: [{
      host: "shop.example",
      http: { paths: [{ pathType: "Prefix", path: "/", backend: { service: { name: "web", port: { number: 80 } } } }] },
    }],
  },
};

// @ts-expect-error apiVersion and kind are required
export const bare: Ingress = { metadata: { name: "shop" } };

// @ts-expect-error a removed version is another literal
export const removed: Ingress = { apiVersion: "networking.k8s.io/v1beta1", kind: "Ingress" };

// @ts-expect-error unknown fields are refused
export const misspelt: Ingress = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", spec: { rulez: [] } };

export function containerCount(object: AnyObject): number {
  return object.apiVersion === "v1" && object.kind === "Pod" ? object.spec?.containers.length ?? 0 : 0;
}

/** Items as list and watch deliver them: without apiVersion and kind. */
export const listed: DeploymentList["items"] = [{ metadata: { name: "web" } }];

export const built: Ingress = ingress({ metadata: { name: "shop" } });
export const rebuilt: Ingress = ingress({ apiVersion: "networking.k8s.io/v1", kind: "Ingress" });

// @ts-expect-error another kind is refused
ingress({ kind: "Service" });

// @ts-expect-error unknown fields are refused
ingress({ specs: {} });

export function backendOf(value: unknown): IngressBackend | undefined {
  if (isIngress(value)) return value.spec?.defaultBackend;
  return isKind(value, "networking.k8s.io/v1", "Ingress") ? value.spec?.defaultBackend : undefined;
}

// @ts-expect-error there is no such kind
isKind(shop, "networking.k8s.io/v1", "Ingres");

type PathType = NonNullable<
  NonNullable<NonNullable<Ingress["spec"]>["rules"]>[number]["http"]
>["paths"][number]["pathType"];
export const known: PathType = "Exact";
export const future: PathType = "SomethingNew";

// @ts-expect-error an enum value must still be a string
export const wrong: PathType = 1;
