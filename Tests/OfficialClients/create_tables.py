"""Creates the sample database's tables with the official client, without any PostgreSQL."""

from metadata.generated.schema.api.data.createDatabase import CreateDatabaseRequest
from metadata.generated.schema.api.data.createDatabaseSchema import CreateDatabaseSchemaRequest
from metadata.generated.schema.api.data.createTable import CreateTableRequest
from metadata.generated.schema.api.services.createDatabaseService import (
    CreateDatabaseServiceRequest,
)
from metadata.generated.schema.entity.data.table import Column, DataType
from metadata.generated.schema.entity.services.databaseService import DatabaseServiceType

from official_client import connect, report, watched

TABLES = {
    "orders": {
        "order_id": DataType.INT,
        "created_at": DataType.TIMESTAMPZ,
        "restaurant_id": DataType.INT,
        "user_id": DataType.INT,
        "last_update": DataType.TIMESTAMPZ,
    },
    "restaurants": {
        "restaurant_id": DataType.INT,
        "type": DataType.TEXT,
        "rating": DataType.INT,
        "average_price": DataType.INT,
        "restaurant_address": DataType.TEXT,
    },
    "users": {
        "user_id": DataType.INT,
        "total_orders": DataType.INT,
        "last_order_id": DataType.INT,
        "premium": DataType.BOOLEAN,
        "user_address": DataType.TEXT,
    },
}


def create_tables(client):
    """Service, database, schema and tables, each by create-or-update; the tables' names."""
    service = client.create_or_update(
        CreateDatabaseServiceRequest(name="demo_pg", serviceType=DatabaseServiceType.Postgres)
    )
    database = client.create_or_update(
        CreateDatabaseRequest(name="postgres", service=service.fullyQualifiedName)
    )
    schema = client.create_or_update(
        CreateDatabaseSchemaRequest(name="public", database=database.fullyQualifiedName)
    )
    for name, columns in TABLES.items():
        table = client.create_or_update(
            CreateTableRequest(
                name=name,
                databaseSchema=schema.fullyQualifiedName,
                columns=[Column(name=key, dataType=value) for key, value in columns.items()],
            )
        )
        yield table.fullyQualifiedName.root


if __name__ == "__main__":
    with watched():
        report({"tables": list(create_tables(connect()))})
