"""Prints what a program is made of and linked to, as CycloneDX 1.6 in JSON.

    bill_of_materials.py PROGRAM VERSION

Read from the program itself: the libraries that its dynamic section names, each with the Debian
package of this machine that brings it, and the libraries of Swift, which a release holds within.
A library that is not in the table of licences is an error: whoever links a new one adds it.
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

# By the beginning of the library's name.
LICENCES = {
    "libcurl": "curl",
    "libyaml": "MIT",
    "libcrypto": "Apache-2.0",
    "libstdc++": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgcc_s": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libc": "LGPL-2.1-or-later",
    "libm": "LGPL-2.1-or-later",
    "ld-linux": "LGPL-2.1-or-later",
}


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def needed(program):
    """The names in the dynamic section, in its order."""
    return re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "--dynamic", "--wide", program))


def places(program):
    """Where this machine has each library."""
    return dict(re.findall(r"^\t(?:(?:.*/)?(\S+) => )?(\S+) \(0x", output("ldd", program), re.M)) | {
        pathlib.Path(path).name: path
        for path in re.findall(r"^\t(/\S+) \(0x", output("ldd", program), re.M)
    }


def licence(library):
    for name, expression in LICENCES.items():
        if re.match(re.escape(name) + "[-.]", library):
            return expression
    sys.exit(f"bill_of_materials: {library} is linked, and its licence is not known here")


def package(path):
    """The Debian package that brings a file: name, version, architecture."""
    real = os.path.realpath(path)
    for candidate in (path, real, real.removeprefix("/usr"), "/usr" + path):
        found = subprocess.run(["dpkg", "--search", candidate], capture_output=True, text=True)
        if found.returncode == 0:
            name = found.stdout.split(": ")[0]
            query = "${Package}\n${Version}\n${Architecture}"
            return output("dpkg-query", "--show", f"--showformat={query}", name).split("\n")
    sys.exit(f"bill_of_materials: no package of this machine brings {path}")


def distribution():
    lines = pathlib.Path("/etc/os-release").read_text().splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    return values["ID"].strip('"'), values.get("VERSION_ID", "").strip('"')


def from_system(libraries, where):
    """One component for each package that brings any of the libraries."""
    packages = {}
    for library in libraries:
        packages.setdefault(tuple(package(where[library])), []).append(library)
    system, release = distribution()
    return [
        {
            "type": "library",
            "bom-ref": f"{name}@{version}",
            "name": name,
            "version": version,
            "description": "taken from the system that runs the program",
            "scope": "required",
            "licenses": [{"expression": licence(brought[0])}],
            "purl": f"pkg:deb/{system}/{name}@{version.replace('+', '%2B').replace(':', '%3A')}"
            f"?arch={architecture}&distro={system}-{release}",
            "properties": [{"name": "mlcatalog:linked", "value": library} for library in brought],
        }
        for (name, version, architecture), brought in packages.items()
    ]


def swift():
    version = re.search(r"Swift version ([0-9.]+)", output("swift", "--version")).group(1)
    return {
        "type": "library",
        "bom-ref": f"swift@{version}",
        "name": "Swift standard library, concurrency, regular expressions, Foundation essentials",
        "description": "within the program",
        "version": version,
        "scope": "required",
        "licenses": [{"expression": "Apache-2.0 WITH Swift-exception"}],
        "purl": f"pkg:github/swiftlang/swift@swift-{version}-RELEASE",
    }


def bill(program, version):
    where = places(program)
    system = [name for name in sorted(needed(program)) if "/swift/" not in where[name]]
    components = [swift(), *from_system(system, where)]
    digest = hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()
    subject = f"mlcatalog@{version}"
    made = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # Made from what it describes, so that the same program has the same bill.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{subject}/{digest}')}",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": subject,
                "name": "mlcatalog",
                "version": version,
                "hashes": [{"alg": "SHA-256", "content": digest}],
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": subject, "dependsOn": [component["bom-ref"] for component in components]},
            *({"ref": component["bom-ref"]} for component in components),
        ],
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(bill(sys.argv[1], sys.argv[2]), indent=2))
