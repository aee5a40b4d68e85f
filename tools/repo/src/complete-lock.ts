/** The part of `package-lock.json` that is used here. */
export interface PackageLock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** One package of a lock. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Adds the packages for other platforms that a lock lacks.
 *
 * npm leaves a platform package out of the lock where the registry does not have it, as mirrors for one platform may
 * not, and `npm ci` then considers the lock outdated. An entry with version and platform is enough: it is installed on
 * that platform, and skipped elsewhere. Without an `integrity` the registry's own is taken.
 *
 * @returns The same lock, with packages in npm's order.
 */
export function completeLock<Lock extends PackageLock>(lock: Lock): Lock {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]): [string, LockedPackage][] => {
      const platform = platformOf(name);
      if (!platform || isLocked(lock, path, name) || !/^\d/.test(version)) return [];
      return [[`node_modules/${name}`, { version, ...(dev ? { dev } : {}), optional: true, ...platform }]];
    })
  );
  if (missing.length === 0) return lock;
  const { "": root, ...others } = lock.packages;
  const sorted = [...Object.entries(others), ...missing].sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: { ...(root ? { "": root } : {}), ...Object.fromEntries(sorted) } };
}

const systems: ReadonlySet<string> = new Set(
  "aix android darwin freebsd linux netbsd openbsd openharmony sunos win32 windows wasi".split(" "),
);
const processors: Readonly<Record<string, string>> = {
  "64": "x64",
  amd64: "x64",
  arm: "arm",
  arm64: "arm64",
  ia32: "ia32",
  loong64: "loong64",
  mips64el: "mips64el",
  ppc64: "ppc64",
  riscv64: "riscv64",
  s390x: "s390x",
  wasm32: "wasm32",
  x64: "x64",
};

/**
 * Reads the platform in a package's name, such as `@rolldown/binding-linux-arm64-musl`; `undefined` if it names none.
 */
function platformOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> | undefined {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.has(word));
  const cpu = words.map((word) => Object.hasOwn(processors, word) ? processors[word] : undefined).find(Boolean);
  if (os === undefined || cpu === undefined) return undefined;
  // WebAssembly runs on any system.
  if (os === "wasi") return { cpu: [cpu] };
  const libc = words.includes("musl")
    ? ["musl"]
    : words.some((word) => /^(?:gnu|glibc)/.test(word))
    ? ["glibc"]
    : undefined;
  return { cpu: [cpu], os: [os === "windows" ? "win32" : os], ...(libc ? { libc } : {}) };
}

/** Looks for a package where Node would: in the folder of the one that requires it, and in every folder above. */
function isLocked({ packages }: PackageLock, path: string, name: string): boolean {
  const parts = path.split("/");
  const folders = [...parts.keys()].map((count) => parts.slice(0, count + 1).join("/"));
  return ["", ...folders.map((folder) => `${folder}/`)].some((folder) =>
    Object.hasOwn(packages, `${folder}node_modules/${name}`)
  );
}
