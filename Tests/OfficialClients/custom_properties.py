"""Custom properties of models, defined and filled through the official client."""

from metadata.generated.schema.api.data.createCustomProperty import CreateCustomPropertyRequest
from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.ingestion.models.custom_properties import (
    CustomPropertyDataTypes,
    OMetaCustomProperties,
)

from official_client import connect, report, watched


def define(client, name, data_type, **more):
    property_type = client.get_property_type_ref(data_type)
    return client.create_or_update_custom_property(
        OMetaCustomProperties(
            entity_type=MlModel,
            createCustomPropertyRequest=CreateCustomPropertyRequest(
                name=name, description="of a model", propertyType=property_type, **more
            ),
        )
    )


def run(client):
    define(client, "accuracy", CustomPropertyDataTypes.NUMBER)
    define(
        client,
        "stage",
        CustomPropertyDataTypes.ENUM,
        customPropertyConfig={"config": {"multiSelect": False, "values": ["dev", "prod"]}},
    )
    client.create_or_update(CreateMlModelServiceRequest(name="Models", serviceType="CustomMlModel"))
    client.create_or_update(
        CreateMlModelRequest(
            name="m",
            service="Models",
            algorithm="any",
            extension={"accuracy": 0.75, "stage": ["dev"]},
        )
    )
    read = client.get_by_name(entity=MlModel, fqn="Models.m", fields=["extension"])
    destination = read.model_copy(deep=True)
    destination.extension.root["stage"] = ["prod"]
    client.patch(entity=MlModel, source=read, destination=destination)
    patched = client.get_by_name(entity=MlModel, fqn="Models.m", fields=["extension"])
    suffix = "/metadata/types/name/mlmodel?fields=customProperties"
    properties = client.client.get(suffix)["customProperties"]
    return {
        "extension": patched.extension.root,
        "properties": {each["name"]: each["propertyType"]["name"] for each in properties},
    }


if __name__ == "__main__":
    with watched():
        report(run(connect()))
