"""Draws, reads, patches and removes lineage with the official client and reports what it saw.

Usage: lineage.py ids|names. With `names` it does all that the client can do by name, which no
client before line 2.0 can.
"""

import json
import sys

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.lineage.addLineage import AddLineageRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.mlmodel import MlFeature, MlModel
from metadata.generated.schema.entity.data.table import Table
from metadata.generated.schema.type.entityLineage import (
    ColumnLineage,
    EntitiesEdge,
    EntityLineage,
    LineageDetails,
    Source,
)
from metadata.generated.schema.type.entityReference import EntityReference
from metadata.ingestion.ometa.client import APIError

from create_tables import create_tables
from official_client import connect, report, watched

SCHEMA = "demo_pg.postgres.public"
MODEL = "Models.Revenue"


def reference(kind, entity):
    """A reference by id alone, which is all that a server needs."""
    return EntityReference(id=entity.id, type=kind)


def pair(column, feature):
    """One column of the orders that feeds one feature."""
    return ColumnLineage(
        fromColumns=[f"{SCHEMA}.orders.{column}"], toColumn=f"{MODEL}.{feature}"
    )


class World:
    """The tables of the sample, a model without sources, and what the client sees of them."""

    def __init__(self, client):
        self.client = client
        list(create_tables(client))
        client.create_or_update(
            CreateMlModelServiceRequest(name="Models", serviceType="CustomMlModel")
        )
        self.model = client.create_or_update(
            CreateMlModelRequest(
                name="Revenue",
                algorithm="XGBoost",
                service="Models",
                mlFeatures=[
                    MlFeature(name=name, dataType="numerical") for name in ("bucket", "age")
                ],
            )
        )
        self.orders = client.get_by_name(entity=Table, fqn=f"{SCHEMA}.orders")
        self.users = client.get_by_name(entity=Table, fqn=f"{SCHEMA}.users")

    def edge(self, details=None):
        """The edge from the orders to the model."""
        return EntitiesEdge(
            fromEntity=reference("table", self.orders),
            toEntity=reference("mlmodel", self.model),
            lineageDetails=details,
        )

    def graph(self, up=1, down=0, by_name=False):
        """The model's lineage, held to the client's own schema."""
        answer = (
            self.client.get_lineage_by_name(MlModel, MODEL, up, down)
            if by_name
            else self.client.get_lineage_by_id(MlModel, self.model.id, up, down)
        )
        return EntityLineage.model_validate(answer)

    def details(self):
        """The details of every edge into the model."""
        return [
            edge.lineageDetails
            and {
                "description": edge.lineageDetails.description,
                "sqlQuery": edge.lineageDetails.sqlQuery and edge.lineageDetails.sqlQuery.root,
                "source": edge.lineageDetails.source.value,
                "columns": sorted(
                    f"{[column.root.rsplit('.', 1)[1] for column in each.fromColumns]}"
                    f" -> {each.toColumn.root.rsplit('.', 1)[1]}"
                    for each in edge.lineageDetails.columnsLineage or []
                ),
            }
            for edge in self.graph().upstreamEdges
        ]


def depths(world):
    """How many edges each depth shows once another table feeds the first one."""
    world.client.add_lineage(
        AddLineageRequest(
            edge=EntitiesEdge(
                fromEntity=reference("table", world.users),
                toEntity=reference("table", world.orders),
            )
        )
    )
    return [len(world.graph(up=depth, by_name=True).upstreamEdges) for depth in (0, 1, 2, 3)]


def wrong_column(world):
    """What becomes of an edge with a pair of columns that are none beside a good one."""
    details = LineageDetails(
        description="half wrong",
        columnsLineage=[pair("order_id", "bucket"), pair("no_column", "bucket")],
    )
    try:
        answer = world.client.add_lineage(AddLineageRequest(edge=world.edge(details)))
    except APIError as error:
        return {"refused": str(error), "edges": world.details()}
    return {"refused": answer.get("error"), "edges": world.details()}


