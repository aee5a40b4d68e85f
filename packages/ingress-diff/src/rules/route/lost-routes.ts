import type { Route, RouteSource } from "../../routes/route.ts";
import type { Loser } from "../rule/older-neighbour.ts";
import { haveSameBackend } from "./route-keys.ts";

/** What one Ingress loses to another, or to itself. */
export interface LostRoutes {
  readonly loser: RouteSource;
  readonly winner: RouteSource;
  readonly routes: Route[];
}

/** Collects routes that lose, one entry for each pair of Ingresses. The same backend twice is not a loss. */
export class LostRoutesByPair {
  readonly #bySource = new Map<RouteSource, Map<RouteSource, LostRoutes>>();

  add({ loser, winner }: Loser<Route>): void {
    if (haveSameBackend(loser, winner)) return;
    const byWinner = this.#bySource.get(loser.source) ?? new Map<RouteSource, LostRoutes>();
    this.#bySource.set(loser.source, byWinner);
    const lost = byWinner.get(winner.source);
    if (lost !== undefined) lost.routes.push(loser);
    else byWinner.set(winner.source, { loser: loser.source, winner: winner.source, routes: [loser] });
  }

  values(): readonly LostRoutes[] {
    return [...this.#bySource.values()].flatMap((byWinner) => [...byWinner.values()]);
  }
}
