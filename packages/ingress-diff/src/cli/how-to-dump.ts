/** What to try where a snapshot cannot be read. */
export const howToDump =
  "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml" as const;
