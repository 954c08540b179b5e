"""Runs the official PostgreSQL connector, as `metadata ingest` does, against a catalog.

Usage: ingest_postgres.py URL [SERVICE]. The URL is postgresql://USER:PASSWORD@HOST:PORT/DATABASE,
the service is called demo_pg unless it is given. Ends with status 1 when the connector reports a
failure.
"""

import sys
from urllib.parse import unquote, urlsplit

import connector


def source(url, service="demo_pg"):
    """The database as the connector's YAML file describes it."""
    parts = urlsplit(url)
    return {
        "type": "postgres",
        "serviceName": service,
        "serviceConnection": {
            "config": {
                "type": "Postgres",
                "username": unquote(parts.username),
                "authType": {"password": unquote(parts.password)},
                "hostPort": f"{parts.hostname}:{parts.port}",
                "database": unquote(parts.path[1:]),
            }
        },
        "sourceConfig": {
            "config": {
                "type": "DatabaseMetadata",
                "includeTables": True,
                "includeViews": True,
                "schemaFilterPattern": {"excludes": ["^information_schema$"]},
            }
        },
    }


if __name__ == "__main__":
    connector.run(source(*sys.argv[1:]))
