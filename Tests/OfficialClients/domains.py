"""Domains and data products, through the official client."""

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.domains.createDataProduct import CreateDataProductRequest
from metadata.generated.schema.api.domains.createDomain import CreateDomainRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.generated.schema.entity.domains.dataProduct import DataProduct
from metadata.generated.schema.entity.domains.domain import Domain, DomainType

from entity_life import DOMAIN_FIELD, domain_names, full_name, in_domain, live, names
from official_client import connect, report, watched


def run(client):
    domain = CreateDomainRequest(
        name="Finance", domainType=DomainType.Aggregate, description="money"
    )
    seen = {"domain": live(client, Domain, domain, is_restorable=False)}
    below = client.create_or_update(
        CreateDomainRequest(
            name="Tax", domainType=DomainType.Aggregate, description="taxes", parent="Finance"
        )
    )
    seen["below"] = full_name(below)
    product = CreateDataProductRequest(
        name="Reports", description="what is reported", **in_domain("Finance")
    )
    seen["product"] = live(client, DataProduct, product, is_restorable=False)

    client.create_or_update(
        CreateMlModelServiceRequest(
            name="Models", serviceType="CustomMlModel", **in_domain("Finance.Tax")
        )
    )
    model = CreateMlModelRequest(name="plain", service="Models", algorithm="any")
    client.create_or_update(model)
    plain = client.get_by_name(entity=MlModel, fqn="Models.plain", fields=[DOMAIN_FIELD])
    seen["inherited"] = domain_names(plain)
    own = CreateMlModelRequest(
        name="own",
        service="Models",
        algorithm="any",
        dataProducts=["Reports"],
        **in_domain("Finance"),
    )
    client.create_or_update(own)
    read = client.get_by_name(
        entity=MlModel, fqn="Models.own", fields=[DOMAIN_FIELD, "dataProducts"]
    )
    seen["own"] = domain_names(read)
    seen["dataProducts"] = names(read.dataProducts)
    return seen


if __name__ == "__main__":
    with watched():
        report(run(connect()))
