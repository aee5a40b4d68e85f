#!/usr/bin/env bash
# Compiles kube-apiserver 1.20.2 from Debian 12's source package and fills DIR with it, etcd and kubectl.
#
#   build-from-debian.sh DIR
#
# Nothing is installed on the machine and root is not needed: packages are fetched and unpacked in a temporary folder.
# Sources come from the machine's own apt configuration, mirrors and proxies included. Progress goes to stderr.
set -euo pipefail

readonly destination=${1:?usage: build-from-debian.sh DIR}
readonly kubernetes=k8s.io/kubernetes
readonly server_version=1.20.2

scratch=$(mktemp -d "${TMPDIR:-/tmp}/kubeschema-apiserver-XXXXXX")
readonly scratch
# Go writes its module and build folders read-only, so rm needs the write bit back.
trap 'chmod -R u+w "$scratch" 2>/dev/null || true; rm -rf "$scratch"' EXIT

say() { printf 'build: %s\n' "$*" >&2; }

# apt with package lists of our own, so that source packages can be asked for without touching the machine's lists.
prepare_apt() {
  mkdir -p "$scratch"/apt/{sources,lists/partial,archives/partial}
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ -e "$file" ]; then sed 's/^Types:.*/Types: deb deb-src/' "$file" >"$scratch/apt/sources/${file##*/}"; fi
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    if [ -s "$file" ]; then
      sed -E -n 'p; s/^deb( |\t)/deb-src\1/p' "$file" >"$scratch/apt/sources/${file##*/}"
    fi
  done
  apt_options=(
    -qq
    -o Dir::Etc::SourceList=/dev/null
    -o Dir::Etc::SourceParts="$scratch/apt/sources"
    -o Dir::State::Lists="$scratch/apt/lists"
    -o Dir::Cache="$scratch/apt"
    # The folder is private to this user, which apt's own download user could not enter.
    -o APT::Sandbox::User="$(id -un)"
  )
  # A third-party list that cannot be reached does not stop the build: what is needed comes from Debian, and is checked below.
  apt-get "${apt_options[@]}" update >&2 || say "some package lists could not be fetched, going on with the others"
}

fetch_packages() {
  mkdir -p "$scratch/downloads" "$scratch/root"
  cd "$scratch/downloads"
  apt-get "${apt_options[@]}" download \
    golang-1.19-go golang-1.19-src golang-github-modern-go-reflect2-dev etcd-server kubernetes-client >&2
  apt-get "${apt_options[@]}" source --download-only kubernetes >&2
  local package
  for package in ./*.deb; do dpkg-deb --extract "$package" "$scratch/root"; done
}

lay_out_source() {
  local gopath_entry="$scratch/go/src/$kubernetes"
  mkdir -p "$scratch/kubernetes" "${gopath_entry%/*}"
  tar --extract --file "$(echo "$scratch"/downloads/kubernetes_*.orig.tar.*)" \
    --directory "$scratch/kubernetes" --strip-components=1
  ln -s "$scratch/kubernetes" "$gopath_entry"
  # The vendored reflect2 1.0.1 reads runtime internals that changed in Go 1.18: the server would crash on the first
  # pretty-printed answer. Debian's 1.0.2 has the fix.
  local reflect2=github.com/modern-go/reflect2
  rm -rf "$scratch/kubernetes/vendor/$reflect2"
  cp -r "$scratch/root/usr/share/gocode/src/$reflect2" "$scratch/kubernetes/vendor/$reflect2"
}

# The source package has no pkg/generated/openapi: upstream's Makefile generates it, from every package with the marker.
generate_openapi() {
  cd "$scratch/go/src/$kubernetes"
  go build -o "$scratch/openapi-gen" "$kubernetes/vendor/k8s.io/kube-openapi/cmd/openapi-gen"
  local marked=()
  mapfile -t marked < <(
    grep --recursive --files-with-matches --include='*.go' -F '+k8s:openapi-gen=' pkg staging/src vendor/k8s.io |
      sed -E 's|/[^/]+$||; s|^staging/src/|vendor/|' |
      grep -vE 'kube-openapi/(test|cmd)|k8s\.io/(code-generator|sample-)' |
      sort --unique
  )
  local directories=() directory
  for directory in "${marked[@]}"; do directories+=(--input-dirs "$kubernetes/$directory"); done
  "$scratch/openapi-gen" --logtostderr --go-header-file hack/boilerplate/boilerplate.generatego.txt \
    --output-file-base zz_generated.openapi --output-package "$kubernetes/pkg/generated/openapi" \
    --report-filename "$scratch/openapi-violations" "${directories[@]}" >&2
}

compile_server() {
  cd "$scratch/go/src/$kubernetes"
  local link=(-s -w) package
  # Without these the server calls itself v0.0.0-master, and clients that look at the version go wrong.
  for package in component-base client-go/pkg; do
    local at="$kubernetes/vendor/k8s.io/$package/version"
    link+=(-X "$at.gitVersion=v$server_version" -X "$at.gitMajor=1" -X "$at.gitMinor=20" -X "$at.gitTreeState=clean")
  done
  go build -ldflags "${link[*]}" -o "$destination/kube-apiserver" "$kubernetes/cmd/kube-apiserver"
}

say "fetching Go 1.19, etcd, kubectl and the Kubernetes source from Debian"
prepare_apt
fetch_packages
lay_out_source

export GOROOT="$scratch/root/usr/lib/go-1.19" GOPATH="$scratch/go" GOCACHE="$scratch/go-cache" GOFLAGS=
export GO111MODULE=off CGO_ENABLED=0 PATH="$scratch/root/usr/lib/go-1.19/bin:$PATH"
say "generating the OpenAPI definitions"
generate_openapi
say "compiling kube-apiserver $server_version"
compile_server
install -m 755 "$scratch/root/usr/bin/etcd" "$scratch/root/usr/bin/kubectl" "$destination/"
say "done"
