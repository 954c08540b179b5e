"""Drives a catalog with the official client: each line in is a server, each line out what it saw."""

import json
import sys

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.bot import Bot
from metadata.generated.schema.entity.classification.classification import Classification
from metadata.generated.schema.entity.classification.tag import Tag
from metadata.generated.schema.entity.data.database import Database
from metadata.generated.schema.entity.data.databaseSchema import DatabaseSchema
from metadata.generated.schema.entity.data.mlmodel import (
    FeatureSource,
    MlFeature,
    MlHyperParameter,
    MlModel,
    MlStore,
)
from metadata.generated.schema.entity.data.storedProcedure import StoredProcedure
from metadata.generated.schema.entity.data.table import Table
from metadata.generated.schema.entity.policies.policy import Policy
from metadata.generated.schema.entity.services.connections.metadata.openMetadataConnection import (
    AuthProvider,
    OpenMetadataConnection,
)
from metadata.generated.schema.entity.services.databaseService import DatabaseService
from metadata.generated.schema.entity.services.mlmodelService import MlModelService
from metadata.generated.schema.entity.teams.role import Role
from metadata.generated.schema.entity.teams.team import Team
from metadata.generated.schema.entity.teams.user import User
from metadata.generated.schema.security.client.openMetadataJWTClientConfig import (
    OpenMetadataJWTClientConfig,
)
from metadata.generated.schema.type.entityReference import EntityReference
from metadata.ingestion.ometa.ometa_api import OpenMetadata

KINDS = [
    Table, MlModel, MlModelService, DatabaseService, Database, DatabaseSchema, StoredProcedure,
    User, Team, Role, Policy, Classification, Tag,
]


def client(base_url, token):
    return OpenMetadata(
        OpenMetadataConnection(
            hostPort=base_url + "/api",
            authProvider=AuthProvider.openmetadata,
            securityConfig=OpenMetadataJWTClientConfig(jwtToken=token),
        )
    )


def publish(metadata):
    """Publishes a model with lineage the way the demo of OpenMetadata does."""
    table = metadata.get_by_name(entity=Table, fqn="shop.db.public.orders")
    metadata.create_or_update(
        CreateMlModelServiceRequest(name="CustomMLService", serviceType="CustomMlModel")
    )
    source = FeatureSource(
        name="order id",
        dataType="integer",
        dataSource=EntityReference(
            id=table.id, type="table", name="orders",
            fullyQualifiedName=table.fullyQualifiedName.root,
        ),
    )
    model = metadata.create_or_update(
        CreateMlModelRequest(
            name="Revenue Predictions",
            algorithm="XGBoost",
            description="first",
            service="CustomMLService",
            target="expected_time",
            mlStore=MlStore(storage="s3://path", imageRepository="https://image"),
            mlHyperParameters=[MlHyperParameter(name="regularisation", value="0.5")],
            mlFeatures=[MlFeature(name="bucket", dataType="numerical", featureSources=[source])],
        )
    )
    return model, metadata.add_mlmodel_lineage(model=model)


def run(base_url, token):
    metadata = client(base_url, token)
    assert metadata.health_check()
    model, lineage = publish(metadata)
    metadata.patch_description(entity=MlModel, source=model, description="second", force=True)
    counts = {}
    for kind in KINDS:
        counts[kind.__name__] = len(metadata.list_entities(entity=kind, fields=["*"]).entities)
    counts["Bot"] = len(metadata.list_entities(entity=Bot).entities)
    read = metadata.get_by_name(entity=MlModel, fqn=model.fullyQualifiedName.root, fields=["*"])
    versions = metadata.get_list_entity_versions(entity=MlModel, entity_id=read.id)
    metadata.delete(entity=MlModel, entity_id=read.id)
    return {
        "name": read.fullyQualifiedName.root,
        "description": read.description.root,
        "source": read.mlFeatures[0].featureSources[0].fullyQualifiedName.root,
        "version": str(read.version.root),
        "versions": len(versions.versions),
        "upstream": len(lineage["upstreamEdges"]),
        "counts": counts,
        "afterDelete": metadata.get_by_name(entity=MlModel, fqn=read.fullyQualifiedName.root)
        is None,
    }


def main():
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(run(request["baseURL"], request["token"])), flush=True)


if __name__ == "__main__":
    main()
