/** `HorizontalPodAutoscaler` and `fooBar` as `horizontal-pod-autoscaler` and `foo-bar`. */
export function toKebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/([A-Z])([A-Z][a-z])/g, "$1-$2").toLowerCase();
}

/** `route/never-served` as `routeNeverServed`. */
export function toCamel(name: string): string {
  return name.replace(/[/-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `route/never-served` as `RouteNeverServed`. */
export function toPascal(name: string): string {
  const camel = toCamel(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
}
