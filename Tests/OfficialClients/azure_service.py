"""Stands in for Azure in tests: sign-in, Resource Manager's part of Machine Learning, MLflow runs.

Usage: azure_service.py FOLDER. It listens with TLS on a free port of 127.0.0.1, with a certificate
of an authority of its own that it makes in FOLDER by `openssl`; prints one line of JSON with the
address and the authority's file; ends when its standard input does.

It holds to recordings of the live service and to the published specification: shapes, status codes,
pages of two with `$skipToken`, views of archived things, creation times with seven decimals, errors
with `additionalInfo`. Microsoft's own client (`azure_client.py`) is the judge of it. What lies
under `/test/` is for tests alone: faults, expiry of tokens, the log of requests, runs, things.
"""

import base64
import datetime
import http.server
import json
import os
import re
import ssl
import subprocess
import sys
import threading
import time
import urllib.parse
import uuid

TENANT, CLIENT, SECRET = "tenant-1", "application-1", "the-client-secret"
SUBSCRIPTION, GROUP = "6f1c2d3e-0000-4000-8000-000000000001", "rg-1"
PAGE = 2
PREFIX = re.compile(
    r"/subscriptions/([^/]+)/resourcegroups/([^/]+)/providers/microsoft\.machinelearningservices"
    r"/(workspaces|registries)/([^/]+)(/.*)?$",
    re.IGNORECASE,
)
VERSIONED = ("models", "data")


class Refusal(Exception):
    """An answer that is an error."""

    def __init__(self, status, code, message, inner=None, headers=None):
        super().__init__(message)
        self.status, self.headers = status, headers or {}
        error = {"code": code, "message": message}
        if inner:  # As Machine Learning words it; Resource Manager itself has the first two only.
            error |= {
                "details": [],
                "additionalInfo": [
                    {"type": "ComponentName", "info": {"value": "managementfrontend"}},
                    {"type": "InnerError", "info": {"value": {"code": inner, "innerError": None}}},
                ],
            }
        self.body = {"error": error}


class State:
    """Everything that the service holds."""

    def __init__(self):
        self.lock = threading.RLock()
        self.resources = {}  # lower-cased path -> resource
        self.tokens = {}  # token -> moment of its end
        self.faults, self.log, self.runs = [], [], {}
        self.certificate = None
        self.claims = None
        self.last = datetime.datetime(2024, 5, 1, tzinfo=datetime.timezone.utc)

    def now(self):
        """A moment with seven decimals, each later than the one before."""
        self.last += datetime.timedelta(seconds=1, microseconds=1)
        return self.last.strftime("%Y-%m-%dT%H:%M:%S.%f") + "3+00:00"


STATE = State()


def system_data(old=None):
    """Who made a resource and who changed it."""
    now = STATE.now()
    made = {"createdAt": now, "createdBy": "Test Author", "createdByType": "User"}
    made |= {key: old[key] for key in made if old and key in old}
    return made | {
        "lastModifiedAt": now,
        "lastModifiedBy": "Test Author",
        "lastModifiedByType": "User",
    }


# --- Sign-in ------------------------------------------------------------------------------------


def issue(lifetime=3600):
    """A new token."""
    token = "issued." + uuid.uuid4().hex
    STATE.tokens[token] = time.time() + lifetime
    return token


