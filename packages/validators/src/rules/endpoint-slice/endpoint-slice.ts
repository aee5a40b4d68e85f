import { field, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
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
 * What the API server asks of an EndpointSlice of `discovery.k8s.io/v1` on create.
 * Source: kubernetes, pkg/apis/discovery/validation/validation.go, ValidateEndpointSlice.
 */
export function checkEndpointSlice(slice: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(slice, subdomainForm, true, report);
  const addressType = textOf(slice.addressType);
  if (addressType === "") {
    const problem = `needs one of ${addressTypes.join(", ")}`;
    report("Required", addressTypePath, slice.addressType, problem, addressTypes);
  } else checkSupported(addressType, addressTypes, addressTypePath, report);
  const endpoints = listOf(slice.endpoints);
  if (endpoints.length > mostEndpoints) {
    const problem = `has ${endpoints.length} endpoints: at most ${mostEndpoints} are allowed`;
    report("TooMany", endpointsPath, endpoints, problem);
  } else {
    for (const [index, endpoint] of endpoints.entries()) {
      checkEndpoint(asObject(endpoint), addressType, item(endpointsPath, index), version, report);
    }
  }
  checkEndpointPorts(listOf(slice.ports).map(asObject), version, report);
}
