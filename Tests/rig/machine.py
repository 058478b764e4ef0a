"""A Debian 12 of its own, with nothing but its base and systemd, which starts as a machine does; wants root."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from rig.places import ROOT

# Where bin/setup long lays it out.
BASE = ROOT / ".debian"
PATIENCE = 120

# A group of processes of its own, then every kind of namespace but the network's: what it serves can be asked here.
ENTER = """
mount -t cgroup2 cgroup2 "$GROUPS_AT" && mkdir "$GROUPS_AT/$NAME" && echo $$ > "$GROUPS_AT/$NAME/cgroup.procs"
exec unshare --mount --pid --uts --ipc --cgroup --fork --kill-child sh -euc "$BOOT"
"""
# The settings of the kernel are shared, and may only be read.
BOOT = """
mount --bind "$MACHINE" "$MACHINE"
cd "$MACHINE"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
for place in run tmp dev; do mount -t tmpfs tmpfs $place; done
chmod 755 run dev
for device in null zero full random urandom tty; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mkdir -p dev/pts dev/shm mnt/outside
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
pivot_root . mnt/outside
umount -l /mnt/outside
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd
"""
CLEAR = 'mount -t cgroup2 cgroup2 "$GROUPS_AT" && find "$GROUPS_AT/$NAME" -depth -type d -exec rmdir {} +'
SETTINGS = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive",
    # How this machine reaches others is how that one does.
    **{name: value for name, value in os.environ.items() if name.lower() in ("http_proxy", "https_proxy", "no_proxy")},
}


class Machine:
    def __init__(self, folder: Path):
        assert (BASE / "etc/debian_version").exists(), "No Debian here: run bin/setup long, which says why."
        self.root = folder / "machine"
        self.log = folder / "machine.log"
        subprocess.run(["cp", "-a", BASE, self.root], check=True)
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf", follow_symlinks=True)
        (folder / "groups").mkdir()
        self._environment = os.environ | {
            "GROUPS_AT": str(folder / "groups"), "NAME": f"weefsel-{os.getpid()}-{time.monotonic_ns()}",
            "MACHINE": str(self.root), "BOOT": BOOT}

    def start(self) -> "Machine":
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                ["unshare", "--mount", "sh", "-euc", ENTER], env=self._environment, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log)
        limit = time.monotonic() + PATIENCE
        while self._attempt("systemctl is-system-running --wait").stdout.strip() not in ("running", "degraded"):
            assert self.process.poll() is None and time.monotonic() < limit, self.log.read_text()
            time.sleep(0.2)
        return self

    def run(self, commands: str, code: int = 0) -> str:
        """Commands as root at its terminal, from /root; each must go well. Gives back what they printed."""
        done = self._attempt(commands)
        assert done.returncode == code, f"{commands}\ngave {done.returncode}\n{done.stdout}"
        return done.stdout

    def close(self) -> None:
        first = self._first()
        if first:
            os.kill(first, 9)
        self.process.wait(PATIENCE)
        subprocess.run(["unshare", "--mount", "sh", "-euc", CLEAR], env=self._environment, check=True)

    # Private

    def _attempt(self, commands: str) -> subprocess.CompletedProcess:
        first = self._first()
        if not first:
            return subprocess.CompletedProcess(commands, 1, stdout="")
        settings = [f"{name}={value}" for name, value in SETTINGS.items()]
        return subprocess.run(
            ["nsenter", "-t", str(first), "-a", "env", "-i", *settings, "sh", "-euc", f"cd /root\n{commands}"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)

    def _first(self) -> int | None:
        """Its first process, as this machine knows it, once that is systemd."""
        process = f"/proc/{self.process.pid}"
        try:
            child = Path(f"{process}/task/{self.process.pid}/children").read_text().split()[0]
            return int(child) if os.readlink(f"/proc/{child}/exe").endswith("systemd") else None
        except (OSError, IndexError):
            return None
