// Checked by `tsc` with the rest of the sources: each line marked with an error must be one.
import type { AnyObject, ObjectOf } from "@kubeschema/types";
import type { Deployment, DeploymentList } from "@kubeschema/types/apps/v1";
import type { Ingress } from "@kubeschema/types/networking.k8s.io/v1";
import type { Pod, Status } from "@kubeschema/types/v1";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const holds = <Claim extends true>(..._claim: Claim[]): void => {};

holds<Equal<Ingress["apiVersion"], "networking.k8s.io/v1">>();
holds<Equal<Ingress["kind"], "Ingress">>();
holds<Equal<Deployment, ObjectOf<"apps/v1", "Deployment">>>();
holds<Equal<DeploymentList["items"], Deployment[]>>();
holds<Equal<Status, ObjectOf<"v1", "Status">>>();
holds<Equal<Extract<AnyObject, { apiVersion: "v1"; kind: "Pod" }>, Pod>>();

export const ingress: Ingress = {
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
