// Stands in the bundle for what KubeConfig imports and ingress-diff never calls: the generated API classes and undici.
class Unused {
  constructor() {
    throw new TypeError("Cannot make an API client here: only the kubeconfig part of the client is bundled");
  }
}

export { Unused as Agent, Unused as createConfiguration, Unused as ProxyAgent, Unused as ServerConfiguration };
