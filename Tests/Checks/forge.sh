#!/bin/bash
# forge.sh FOLDER [PATCH [BASE]]: compiles TreeForge and the pure modules into FOLDER, without the package manager.
# With a patch, a mutant: a copy of the sources with the patch applied, on the modules of BASE that no patch touches.
set -euo pipefail
shopt -s extglob
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$1 patch=${2:-} base=${3:-$1}
mkdir -p "$out"
sources=$root/Sources
if [ -n "$patch" ]; then
    mkdir -p "$out/Sources/Surveys"
    cp -r "$root/Sources/Disclosure" "$out/Sources/"
    cp -r "$root/Sources/Surveys/Results" "$root/Sources/Surveys/Blocks" "$out/Sources/Surveys/"
    # Outside a repository git applies a patch to plain files; it fails where the lines have changed.
    (cd "$out" && GIT_CEILING_DIRECTORIES=$(dirname "$out") git apply "$patch")
    sources=$out/Sources
fi

habits=(-swift-version 6 -warnings-as-errors -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility)

# module NAME FILES...
module() {
    local name=$1
    shift
    swiftc "${habits[@]}" ${speed:-} -wmo -parse-as-library -module-name "$name" -I "$out" -I "$base" \
        -emit-module -emit-module-path "$out/$name.swiftmodule" -c -o "$out/$name.o" "$@"
}

if [ "$base" = "$out" ]; then
    speed=${SPEED:-}
    module Files "$sources"/Files/*.swift
    module Core "$sources"/Core/*.swift
    module Statistics "$sources"/Statistics/*.swift &
    # The types of a questionnaire. The reader of packs, which needs YAML, lies in folders, and its door is PackFolder.
    module Methods "$sources"/Methods/!(PackFolder).swift
    wait $!
fi
module Disclosure "$sources"/Disclosure/*.swift
module Surveys "$sources"/Surveys/Blocks/Group.swift "$sources"/Surveys/Results/*.swift
module TreeForge "$root"/Tests/Checks/TreeForge/*.swift
swiftc -o "$out/TreeForge" "$out"/{Disclosure,Surveys,TreeForge}.o "$base"/{Files,Core,Methods,Statistics}.o
