/** The minor version of a 1.x server; `undefined` if the text says none. */
export function minorVersionOf(serverVersion: string | undefined): number | undefined {
  const minor = /^v?1\.(\d+)/.exec(serverVersion ?? "")?.[1];
  return minor === undefined ? undefined : Number(minor);
}
