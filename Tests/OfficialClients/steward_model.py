"""A model as a steward makes it with the official client, without any file."""

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)

from entity_life import full_name, label
from official_client import connect, report, watched


def run(client):
    client.create_or_update(CreateMlModelServiceRequest(name="Adopted", serviceType="CustomMlModel"))
    model = client.create_or_update(
        CreateMlModelRequest(
            name="churn",
            service="Adopted",
            algorithm="Hand-made",
            description="What the steward wrote.",
            server="https://models.example.com/churn",
            mlStore={"storage": "s3://models/churn"},
            tags=[label("Tier.Tier2")],
            mlFeatures=[
                {
                    "name": "age",
                    "dataType": "numerical",
                    "description": "What the steward says of it",
                },
                {"name": "hand-made", "dataType": "categorical"},
            ],
            mlHyperParameters=[{"name": "eta", "value": "0.1"}, {"name": "depth", "value": "6"}],
        )
    )
    return full_name(model)


if __name__ == "__main__":
    with watched():
        report(run(connect()))
