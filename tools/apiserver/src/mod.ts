/**
 * A real etcd and kube-apiserver for tests.
 *
 * @module
 */
export type { AdminRequest, ApiServerResponse } from "./admin-request.ts";
export type { RequestRecord } from "./audit-log.ts";
export { describeWithApiServer } from "./describe-with-api-server.ts";
export { type Env, type ExtraProgram, findBinaries } from "./find-binaries.ts";
export { installBinaries, type InstallOptions } from "./install-binaries.ts";
export type { PolicyRule } from "./rbac.ts";
export type { ProcessName } from "./restart-process.ts";
export { isAtLeast, type Recipe, type ServerVersion, serverVersions } from "./server-versions.ts";
export { type ApiServer, type ApiServerOptions, startApiServer } from "./start-api-server.ts";
