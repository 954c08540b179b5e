"""Dashboards and the models that name them, through the official client."""

from metadata.generated.schema.api.data.createDashboard import CreateDashboardRequest
from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createDashboardService import (
    CreateDashboardServiceRequest,
)
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.dashboard import Dashboard
from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.generated.schema.entity.services.dashboardService import DashboardService

from entity_life import live
from official_client import connect, report, watched


def run(client):
    service = CreateDashboardServiceRequest(name="bi", serviceType="Superset")
    seen = {"service": live(client, DashboardService, service)}
    dashboard = CreateDashboardRequest(name="7", displayName="Quality", service="bi")
    seen["dashboard"] = live(client, Dashboard, dashboard)
    client.create_or_update(CreateMlModelServiceRequest(name="Models", serviceType="CustomMlModel"))
    client.create_or_update(
        CreateMlModelRequest(name="m", service="Models", algorithm="any", dashboard="bi.7")
    )
    model = client.get_by_name(entity=MlModel, fqn="Models.m", fields=["dashboard"])
    seen["named"] = model.dashboard.fullyQualifiedName
    return seen


if __name__ == "__main__":
    with watched():
        report(run(connect()))
