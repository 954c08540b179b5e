"""Publishes an ml_model.yaml the way a pipeline does that uses the official client directly.

Usage: publish_model.py MANIFEST. Service and model by create-or-update, then table lineage by
`add_mlmodel_lineage`: the calls that the publisher's own run is measured against.
"""

import sys

import yaml
from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.mlmodel import (
    FeatureSource,
    MlFeature,
    MlHyperParameter,
    MlStore,
)
from metadata.generated.schema.entity.data.table import Table
from metadata.generated.schema.entity.services.connections.mlmodel.customMlModelConnection import (
    CustomMlModelConnection,
    CustomMlModelType,
)
from metadata.generated.schema.entity.services.mlmodelService import (
    MlModelConnection,
    MlModelService,
    MlModelServiceType,
)
from metadata.generated.schema.type.entityReference import EntityReference

from official_client import connect, report, watched


def feature_source(client, source):
    """A source with the reference of its table."""
    table = client.get_by_name(entity=Table, fqn=source["dataSourceFqn"])
    assert table, f"no table {source['dataSourceFqn']}"
    return FeatureSource(
        name=source["name"],
        dataType=source["dataType"],
        dataSource=EntityReference(
            id=table.id,
            type="table",
            name=table.name.root,
            fullyQualifiedName=table.fullyQualifiedName.root,
        ),
    )


def feature(client, described):
    """A feature with its sources."""
    return MlFeature(
        name=described["name"],
        dataType=described["dataType"],
        featureAlgorithm=described.get("featureAlgorithm"),
        featureSources=[
            feature_source(client, source) for source in described["featureSources"]
        ],
    )


def ensure_service(client, name):
    """The service, made when it is missing."""
    service = client.get_by_name(entity=MlModelService, fqn=name)
    return service or client.create_or_update(
        CreateMlModelServiceRequest(
            name=name,
            serviceType=MlModelServiceType.CustomMlModel,
            connection=MlModelConnection(
                config=CustomMlModelConnection(
                    type=CustomMlModelType.CustomMlModel, sourcePythonClass="my.class"
                )
            ),
        )
    )


def publish(client, manifest):
    """Service, model, lineage; the lineage as the client got it back."""
    service = ensure_service(client, manifest["serviceName"])
    model = client.create_or_update(
        CreateMlModelRequest(
            name=manifest["name"],
            description=manifest["description"],
            algorithm=manifest["algorithm"],
            target=manifest["target"],
            service=service.fullyQualifiedName,
            mlFeatures=[feature(client, each) for each in manifest["mlFeatures"]],
            mlHyperParameters=[
                MlHyperParameter(
                    name=each["name"],
                    value=str(each["value"]),
                    description=each.get("description"),
                )
                for each in manifest["mlHyperParameters"]
            ],
            mlStore=MlStore(**manifest["mlStore"]),
        )
    )
    return client.add_mlmodel_lineage(model=model)


def main():
    """Publishes the manifest named on the command line."""
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = yaml.safe_load(file)
    with watched():
        lineage = publish(connect(), manifest)
    names = {node["id"]: node["fullyQualifiedName"] for node in lineage["nodes"]}
    report(
        {
            "model": lineage["entity"]["fullyQualifiedName"],
            "edges": sorted(names[edge["fromEntity"]] for edge in lineage["upstreamEdges"]),
        }
    )


if __name__ == "__main__":
    main()
