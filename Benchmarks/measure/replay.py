"""The requests of a check, for libcurl to send them again."""

import http.server
import os
import re
import tempfile
import threading

from . import processes


class Requests:
    """GET requests in a file, with the header fields that the publisher sends."""

    def __init__(self, headers, urls, folder):
        self.count = len(urls)
        self.headers, self.urls = os.path.join(folder, "headers"), os.path.join(folder, "urls")
        for path, lines in ((self.headers, headers), (self.urls, urls)):
            with open(path, "w") as file:
                file.write("".join(line + "\n" for line in lines))

    @classmethod
    def recorded(cls, publish, folder):
        """The requests of `publish --check -vv`, whose log names them."""
        folder = tempfile.mkdtemp(dir=folder)
        output = publish("--check", "-vv", "--color", "never", keeps_output=True).output
        urls = re.findall(r"^GET (\S+): (?:200|404), ", output, re.MULTILINE)
        if not urls or re.search(r"^(PUT|POST|PATCH|DELETE) ", output, re.MULTILINE):
            raise SystemExit(f"these requests cannot be sent again:\n{output[:2000]}")
        return cls(sent_headers(publish), urls, folder)

    def send(self, programs, connections):
        """Sends them over as many connections."""
        return processes.run(
            [programs.replay, self.headers, self.urls, str(connections)])


def sent_headers(publish):
    """The header fields of a request with a token, as a server gets them that knows nothing."""
    seen = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if "Authorization" in self.headers:
                seen.append([f"{name}: {value}" for name, value in self.headers.items()
                             if name.lower() not in ("host", "accept-encoding", "connection")])
            body = b'{"version": "1.5.10"}' if self.path.endswith("/version") else b"{}"
            self.send_response(200 if self.path.endswith("/version") else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        publish("--check", "--host", f"http://127.0.0.1:{server.server_port}", expected=None)
    finally:
        server.shutdown()
    return seen[0]
