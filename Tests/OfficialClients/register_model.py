"""Registers a version of a model with a real MLflow server, for OpenMetadata's connector to find.

Usage: register_model.py URL NAME STRENGTH [--signature-in-tag]. The version's run has the parameter
`regularisation` and a signature. MLflow of line 2 no longer writes the signature into the run's
tag, where the connector 1.5 looks for it; the option puts it there as earlier clients did. Prints
where the version lies and where its run keeps what it made.
"""

import contextlib
import json
import sys

import mlflow
from mlflow.models import ModelSignature
from mlflow.types import ColSpec, Schema

INPUTS = Schema([ColSpec("long", "rating"), ColSpec("string", "city")])
HISTORY = "mlflow.log-model.history"


class Constant(mlflow.pyfunc.PythonModel):
    """A model that needs no library."""

    def predict(self, context, model_input, params=None):
        return [0.0] * len(model_input)


def log_version(name, strength):
    """A run with a parameter, and a version of the model that it made; the run's identifier."""
    with mlflow.start_run() as run:
        mlflow.log_param("regularisation", strength)
        mlflow.pyfunc.log_model(
            "model",
            python_model=Constant(),
            signature=ModelSignature(inputs=INPUTS, outputs=Schema([ColSpec("double")])),
            pip_requirements=[],
            registered_model_name=name,
        )
    return run.info.run_id


def write_signature_as_before(client, run_id):
    """Adds the signature to the run's tag."""
    history = json.loads(client.get_run(run_id).data.tags[HISTORY])
    columns = [{"name": each.name, "type": each.type.name} for each in INPUTS.inputs]
    history[-1]["signature"] = {"inputs": json.dumps(columns)}
    client.set_tag(run_id, HISTORY, json.dumps(history))


def main():
    """Registers the version and prints the places."""
    url, name, strength = sys.argv[1:4]
    mlflow.set_tracking_uri(url)
    client = mlflow.MlflowClient()
    # MLflow prints links where the result of this script goes.
    with contextlib.redirect_stdout(sys.stderr):
        run_id = log_version(name, strength)
    if "--signature-in-tag" in sys.argv:
        write_signature_as_before(client, run_id)
    version = client.get_registered_model(name).latest_versions[0]
    artifacts = client.get_run(run_id).info.artifact_uri
    print(json.dumps({"source": version.source, "artifacts": artifacts}))


if __name__ == "__main__":
    main()
