"""Uses Microsoft's own Azure ML client on `azure_service.py`, as a judge of it.

Usage: azure_client.py ADDRESS AUTHORITY seed|check|tokens. `seed` registers models, data, a job and
an endpoint; `check` reads what is there and looks whether reading has changed anything; `tokens`
signs in by each kind of credential that the client has. Prints one JSON value. The environment must
name AUTHORITY in REQUESTS_CA_BUNDLE.
"""

import json
import os
import sys

from azure.ai.ml import MLClient
from azure.ai.ml._restclient.arm_ml_service import MachineLearningServicesMgmtClient
from azure.ai.ml.constants import AssetTypes, ListViewType
from azure.ai.ml.entities import Data, Model
from azure.identity import (
    AzureCliCredential,
    CertificateCredential,
    ClientAssertionCredential,
    ClientSecretCredential,
    ManagedIdentityCredential,
    WorkloadIdentityCredential,
)

TENANT, CLIENT, SECRET = "tenant-1", "application-1", "the-client-secret"
PLACE = ("6f1c2d3e-0000-4000-8000-000000000001", "rg-1")
FILES = "azureml://datastores/workspaceblobstore/paths/"


def clients(address):
    """The client for people, and the generated one beneath it, which knows everything."""
    credential = ClientSecretCredential(
        TENANT, CLIENT, SECRET, authority=address, disable_instance_discovery=True
    )
    cloud = {
        "azure_portal": address,
        "resource_manager": address,
        "active_directory": address,
        "aml_resource_id": address,
        "storage_endpoint": "core.localtest",
        "registry_discovery_endpoint": address,
    }
    people = MLClient(
        credential,
        *PLACE,
        "ws-1",
        cloud="Test",
        cloud_metadata=cloud,
        enable_telemetry=False,
        show_progress=False,
    )
    generated = MachineLearningServicesMgmtClient(
        credential,
        PLACE[0],
        base_url=address,
        credential_scopes=[address + "/.default"],
        polling_interval=0,
    )
    return people, generated


def register(people, name, version, **arguments):
    """Registers a version whose files are there already."""
    people.models.create_or_update(
        Model(name=name, version=version, path=FILES + name, **arguments)
    )


def seed(people, generated):
    """Fills the workspace and the registry."""
    group = (PLACE[1], "ws-1")
    data = Data(name="reviews", version="4", path=FILES + "reviews/", type=AssetTypes.URI_FOLDER)
    people.data.create_or_update(data)
    generated.jobs.create_or_update(*group, "job-1", JOB)
    generated.model_containers.create_or_update(*group, "revenue", CONTAINER)
    # Not in the order of their numbers: `latest` is the newest.
    register(people, "revenue", "1", type="custom_model")
    register(people, "revenue", "7", type="custom_model", tags={"quality": 1})
    generated.model_versions.create_or_update(*group, "revenue", "3", VERSION)
    register(people, "revenue", "9", type="custom_model")
    people.models.archive("revenue", "9")
    for index in range(3):
        register(people, f"other-{index}", "1", type="custom_model")
    for name in ("first", "live"):
        generated.online_endpoints.begin_create_or_update(*group, name, endpoint(name)).result()
    model = people.models.get("revenue", "3").id
    generated.online_deployments.begin_create_or_update(
        *group, "live", "blue", deployment(model.replace("resourceGroups", "resourcegroups"))
    ).result()
    shared = (PLACE[1], "registry-1", "shared")
    generated.registry_model_containers.begin_create_or_update(*shared, CONTAINER).result()
    generated.registry_model_versions.begin_create_or_update(*shared, "2", VERSION).result()


