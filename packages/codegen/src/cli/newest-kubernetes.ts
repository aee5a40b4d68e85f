/** What a document without a release is taken for. `npm run sync` keeps it. */
export const newestKubernetes = "v1.36";
