/** The release that is assumed for a document without one. `npm run sync` updates it. */
export const newestKubernetes = "v1.36";
