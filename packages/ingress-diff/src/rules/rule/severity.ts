/** `error`: traffic is broken. `warning`: it may be. `info`: worth knowing; it changes no exit code and no route's state. */
export type Severity = "error" | "warning" | "info";
