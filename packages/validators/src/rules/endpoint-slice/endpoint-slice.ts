import { field, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { discovery } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkEndpoint } from "./endpoint.ts";
import { checkEndpointPorts } from "./endpoint-ports.ts";

const addressTypePath: FieldPath = field("addressType");
const endpointsPath: FieldPath = field("endpoints");
const addressTypes = ["FQDN", "IPv4", "IPv6"];
const mostEndpoints = 1000;

/**
 * The API server's rules for an EndpointSlice of `discovery.k8s.io/v1` on create.
 */
export function checkEndpointSlice(outer: Report, slice: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, discovery, "ValidateEndpointSlice");
  checkObjectMeta(report, slice, subdomainForm, true);
  const addressType = textOf(slice.addressType);
  if (addressType === "") {
    const problem = `must be set to one of ${addressTypes.join(", ")}`;
    report("Required", addressTypePath, slice.addressType, problem, addressTypes);
  } else checkSupported(report, addressType, addressTypes, addressTypePath);
  const endpoints = listOf(slice.endpoints);
  if (endpoints.length > mostEndpoints) {
    const problem = `must have at most ${mostEndpoints} items, found ${endpoints.length}`;
    report("TooMany", endpointsPath, endpoints, problem);
  } else {
    for (const [index, endpoint] of endpoints.entries()) {
      checkEndpoint(report, asObject(endpoint), addressType, item(endpointsPath, index), version);
    }
  }
  checkEndpointPorts(report, listOf(slice.ports).map(asObject), version);
}
