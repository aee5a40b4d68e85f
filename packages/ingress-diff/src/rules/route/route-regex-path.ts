import type { Route, RouteSource } from "../../routes/route.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import type { Rule } from "../rule/rule.ts";
import { listRoutes } from "./list-routes.ts";

const id = "route/regex-path";

/**
 * A path looks like a pattern, and is compared letter by letter.
 *
 * `Exact` and `Prefix` are never patterns, unless annotations ask the controller for it. `ImplementationSpecific` is the
 * controller's own: only of those that are known to take no regular expressions is it said.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types}
 */
export const routeRegexPath: Rule<typeof id> = {
  id,
  summary: "A path looks like a regular expression, and the controller is not to read it as one.",
  severity: "warning",
  why: "The path is compared letter by letter, so that no request has it; some controllers refuse the Ingress.",
  fix:
    "write the plain path; where the controller takes regular expressions, use ImplementationSpecific with its annotation",
  scope: "view",
  example: {
    given: "a prefix is written as a pattern",
    says: /^asks for \S+ as Prefix, which is not a pattern$/,
  },
  check: (context) => {
    const regexHosts = new Set(
      context.sources.filter((source) => source.takesRegexPaths)
        .flatMap((source) => source.routes.map(({ host }) => hostKey(source, host))),
    );
    return context.sources.flatMap((source) => {
      const routes = source.routes.filter((route) =>
        // In ingress-nginx the annotation on one Ingress changes every path of the host.
        looksLikePattern(context, route) && !regexHosts.has(hostKey(source, route.host))
      );
      const [first] = routes;
      if (first === undefined) return [];
      return [{
        object: source.ref,
        fieldPath: `${first.fieldPath}.path`,
        should: "a path that requests have, letter by letter",
        is: `asks for ${listRoutes(routes)} as ${first.pathType}, which is not a pattern${controllerText(first)}`,
        routes,
        sources: [source],
      }];
    });
  },
};

/**
 * Controllers that take no regular expression whatever the pathType: these know `*` and `?` at most.
 *
 * @see {@link https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/spec/}
 */
const plainControllers: ReadonlySet<string> = new Set(["ingress.k8s.aws/alb"]);

/** Classes of GKE, which have no object. */
const plainClasses: ReadonlySet<string> = new Set(["gce", "gce-internal"]);

function looksLikePattern(context: RuleContext, { path, pathType, source }: Route): boolean {
  if (pathType === "Prefix" || pathType === "Exact") return isRegex(path) || isGlob(path);
  return pathType === "ImplementationSpecific" && isPlainClass(context, source) && isRegex(path);
}

/** What no URL path holds as it is, or what only makes sense in an expression; `$metadata` and `Items(1)` are paths. */
function isRegex(path: string): boolean {
  return /[[\]{}^|\\]|\.[*+]|\(\?|\)[?*+]|[^/]\$$/.test(path);
}

function isGlob(path: string): boolean {
  return /\/\*(?:\/|$)/.test(path);
}

function isPlainClass({ classes }: RuleContext, { className = "" }: RouteSource): boolean {
  return plainClasses.has(className) || plainControllers.has(classes.get(className)?.controller ?? "");
}

function controllerText({ pathType, source }: Route): string {
  return pathType === "ImplementationSpecific" ? ` to the controller of class "${source.className}"` : "";
}

function hostKey({ className }: RouteSource, host: string): string {
  return JSON.stringify([className ?? null, host]);
}
