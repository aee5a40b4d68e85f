import { type FlagTable, switchFlag, textFlag, UsageError, valuesFlag } from "@kubeschema/command-kit";

/** Flags with which kubeconform finds schemas: here they are built in. */
export interface KubeconformOptions {
  readonly cache?: string;
  readonly debug: boolean;
  readonly insecureSkipTlsVerify: boolean;
  readonly schemaLocation: readonly string[];
}

const schemaLocation = valuesFlag({
  value: "URL",
  expects: "default",
  parse: (text) => text,
  help: "schemas from elsewhere",
  isHidden: true,
});

/** Flags that are understood so that a pipeline of kubeconform can switch, and that do nothing. */
export const kubeconformFlags: FlagTable<KubeconformOptions> = {
  cache: textFlag({ value: "DIR", help: "where to keep schemas", isHidden: true }),
  debug: switchFlag({ help: "print debug information", isHidden: true }),
  insecureSkipTlsVerify: switchFlag({ help: "do not check the server's certificate", isHidden: true }),
  schemaLocation: {
    ...schemaLocation,
    read: (given, name) => {
      const foreign = given.find(({ text }) => text !== "default");
      if (foreign === undefined) return schemaLocation.read(given, name);
      const message =
        `${foreign.spelling} is not supported: the schemas of Kubernetes are built in, others are not read`;
      throw new UsageError(message, { hint: "--ignore-missing-schemas, which skips other kinds" });
    },
  },
};