JOB = {
    "properties": {
        "jobType": "Command",
        "command": "python train.py",
        "environmentId": "azureml:env:1",
        "displayName": "Training of May",
        "experimentName": "revenue",
        "inputs": {
            "reviews": {"jobInputType": "uri_folder", "uri": "azureml:reviews:4"},
            "rate": {"jobInputType": "literal", "value": "0.1"},
        },
        "services": {
            "Studio": {
                "jobServiceType": "Studio",
                "endpoint": "https://ml.azure.com/runs/job-1?wsid=/subscriptions/6f1c2d3e-0000-4000-8000-000000000001",
            }
        },
        "properties": {"mlflow.source.git.commit": "8f2c1d0", "_azureml.ComputeTargetType": "amlc"},
        "tags": {"estimator_name": "Ridge"},
    }
}
CONTAINER = {"properties": {"description": "Revenue of a restaurant", "tags": {"team": "pricing"}}}
VERSION = {
    "properties": {
        "description": "Trained on all of May",
        "modelType": "mlflow_model",
        "modelUri": FILES + "revenue/3",
        "jobName": "job-1",
        "stage": "Production",
        "tags": {"reviewed": "yes"},
        "properties": {"azureml.source": "run", "audience": "internal"},
        "flavors": {
            "sklearn": {"data": {"sklearn_version": "1.4"}},
            "python_function": {"data": {}},
        },
    }
}


def endpoint(name):
    """An endpoint; the one that is live sends all requests to one deployment."""
    traffic = {"blue": 100} if name == "live" else {}
    return {"location": "westeurope", "properties": {"authMode": "Key", "traffic": traffic}}


def deployment(model):
    """A deployment of a model."""
    return {
        "location": "westeurope",
        "properties": {
            "endpointComputeType": "Managed",
            "model": model,
            "instanceType": "Standard_DS3_v2",
            "scaleSettings": {"scaleType": "Default"},
        },
        "sku": {"name": "Default", "capacity": 1},
    }


def check(people, generated):
    """Everything that is there, as the client reads it."""
    group = (PLACE[1], "ws-1")
    version = people.models.get("revenue", "3")
    return {
        "models": sorted(model.name for model in people.models.list()),
        "active": [each.version for each in people.models.list("revenue")],
        "archived": [
            each.version
            for each in people.models.list("revenue", list_view_type=ListViewType.ARCHIVED_ONLY)
        ],
        "latest": people.models.get("revenue", label="latest").version,
        "stage": version.stage,
        "job": version.job_name,
        "tags": version.tags,
        "flavors": sorted(version.flavors),
        "changed": str(version.creation_context.last_modified_at),
        "data": people.data.get("reviews", "4").path,
        "endpoints": sorted(each.name for each in generated.online_endpoints.list(*group)),
        "shared": generated.registry_model_versions.get(PLACE[1], "registry-1", "shared", "2").name,
    }


def tokens(address):
    """Signs in by each kind; the names of those that got a token."""
    scope = address + "/.default"
    options = {"authority": address, "disable_instance_discovery": True}
    with open(os.environ["AZURE_FEDERATED_TOKEN_FILE"], encoding="utf-8") as file:
        assertion = file.read()
    certificate = os.environ["AZURE_CLIENT_CERTIFICATE_PATH"]
    kinds = {
        "client secret": ClientSecretCredential(TENANT, CLIENT, SECRET, **options),
        "client certificate": CertificateCredential(TENANT, CLIENT, certificate, **options),
        "workload identity": WorkloadIdentityCredential(
            tenant_id=TENANT, client_id=CLIENT, **options
        ),
        "assertion": ClientAssertionCredential(TENANT, CLIENT, lambda: assertion, **options),
        "managed identity (App Service)": ManagedIdentityCredential(),
        "Azure CLI": AzureCliCredential(),
    }
    return [name for name, credential in kinds.items() if credential.get_token(scope).token]


def main():
    """Does what the command says."""
    address, _, command = sys.argv[1:4]
    if command == "tokens":
        print(json.dumps(tokens(address)))
        return
    people, generated = clients(address)
    if command == "seed":
        seed(people, generated)
    print(json.dumps(check(people, generated)))


if __name__ == "__main__":
    main()