def survive(world):
    """What is seen of the edge while its table is deleted, and after the table came back."""
    client = world.client
    client.delete(Table, world.orders.id)
    hidden = world.details()
    client.client.put("/tables/restore", data=json.dumps({"id": str(world.orders.id.root)}))
    restored = world.details()
    return {"whileDeleted": hidden, "afterRestore": restored}


def by_ids(client):
    """The life of an edge with all that both lines of the client do by ids."""
    world = World(client)
    seen = {}
    first = LineageDetails(
        description="first", source=Source.Manual, columnsLineage=[pair("order_id", "bucket")]
    )
    answer = client.add_lineage(AddLineageRequest(edge=world.edge(first)))
    seen["answered"] = [edge["lineageDetails"]["description"] for edge in answer["downstreamEdges"]]
    seen["added"] = world.details()

    def second():
        # The client 1.5 merges what it finds into the request that it is given.
        pairs = [pair("user_id", "age")]
        details = LineageDetails(description="second", columnsLineage=pairs)
        return AddLineageRequest(edge=world.edge(details))

    client.add_lineage(second(), check_patch=True)
    seen["patched"] = world.details()
    client.add_lineage(second())
    seen["overwritten"] = world.details()
    seen["depths"] = depths(world)
    seen["survival"] = survive(world)
    client.delete_lineage_edge(world.edge())
    seen["deleted"] = world.details()
    client.add_lineage(AddLineageRequest(edge=world.edge(first)))
    client.delete_lineage_by_source("mlmodel", str(world.model.id.root), "DbtLineage")
    seen["otherSourceDeleted"] = len(world.details())
    client.delete_lineage_by_source("mlmodel", str(world.model.id.root), "Manual")
    seen["sourceDeleted"] = world.details()
    client.add_lineage(AddLineageRequest(edge=world.edge(first)))
    client.delete(Table, world.orders.id, hard_delete=True)
    seen["hardDeleted"] = world.details()
    return seen


def by_names(client):
    """The life of an edge with all that the client of line 2.0 does by names."""
    world = World(client)
    ends = {
        "from_entity_fqn": f"{SCHEMA}.orders",
        "from_entity_type": "table",
        "to_entity_fqn": MODEL,
        "to_entity_type": "mlmodel",
    }
    seen = {}
    first = LineageDetails(description="first", columnsLineage=[pair("order_id", "bucket")])
    client.add_lineage_by_name(**ends, lineage_details=first)
    seen["added"] = world.details()
    second = LineageDetails(sqlQuery="SELECT 1", columnsLineage=[pair("user_id", "age")])
    client.add_lineage_by_name(**ends, lineage_details=second, check_patch=True)
    seen["patched"] = world.details()
    seen["edge"] = client.get_lineage_edge_by_name(*ends_in_order(ends))["edge"]["source"]
    client.delete_lineage_by_name(**ends)
    seen["deleted"] = world.details()
    client.add_lineage_by_name(**ends, lineage_details=first)
    client.delete_lineage_by_source_by_name("mlmodel", MODEL, "DbtLineage")
    seen["otherSourceDeleted"] = len(world.details())
    client.delete_lineage_by_source_by_name("mlmodel", MODEL, "Manual")
    seen["sourceDeleted"] = world.details()
    return seen


def ends_in_order(ends):
    """The ends as the reading call takes them: the type first."""
    return (
        ends["from_entity_type"],
        ends["from_entity_fqn"],
        ends["to_entity_type"],
        ends["to_entity_fqn"],
    )


def main():
    """Runs the calls that the client must not complain about, then those that it may."""
    client = connect()
    with watched():
        seen = by_names(client) if sys.argv[1] == "names" else by_ids(client)
    if sys.argv[1] == "ids":
        seen["wrongColumn"] = wrong_column(World(client))
    report(seen)


if __name__ == "__main__":
    main()
