"""The playground's server as a process of its own, and what it holds."""

import http.client
import json
import os
import subprocess
import tempfile
import time


class Catalog:
    """A catalog of which an administrator made a bot that publishes.

    `latency` in milliseconds is added to every answer.
    """

    def __init__(self, program, latency=0, data=None):
        self.folder = tempfile.TemporaryDirectory()
        ready = os.path.join(self.folder.name, "ready")
        data = data or os.path.join(self.folder.name, "catalog.db")
        command = [program, "serve", "--port", "0", "--data", data, "--ready-file", ready]
        if latency:
            faults = os.path.join(self.folder.name, "faults.json")
            with open(faults, "w") as file:
                json.dump([{"fault": "latency", "milliseconds": latency}], file)
            command += ["--faults", faults]
        log = os.path.join(self.folder.name, "log")
        with open(log, "w") as file:
            self.process = subprocess.Popen(command, stdout=file, stderr=file)
        while not (os.path.exists(ready) and open(ready).read().strip()):
            if self.process.poll() is not None:
                raise SystemExit(f"the catalog does not start: {open(log).read()}")
            time.sleep(0.01)
        self.url = open(ready).read().strip()
        self.connection = http.client.HTTPConnection(self.url.removeprefix("http://"))
        self.token = None
        self.token = self.call("POST", "users/login", {
            "email": "admin@open-metadata.org", "password": "YWRtaW4="})["accessToken"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def call(self, method, path, body=None):
        """A request as JSON; ends the benchmark when it is refused."""
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        self.connection.request(
            method, f"/api/v1/{path}", json.dumps(body) if body is not None else None, headers)
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 300:
            raise SystemExit(f"{method} {path}: {response.status} {text[:300]}")
        return json.loads(text)

    def raw(self, path):
        """The bytes of an answer."""
        self.connection.request(
            "GET", f"/api/v1/{path}", None, {"Authorization": f"Bearer {self.token}"})
        return self.connection.getresponse().read()

    def make_bot(self, name="publisher"):
        """The token of a new bot that may do what the ingestion bot may."""
        role = self.call("GET", "roles/name/IngestionBotRole")
        user = self.call("PUT", "users", {
            "name": name, "email": f"{name}@open-metadata.org", "isBot": True,
            "roles": [role["id"]],
            "authenticationMechanism": {
                "authType": "JWT", "config": {"JWTTokenExpiry": "Unlimited"}}})
        self.call("PUT", "bots", {"name": name, "botUser": name})
        return self.call("GET", f"users/token/{user['id']}")["JWTToken"]

    def add_schema(self, service, database, schema):
        """An empty schema; its name."""
        self.call("PUT", "services/databaseServices", {
            "name": service, "serviceType": "Postgres",
            "connection": {"config": {"type": "Postgres"}}})
        self.call("PUT", "databases", {"name": database, "service": service})
        self.call("PUT", "databaseSchemas", {"name": schema, "database": f"{service}.{database}"})
        return f"{service}.{database}.{schema}"

    def add_table(self, schema, name, columns):
        """A table of a schema; `columns` are pairs of name and type."""
        self.call("PUT", "tables", {
            "name": name, "databaseSchema": schema,
            "columns": [{"name": column, "dataType": kind} for column, kind in columns]})
