#!/bin/bash
# run.sh [--all]: checks Statistics and Disclosure with programs that share nothing with them.
# PYTHON names a Python with what Tests/requirements.txt lists.
set -uo pipefail
checks=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-$checks/../../.venv/bin/python}
export PYTHONDONTWRITEBYTECODE=1
tables=60 trees=1000 figures=300
if [ "${1:-}" = --all ]; then tables=600 trees=10000 figures=2000; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# report NAME SECONDS STATUS FILE: one line a check; what it complained of, if it failed.
report() {
    local word=ok
    if [ "$3" -ne 0 ]; then
        word=FAILED failed=$((failed + 1))
        sed 's/^/    /' "$4.err" >&2
    fi
    printf '%-22s %4d s  %-6s %s\n' "$1" "$2" "$word" "$(tail -n 1 "$4")"
}

# check NAME COMMAND...
check() {
    local name=$1 start=$SECONDS status=0
    shift
    "$@" >"$work/$name" 2>"$work/$name.err" || status=$?
    report "$name" $((SECONDS - start)) $status "$work/$name"
    return $status
}

statistics() { "$work/base/TreeForge" tables $tables 1 | "$python" "$checks/statistics_check.py"; }
disclosure() { "$work/base/TreeForge" trees $trees 2 | "$python" "$checks/disclosure_rank.py"; }
figures() { "$work/base/TreeForge" trees $figures 3 | "$python" "$checks/published_figures.py"; }

# A mutant is killed when a tree leaks; one that cannot be made, stumbles, or is not found out, fails.
mutant() {
    local name=$1 start=$SECONDS status=1
    local file=$work/mutant-$name
    if "$checks/forge.sh" "$work/$name" "$checks/mutants/$name.patch" "$work/base" 2>"$file.err"; then
        leaks "$work/$name/TreeForge" >"$file" 2>>"$file.err" && status=0
    fi
    echo "$((SECONDS - start)) $status" >"$file.end"
}

# leaks FORGE: the attack says 3 when a tree leaks. It reads no further then, which ends the forge with 141.
leaks() {
    local ends
    "$1" trees 1000 7 | "$python" "$checks/disclosure_rank.py" --until-leak
    ends="${PIPESTATUS[*]}"
    [ "$ends" = "0 3" ] || [ "$ends" = "141 3" ] || { echo "forge and attack ended with $ends" >&2; return 1; }
}

check forge "$checks/forge.sh" "$work/base"
if [ $failed -eq 0 ]; then
    check statistics statistics &
    first=$!
    check figures figures
    wait $first || failed=$((failed + 1))
    check disclosure disclosure
    names=$(cd "$checks/mutants" && ls -- *.patch | sed 's/\.patch$//')
    for name in $names; do
        while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
        mutant "$name" &
    done
    wait
    for name in $names; do
        read -r seconds status <"$work/mutant-$name.end"
        touch "$work/mutant-$name"
        report "without-$name" "$seconds" "$status" "$work/mutant-$name"
    done
fi
printf '%d s, %d failed\n' $SECONDS $failed
exit $((failed > 0))
