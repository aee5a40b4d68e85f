// Where the API server's rules are, in the repository of Kubernetes.

export const apps = "pkg/apis/apps/validation/validation.go";
export const authorization = "pkg/apis/authorization/validation/validation.go";
export const batch = "pkg/apis/batch/validation/validation.go";
export const certificates = "pkg/apis/certificates/validation/validation.go";
export const core = "pkg/apis/core/validation/validation.go";
export const discovery = "pkg/apis/discovery/validation/validation.go";
export const networking = "pkg/apis/networking/validation/validation.go";
export const policy = "pkg/apis/policy/validation/validation.go";
export const rbac = "pkg/apis/rbac/validation/validation.go";

export const generic = "staging/src/k8s.io/apimachinery/pkg/api/validation/generic.go";
export const metaV1 = "staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go";
export const objectMeta = "staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go";
export const create = "staging/src/k8s.io/apiserver/pkg/registry/rest/create.go";
