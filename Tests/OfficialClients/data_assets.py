"""Services, databases, schemas, tables, stored procedures and models, through the official client."""

from metadata.generated.schema.api.data.createDatabase import CreateDatabaseRequest
from metadata.generated.schema.api.data.createDatabaseSchema import CreateDatabaseSchemaRequest
from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.data.createStoredProcedure import CreateStoredProcedureRequest
from metadata.generated.schema.api.data.createTable import CreateTableRequest
from metadata.generated.schema.api.services.createDatabaseService import (
    CreateDatabaseServiceRequest,
)
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.database import Database
from metadata.generated.schema.entity.data.databaseSchema import DatabaseSchema
from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.generated.schema.entity.data.storedProcedure import StoredProcedure
from metadata.generated.schema.entity.data.table import Column, DataType, Table
from metadata.generated.schema.entity.services.databaseService import DatabaseService
from metadata.generated.schema.entity.services.mlmodelService import MlModelService

from entity_life import label, live
from official_client import connect, report, watched

COLUMNS = [
    Column(name="order id", dataType=DataType.INT, tags=[label("PII.None")]),
    Column(name="code", dataType=DataType.VARCHAR, dataLength=20),
    Column(name="tags", dataType=DataType.ARRAY, arrayDataType=DataType.STRING),
    Column(
        name="place",
        dataType=DataType.STRUCT,
        children=[Column(name="lat", dataType=DataType.DOUBLE)],
    ),
]


def run(client):
    requests = [
        (DatabaseService, CreateDatabaseServiceRequest(name="shop", serviceType="Postgres")),
        (Database, CreateDatabaseRequest(name="db", service="shop")),
        (DatabaseSchema, CreateDatabaseSchemaRequest(name="public", database="shop.db")),
        (
            Table,
            CreateTableRequest(name="orders.2026", databaseSchema="shop.db.public", columns=COLUMNS),
        ),
        (
            StoredProcedure,
            CreateStoredProcedureRequest(
                name="tidy",
                databaseSchema="shop.db.public",
                storedProcedureCode={"language": "SQL", "code": "SELECT 1"},
            ),
        ),
        (MlModelService, CreateMlModelServiceRequest(name="Models", serviceType="CustomMlModel")),
        (
            MlModel,
            CreateMlModelRequest(
                name="Revenue Predictions",
                service="Models",
                algorithm="XGBoost",
                mlFeatures=[{"name": "f", "dataType": "numerical", "tags": [label("PII.None")]}],
                tags=[label("Tier.Tier1")],
            ),
        ),
    ]
    return {kind.__name__: live(client, kind, request) for kind, request in requests}


if __name__ == "__main__":
    with watched():
        report(run(connect()))