def decoded(part):
    """A part of a JSON web token."""
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def check_assertion(assertion, audience, folder):
    """Whether a statement signed with the registered certificate's key says what it must."""
    head, claims, signature = assertion.split(".")
    header, claims_read = decoded(head), decoded(claims)
    if header.get("alg") == "none" or header.get("typ") != "JWT":
        return claims_read.get("sub") == "repo:contoso/models:environment:production"
    if not STATE.certificate or claims_read["aud"] != audience or claims_read["iss"] != CLIENT:
        return False
    if not claims_read.get("nbf", 0) <= time.time() <= claims_read["exp"]:
        return False
    names = [os.path.join(folder, uuid.uuid4().hex) for _ in range(3)]
    contents = (
        STATE.certificate.encode(),
        f"{head}.{claims}".encode(),
        base64.urlsafe_b64decode(signature + "=="),
    )
    for name, content in zip(names, contents):
        with open(name, "wb") as file:
            file.write(content)
    key = names[0] + ".key"
    subprocess.run(
        ["openssl", "x509", "-in", names[0], "-pubkey", "-noout", "-out", key], check=True
    )
    options = [] if header["alg"] == "RS256" else ["-sigopt", "rsa_padding_mode:pss"]
    result = subprocess.run(
        ["openssl", "dgst", "-sha256", "-verify", key, *options, "-signature", names[2], names[1]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return result.returncode == 0


def sign_in(form, url, folder):
    """The answer to a form of the client credentials grant."""
    STATE.claims = form.get("claims", STATE.claims)
    scope = form.get("scope", "")
    if form.get("grant_type") != "client_credentials" or not scope.endswith("/.default"):
        return 400, {"error": "invalid_request", "error_description": "AADSTS900144: bad request"}
    if form.get("client_id") != CLIENT:
        return 400, {
            "error": "unauthorized_client",
            "error_description": "AADSTS700016: Application not found. Trace ID: 1",
        }
    if "client_assertion" in form:
        good = check_assertion(form["client_assertion"], url, folder)
        code = "AADSTS700027: The certificate is not registered. Trace ID: 1"
    else:
        good = form.get("client_secret") == SECRET
        code = "AADSTS7000215: Invalid client secret provided. Trace ID: 1"
    if not good:
        return 401, {"error": "invalid_client", "error_description": code}
    return 200, {
        "token_type": "Bearer",
        "expires_in": 3599,
        "ext_expires_in": 3599,
        "access_token": issue(),
    }


def managed_identity(query, header):
    """The answer of a platform that gives the machine's identity."""
    if query.get("resource", "").endswith("/.default") or not query.get("resource"):
        return 400, {"error": "invalid_resource", "error_description": "not a resource"}
    if not header:
        return 400, {
            "error": "invalid_request",
            "error_description": "Required metadata header not specified",
        }
    return 200, {
        "access_token": issue(),
        "expires_on": str(int(time.time()) + 3600),
        "resource": query["resource"],
        "token_type": "Bearer",
    }


# --- Resources ----------------------------------------------------------------------------------


def not_found(message):
    """What Machine Learning says of a thing that is not there."""
    return Refusal(404, "UserError", message, inner="NotFoundError")


def locate(path):
    """The place that a path is in and the segments after it; refuses places that are not there."""
    match = PREFIX.match(path)
    if not match:
        raise Refusal(404, "InvalidResourceType", "The resource type could not be found.")
    subscription, group, kind, name, rest = match.groups()
    if subscription.lower() != SUBSCRIPTION:
        message = f"The subscription '{subscription}' was not found."
        raise Refusal(404, "SubscriptionNotFound", message)
    if group.lower() != GROUP:
        raise Refusal(404, "ResourceGroupNotFound", f"Resource group '{group}' was not found.")
    base = path[: len(path) - len(rest or "")]
    segments = [each for each in (rest or "").split("/") if each]
    if segments and base.lower() not in STATE.resources:
        raise Refusal(
            404,
            "ResourceNotFound",
            f"The Resource 'Microsoft.MachineLearningServices/{kind}/{name}' under resource group"
            f" '{group}' was not found.",
        )
    return base, kind, segments


def children(path):
    """The resources directly under a collection, oldest first."""
    prefix = path.lower() + "/"
    return [
        resource
        for key, resource in STATE.resources.items()
        if key.startswith(prefix) and "/" not in key[len(prefix) :]
    ]


def with_versions(resource):
    """A container with what the service computes from its versions."""
    versions = children(resource["id"] + "/versions")
    numbers = [int(each["name"]) for each in versions if each["name"].isdigit()]
    newest = max(versions, key=lambda each: each["systemData"]["createdAt"], default=None)
    computed = {
        "latestVersion": newest and newest["name"],
        "nextVersion": str(max(numbers, default=0) + 1),
    }
    return resource | {"properties": resource["properties"] | computed}


def get(path):
    """One resource."""
    _, _, segments = locate(path)
    resource = STATE.resources.get(path.lower())
    if not resource:
        if not segments:
            raise Refusal(404, "ResourceNotFound", f"The Resource '{path}' was not found.")
        raise not_found(f"{segments[-1]} was not found.")
    is_container = len(segments) == 2 and segments[0] in VERSIONED
    return with_versions(resource) if is_container else resource


def defaults(kind, segments, base, name):
    """The properties that the service adds."""
    common = {"description": None, "tags": {}, "properties": {}, "isArchived": False}
    if len(segments) == 4 and segments[0] == "models":
        return common | {
            "isAnonymous": False,
            "flavors": {},
            "jobName": None,
            "provisioningState": "Succeeded",
            "stage": None,
        }
    if segments[:1] == ["onlineEndpoints"]:
        added = {"provisioningState": "Succeeded"}
        if len(segments) == 2:
            added |= {"scoringUri": f"https://{name}.westeurope.inference.ml.azure.com/score"}
        return {"description": None, "properties": {}} | added
    if not segments and kind == "workspaces":
        place = base[base.index("/subscriptions") :]
        return {"mlFlowTrackingUri": f"azureml://{STATE.authority}/mlflow/v1.0{place}"}
    return {"status": "Completed"} if segments[:1] == ["jobs"] else common


def put(path, body):
    """Makes or replaces a resource; whether it is new, and the resource."""
    base, kind, segments = locate(path)
    old = STATE.resources.get(path.lower())
    name = path.rsplit("/", 1)[1]
    properties = body.get("properties") or {}
    if old and "modelUri" in old["properties"]:
        if properties.get("modelUri") != old["properties"]["modelUri"]:
            raise Refusal(400, "UserError", "Asset's path cannot be changed.", inner="BadArgument")
    if len(segments) == 4 and segments[0] in VERSIONED:
        container = path.rsplit("/versions/", 1)[0]
        if container.lower() not in STATE.resources:
            put(container, {"properties": {}})
    types = "/".join(["Microsoft.MachineLearningServices", kind, *segments[::2]])
    resource = {"id": path, "name": name, "type": types}
    outside = ("location", "tags", "identity", "kind", "sku")
    resource |= {key: body[key] for key in outside if key in body}
    given = {key: value for key, value in properties.items() if value is not None}
    resource["properties"] = defaults(kind, segments, base, name) | given
    resource["systemData"] = system_data(old and old["systemData"])
    STATE.resources[path.lower()] = resource
    return not old, resource


def delete(path):
    """Removes a resource and what is under it; whether it was there."""
    locate(path)
    path = path.lower()
    keys = [key for key in STATE.resources if key == path or key.startswith(path + "/")]
    for key in keys:
        del STATE.resources[key]
    return bool(keys)


def listed(path, query, url):
    """A page of a collection."""
    _, _, segments = locate(path)
    if len(segments) > 1 and path.rsplit("/", 1)[0].lower() not in STATE.resources:
        raise not_found(f"{segments[-2]} was not found.")
    items = children(path)
    view = query.get("listViewType", "ActiveOnly")
    if view not in ("ActiveOnly", "ArchivedOnly", "All"):
        raise Refusal(400, "UserError", f"'{view}' is no view.", inner="BadArgument")
    if segments[0] in VERSIONED and view != "All":
        wanted = view == "ArchivedOnly"
        items = [each for each in items if bool(each["properties"].get("isArchived")) == wanted]
    if query.get("$orderBy", "").lower().startswith("createdtime desc"):
        items = sorted(items, key=lambda each: each["systemData"]["createdAt"], reverse=True)
    start = int(query.get("$skipToken", "0").removeprefix("page+/"))
    size = min(int(query.get("$top", PAGE)), PAGE)
    page = items[start : start + size]
    if len(segments) == 1 and segments[0] in VERSIONED:
        page = [with_versions(each) for each in page]
    answer = {"value": page}
    if start + size < len(items):
        # Not as any library would encode it: a client must not build it anew.
        rest = {key: value for key, value in query.items() if key != "$skipToken"}
        items = [f"{key}={urllib.parse.quote_plus(value)}" for key, value in rest.items()]
        token = urllib.parse.quote(f"page+/{start + size}", safe="")
        answer["nextLink"] = f"{url}{path}?{'&'.join(items)}&$skipToken={token}"
    return answer


def is_collection(path):
    """Whether a path names a collection rather than a thing."""
    match = PREFIX.match(path)
    return bool(match) and len([each for each in (match[5] or "").split("/") if each]) % 2 == 1


# --- HTTP ---------------------------------------------------------------------------------------


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers requests of one connection."""

    protocol_version = "HTTP/1.1"
    timeout = 300

    def setup(self):
        # The handshake happens here, on the connection's own thread.
        self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def log_message(self, *arguments):
        pass

    def answer(self, status, body=None, headers=None):
        content = b"" if body is None else body
        if not isinstance(content, bytes):
            content = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        if content:
            kind = "text/html" if content.startswith(b"<") else "application/json; charset=utf-8"
            self.send_header("Content-Type", kind)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def handle_request(self):
        length = int(self.headers.get("Content-Length") or 0)
        content = self.rfile.read(length)
        url = urllib.parse.urlsplit(self.path)
        path = urllib.parse.unquote(url.path).rstrip("/")
        query = dict(urllib.parse.parse_qsl(url.query))
        with STATE.lock:
            try:
                status, body, headers = self.route(path, query, content)
            except Refusal as refusal:
                status, body, headers = refusal.status, refusal.body, refusal.headers
            except (KeyError, ValueError, TypeError) as error:
                status, headers = 500, {}
                body = {"error": {"code": "Broken", "message": repr(error)}}
            if not path.startswith("/test/"):
                STATE.log.append({"method": self.command, "target": self.path, "status": status})
        headers = {"x-ms-correlation-request-id": str(uuid.uuid4())} | (headers or {})
        self.answer(status, body, headers)

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = handle_request

    def route(self, path, query, content):
        base = f"https://{STATE.authority}"
        if path.startswith("/test/"):
            return 200, self.control(path, json.loads(content or b"null")), {}
        if path.endswith("/.well-known/openid-configuration"):
            tenant = f"{base}/{path.split('/')[1]}"
            return 200, {
                "token_endpoint": f"{tenant}/oauth2/v2.0/token",
                "authorization_endpoint": f"{tenant}/oauth2/v2.0/authorize",
                "issuer": f"{tenant}/v2.0",
            }, {}
        fault = self.fault(path)
        if fault:
            return fault["status"], fault.get("body", "").encode(), fault.get("headers", {})
        if path == f"/{TENANT}/oauth2/v2.0/token":
            form = dict(urllib.parse.parse_qsl(content.decode()))
            return *sign_in(form, base + path, self.server.folder), {}
        if path == "/msi/token":
            return *managed_identity(query, self.headers.get("X-IDENTITY-HEADER") == "platform"), {}
        if path == "/metadata/identity/oauth2/token":
            return *managed_identity(query, self.headers.get("Metadata") == "true"), {}
        if path == "/github/token":
            return *self.github(query), {}
        if path == "/metadata/endpoints":
            return 200, [{
                "name": "Test", "resourceManager": base, "authentication": {"loginEndpoint": base}
            }], {}
        self.authorize()
        if path.startswith("/mlflow/v2.0/"):
            return *self.mlflow(path, query), {}
        return self.resource_manager(path, query, content, base)

    def github(self, query):
        if self.headers.get("Authorization") != "bearer github-request-token":
            return 401, {"message": "bad credentials"}
        head = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=")
        claims = {"sub": "repo:contoso/models:environment:production", "aud": query.get("audience")}
        body = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=")
        return 200, {"value": f"{head.decode()}.{body.decode()}.c2ln"}

    def fault(self, path):
        for fault in STATE.faults:
            if re.search(fault["path"], path) and fault.get("times", 1) > 0:
                fault["times"] = fault.get("times", 1) - 1
                return fault
        return None

    def authorize(self):
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        end = STATE.tokens.get(token)
        if end is None:
            raise Refusal(
                401, "InvalidAuthenticationToken", "The access token is invalid.",
                headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )
        if end <= time.time():
            raise Refusal(
                401, "ExpiredAuthenticationToken", "The access token expiry UTC time has passed.",
                headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )

    def mlflow(self, path, query):
        run = STATE.runs.get(query.get("run_id") or query.get("run_uuid"))
        if not path.endswith("/api/2.0/mlflow/runs/get") or not run:
            return 404, {"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "Run was not found."}
        return 200, {"run": run}

    def resource_manager(self, path, query, content, base):
        if "api-version" not in query:
            raise Refusal(400, "MissingApiVersionParameter", "The api-version is required.")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d(-\w+)?", query["api-version"]):
            raise Refusal(400, "InvalidApiVersionParameter", "The api-version is invalid.")
        if "/mfeOperationsStatus/" in path:
            return 200, {"status": "Succeeded"}, {}
        if self.command == "GET":
            return 200, listed(path, query, base) if is_collection(path) else get(path), {}
        if self.command == "DELETE":
            return 200 if delete(path) else 204, None, {}
        if self.command != "PUT" or is_collection(path):
            raise Refusal(405, "MethodNotAllowed", "The method is not supported.")
        is_new, resource = put(path, json.loads(content))
        headers = {}
        if "/onlineEndpoints/" in path:
            operation = f"{path}/mfeOperationsStatus/oe:{uuid.uuid4()}"
            link = f"{base}{operation}?api-version={query['api-version']}"
            headers["Azure-AsyncOperation"] = link
        return 201 if is_new else 200, resource, headers

    def control(self, path, body):
        """What tests ask for."""
        if path == "/test/faults":
            STATE.faults = body
        elif path == "/test/expire":
            STATE.tokens = {token: 0 for token in STATE.tokens}
        elif path == "/test/certificate":
            STATE.certificate = body
        elif path == "/test/runs":
            STATE.runs |= body
        elif path == "/test/properties":
            for key, properties in body.items():
                STATE.resources[key.lower()]["properties"] |= properties
        elif path == "/test/put":
            return put(body["path"], body["body"])[1]
        elif path == "/test/token":
            return issue()
        elif path == "/test/requests":
            return STATE.log
        elif path == "/test/clear":
            STATE.log = []
        else:
            return None
        return {}


class Server(http.server.ThreadingHTTPServer):
    """Serves each connection on a thread of its own."""

    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request, client_address):
        pass  # A client that goes away is none.


def openssl(folder, *arguments):
    """Runs openssl in a folder."""
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, stderr=subprocess.DEVNULL)


def make_certificate(folder):
    """An authority and a certificate of it for this machine; Python wants a critical usage."""
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl(
        folder, "req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
        "-subj", "/CN=Test Authority", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
    )
    own = ("-keyout", "key.pem", "-out", "request", "-subj", "/CN=localhost")
    openssl(folder, "req", *curve, *own)
    with open(os.path.join(folder, "names"), "w", encoding="utf-8") as file:
        file.write("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
        file.write("keyUsage=critical,digitalSignature\n")
    openssl(
        folder, "x509", "-req", "-in", "request", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2",
        "-out", "certificate.pem", "-extfile", "names",
    )


def main():
    """Serves until the standard input ends."""
    folder = sys.argv[1]
    make_certificate(folder)
    server = Server(("127.0.0.1", 0), Handler)
    server.folder = folder
    server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.context.load_cert_chain(
        os.path.join(folder, "certificate.pem"), os.path.join(folder, "key.pem")
    )
    STATE.authority = f"127.0.0.1:{server.server_port}"
    place = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/{GROUP}/providers"
    place += "/Microsoft.MachineLearningServices"
    workspace = {"workspaceId": str(uuid.uuid4())}
    put(f"{place}/workspaces/ws-1", {"location": "westeurope", "properties": workspace})
    put(f"{place}/registries/registry-1", {"location": "westeurope", "properties": {}})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    announcement = {"url": f"https://{STATE.authority}", "authority": f"{folder}/ca.pem"}
    print(json.dumps(announcement), flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
