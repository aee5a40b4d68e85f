import type { Route, RouteSource } from "../../routes/route.ts";
import { neighbourhoodOf } from "../rule/neighbourhood.ts";
import type { RuleContext } from "../rule/rule-context.ts";

/** The routes of one host, or of every host, that the Ingresses of one class ask for. */
export interface HostGroup {
  readonly className: string | undefined;
  /** In lower case; `""` is every host. */
  readonly host: string;
  /** At least one. Default backends are among those of every host. */
  readonly routes: readonly Route[];
}

/** By class and host. Most hosts have one route, and that is kept as it is: a list for each would be most of the memory. */
type RoutesByHost = ReadonlyMap<string | undefined, ReadonlyMap<string, Route | Route[]>>;

const knownRoutes = new WeakMap<RuleContext, RoutesByHost>();

/** Groups the routes of Ingresses that can meet by class and host; once per context, since several rules ask. */
export function hostGroups(context: RuleContext): Iterable<HostGroup> {
  let byClass = knownRoutes.get(context);
  if (byClass === undefined) {
    byClass = collect(neighbourhoodOf(context).sources);
    knownRoutes.set(context, byClass);
  }
  return iterate(byClass);
}

function iterate(byClass: RoutesByHost): Iterable<HostGroup> {
  return {
    *[Symbol.iterator]() {
      for (const [className, byHost] of byClass) {
        for (const [host, routes] of byHost) {
          yield { className, host, routes: Array.isArray(routes) ? routes : [routes] };
        }
      }
    },
  };
}

function collect(sources: readonly RouteSource[]): RoutesByHost {
  const byClass = new Map<string | undefined, Map<string, Route | Route[]>>();
  for (const source of sources) {
    const { className } = source;
    const byHost = byClass.get(className) ?? new Map<string, Route | Route[]>();
    byClass.set(className, byHost);
    for (const route of source.routes) {
      const host = route.host.toLowerCase();
      const known = byHost.get(host);
      if (known === undefined) byHost.set(host, route);
      else if (Array.isArray(known)) known.push(route);
      else byHost.set(host, [known, route]);
    }
  }
  return byClass;
}
