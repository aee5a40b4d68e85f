import type { Route, RouteSource } from "../routes/route.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";
import type { RuleContext } from "./rule-context.ts";

/** The routes of one host, or of every host, that the Ingresses of one class ask for. */
export interface HostGroup {
  readonly className: string | undefined;
  /** In lower case; `""` is every host. */
  readonly host: string;
  /** At least one. Default backends are among those of every host. */
  readonly routes: readonly Route[];
}

const knownGroups = new WeakMap<RuleContext, readonly HostGroup[]>();

/** Groups the routes of Ingresses that can meet by class and host; once per context, since several rules ask. */
export function hostGroups(context: RuleContext): readonly HostGroup[] {
  let groups = knownGroups.get(context);
  if (groups === undefined) {
    groups = collect(neighbourhoodOf(context).sources);
    knownGroups.set(context, groups);
  }
  return groups;
}

function collect(sources: readonly RouteSource[]): readonly HostGroup[] {
  const groups: HostGroup[] = [];
  const byClass = new Map<string | undefined, Map<string, Route[]>>();
  for (const source of sources) {
    const { className } = source;
    const byHost = byClass.get(className) ?? new Map<string, Route[]>();
    byClass.set(className, byHost);
    for (const route of source.routes) {
      const host = route.host.toLowerCase();
      const routes = byHost.get(host);
      if (routes !== undefined) {
        routes.push(route);
        continue;
      }
      const first = [route];
      byHost.set(host, first);
      groups.push({ className, host, routes: first });
    }
  }
  return groups;
}
