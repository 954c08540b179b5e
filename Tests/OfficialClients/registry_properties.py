"""The custom properties for what a registry knows: read and filled through the official client."""

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.generated.schema.entity.type import Type

from official_client import connect, report, watched


def run(client):
    suffix = "/metadata/types/name/mlmodel?fields=customProperties"
    model_type = Type.model_validate(client.client.get(suffix))
    properties = model_type.customProperties or []
    types = {each.name.root: each.propertyType.root.name for each in properties}
    client.create_or_update(CreateMlModelServiceRequest(name="Models", serviceType="CustomMlModel"))
    client.create_or_update(
        CreateMlModelRequest(
            name="m",
            service="Models",
            algorithm="any",
            extension={name: '{"rmse":0.25}' for name in types},
        )
    )
    read = client.get_by_name(entity=MlModel, fqn="Models.m", fields=["extension"])
    return {"types": types, "extension": read.extension.root}


if __name__ == "__main__":
    with watched():
        report(run(connect()))
