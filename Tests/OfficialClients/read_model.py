"""Reads a published model, its service, tables and lineage with the official client.

Usage: read_model.py FQN. The client's classes refuse every field they do not know and every
value of another type, so what this prints has passed OpenMetadata's own schemas.
"""

import sys

from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.generated.schema.entity.data.table import Table
from metadata.generated.schema.entity.services.mlmodelService import MlModelService
from metadata.generated.schema.type.entityLineage import EntityLineage

from official_client import connect, report, watched


def read_feature(client, feature):
    """A feature with its sources, each checked against the table it names."""
    sources = []
    for source in feature.featureSources or []:
        table = client.get_by_id(entity=Table, entity_id=source.dataSource.id, fields=["*"])
        sources.append(
            {
                "name": source.name.root,
                "dataType": source.dataType.value,
                "fullyQualifiedName": source.fullyQualifiedName.root,
                "isColumn": any(source.name.root == column.name.root for column in table.columns),
            }
        )
    return {
        "name": feature.name.root,
        "dataType": feature.dataType.value,
        "featureAlgorithm": feature.featureAlgorithm,
        "fullyQualifiedName": feature.fullyQualifiedName.root,
        "featureSources": sources,
    }


def read_edges(client, fqn):
    """The edges that end at the model, with their columns."""
    # The client leaves this answer unparsed; its own class is the judge here.
    lineage = EntityLineage.model_validate(client.get_lineage_by_name(MlModel, fqn, 1, 0))
    names = {node.id.root: node.fullyQualifiedName for node in lineage.nodes}
    return [
        {
            "from": names[edge.fromEntity.root],
            "columns": [
                {
                    "from": [column.root for column in pair.fromColumns],
                    "to": pair.toColumn.root,
                }
                for pair in edge.lineageDetails.columnsLineage or []
            ]
            if edge.lineageDetails
            else [],
        }
        for edge in sorted(lineage.upstreamEdges, key=lambda edge: names[edge.fromEntity.root])
    ]


def read_model(client, fqn):
    """The model as the client sees it."""
    model = client.get_by_name(entity=MlModel, fqn=fqn, fields=["*"], nullable=False)
    service = client.get_by_name(
        entity=MlModelService, fqn=model.service.fullyQualifiedName, nullable=False
    )
    versions = client.get_list_entity_versions(entity=MlModel, entity_id=model.id)
    return {
        "fullyQualifiedName": model.fullyQualifiedName.root,
        "description": model.description.root,
        "algorithm": model.algorithm,
        "target": model.target.root,
        "version": model.version.root,
        "versions": len(versions.versions),
        "service": {"name": service.name.root, "serviceType": service.serviceType.value},
        "storage": model.mlStore.storage,
        "mlHyperParameters": {
            each.name: each.value for each in model.mlHyperParameters
        },
        "mlFeatures": [read_feature(client, each) for each in model.mlFeatures],
        "edges": read_edges(client, fqn),
        "listed": [
            each.fullyQualifiedName.root
            for each in client.list_all_entities(entity=MlModel, fields=["*"])
        ],
    }


if __name__ == "__main__":
    with watched():
        report(read_model(connect(), sys.argv[1]))
