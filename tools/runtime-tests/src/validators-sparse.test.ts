import { validate } from "@kubeschema/validators";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { expect, test } from "vitest";
import { resourcePath, servedResources } from "./served-resources.ts";
import { sparseObjects } from "./sparse-objects.ts";

describeWithApiServer("our validators and the API server of Kubernetes 1.20", (getServer) => {
  test.each(sparseObjects)("take %s", async (_, object) => {
    const server = getServer();
    const resource = (await servedResources(server)).find(({ apiVersion, kind, name }) =>
      apiVersion === object.apiVersion && kind === object.kind && !name.includes("/")
    );
    if (resource === undefined) throw new RangeError(`The server has no ${object.kind}`);
    const path = `${resourcePath(resource, resource.isNamespaced ? "default" : undefined)}?dryRun=All`;
    const { status, body } = await server.request("POST", path, object);
    expect(body, String(status)).toMatchObject({ kind: object.kind });
    for (const kubernetesVersion of ["1.20", "1.36"]) {
      expect((await validate(object, { kubernetesVersion })).issues).toEqual([]);
    }
  });
});
