import type { Route } from "../../routes/route.ts";

/** Names routes without repeats, at most three of them: `shop.example/pay, shop.example/cart and 2 more`. */
export function listRoutes(routes: readonly Route[]): string {
  const names = [...new Set(routes.map(({ host, path }) => `${host || "*"}${path || "/"}`))];
  return names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
}
