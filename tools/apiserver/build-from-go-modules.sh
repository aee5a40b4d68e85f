#!/usr/bin/env bash
# Builds programs of one version of Kubernetes, or etcd, from Go modules with the ordinary Go client.
#
#   build-from-go-modules.sh VERSION DIR PROGRAM...
#   build-from-go-modules.sh 1.37.2 DIR kube-apiserver kubectl
#   build-from-go-modules.sh 3.6.13 DIR etcd
#
# Nothing is installed on the machine; modules and objects that were compiled stay in Go's own caches. Progress goes to
# stderr.
set -euo pipefail

readonly usage="usage: build-from-go-modules.sh VERSION DIR PROGRAM..."
readonly version=${1:?$usage} destination=${2:?$usage}
readonly programs=("${@:3}")

scratch=$(mktemp -d "${TMPDIR:-/tmp}/kubeschema-apiserver-XXXXXX")
readonly scratch
trap 'rm -rf "$scratch"' EXIT

export CGO_ENABLED=0 GO111MODULE=on GOWORK=off GOTMPDIR="$scratch"

say() { printf 'build: %s\n' "$*" >&2; }

# Compiles the module in the current folder.
compile() { # PROGRAM [LINKER FLAG...]
  go mod tidy >&2
  say "compiling $1"
  go build -trimpath -ldflags "-s -w ${*:2}" -o "$destination/$1" .
}

# A module whose main function is that of a program of Kubernetes.
build_program() { # PROGRAM, the package of its command, the command's constructor
  local name=$1 package=$2 constructor=$3 go_mod
  say "fetching the modules of $name $version"
  mkdir -p "$scratch/$name"
  cd "$scratch/$name"
  go_mod=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"GoMod": "\(.*\)",*/\1/p')
  {
    printf 'module kubeschema.local/%s\n\n' "$name"
    # `godebug` sets how the standard library behaves; a program is to behave as its makers built it.
    grep -E '^(go|godebug) ' "$go_mod"
    printf 'require k8s.io/kubernetes v%s\nreplace (\n' "$version"
    # Its own go.mod replaces these by folders of its repository. The same code is published as modules: v1.37.2 of
    # Kubernetes has v0.37.2 of them.
    grep -oE 'k8s\.io/[a-z-]+ => \./staging' "$go_mod" |
      awk -v version="v0.${version#1.}" '{ print "\t" $1 " => " $1 " " version }' | sort -u
    printf ')\n'
  } >go.mod
  printf 'package main\n\nimport (\n\t"os"\n\n\t"k8s.io/component-base/cli"\n\t"%s"\n)\n\nfunc main() { os.Exit(cli.Run(%s)) }\n' \
    "$package" "$constructor" >main.go
  # Without these it calls itself v0.0.0-master, and clients that look at the version go wrong.
  local at=k8s.io/component-base/version minor=${version#*.}
  compile "$name" -X "$at.gitVersion=v$version" -X "$at.gitMajor=1" -X "$at.gitMinor=${minor%%.*}" \
    -X "$at.gitTreeState=clean"
}

build_etcd() {
  say "fetching the modules of etcd $version"
  mkdir -p "$scratch/etcd"
  cd "$scratch/etcd"
  printf 'module kubeschema.local/etcd\n\ngo 1.25.0\n\nrequire go.etcd.io/etcd/server/v3 v%s\n' "$version" >go.mod
  printf 'package main\n\nimport (\n\t"os"\n\n\t"go.etcd.io/etcd/server/v3/etcdmain"\n)\n\nfunc main() { etcdmain.Main(os.Args) }\n' \
    >main.go
  compile etcd
}

for program in "${programs[@]}"; do
  case $program in
    etcd) build_etcd ;;
    kube-apiserver) build_program "$program" k8s.io/kubernetes/cmd/kube-apiserver/app 'app.NewAPIServerCommand()' ;;
    kube-controller-manager)
      build_program "$program" k8s.io/kubernetes/cmd/kube-controller-manager/app 'app.NewControllerManagerCommand()'
      ;;
    kubectl) build_program "$program" k8s.io/kubectl/pkg/cmd 'cmd.NewDefaultKubectlCommand()' ;;
    *)
      printf 'cannot build "%s"\n' "$program" >&2
      exit 2
      ;;
  esac
done
