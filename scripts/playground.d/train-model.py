"""Trains a small model on the sample database and registers it with MLflow.

Usage: train-model.py URL NAME ALIAS <orders.csv. The rows on standard input are orders with what
their restaurant and their user have: last_update, created_at, rating, average_price, premium. The
model is a ridge regression of the minutes between an order and its last update; its run records
parameters, metrics and the tables that were read, and the alias points to the new version.

A model that is registered already is left as it is, and so is the alias wherever it points: who
moved it meant it.
"""

import contextlib
import sys

import mlflow
import numpy
import pandas
from mlflow.models import ModelSignature
from mlflow.types import ColSpec, Schema

REGULARISATION = 0.5
TABLES = {
    "orders": ["created_at", "last_update"],
    "restaurants": ["rating", "average_price"],
    "users": ["premium"],
}
SIGNATURE = ModelSignature(
    inputs=Schema(
        [
            ColSpec("string", "last_update_bucket"),
            ColSpec("double", "restaurant_dimension"),
            ColSpec("boolean", "is_premium"),
        ]
    ),
    outputs=Schema([ColSpec("double", "expected_time")]),
)


def features(rows):
    """The columns of the signature, from the columns of the tables."""
    hours = pandas.to_datetime(rows["last_update"], utc=True).dt.hour
    restaurants = rows[["rating", "average_price"]].astype(float)
    restaurants = (restaurants - restaurants.mean()).fillna(0)
    # The first principal component: what sets the restaurants apart most.
    component = numpy.linalg.svd(restaurants.to_numpy(), full_matrices=False)[2][0]
    return pandas.DataFrame(
        {
            "last_update_bucket": numpy.where(hours < 18, "day", "evening"),
            "restaurant_dimension": restaurants.to_numpy() @ component,
            "is_premium": rows["premium"] == "t",
        }
    )


def design(table):
    """The numbers that a linear model sees."""
    return numpy.column_stack(
        [
            numpy.ones(len(table)),
            table["last_update_bucket"] == "evening",
            table["restaurant_dimension"],
            table["is_premium"],
        ]
    ).astype(float)


class RidgeRegression(mlflow.pyfunc.PythonModel):
    """A linear model whose weights are kept small."""

    def fit(self, table, target):
        """Solves the normal equations."""
        numbers = design(table)
        penalty = REGULARISATION * numpy.eye(numbers.shape[1])
        penalty[0, 0] = 0
        self.weights = numpy.linalg.solve(numbers.T @ numbers + penalty, numbers.T @ target)
        return self

    def predict(self, context, model_input, params=None):
        """Minutes until the last update."""
        return pandas.DataFrame({"expected_time": design(model_input) @ self.weights})


def train(rows):
    """The model, what it was trained on, and how far it is off."""
    created = pandas.to_datetime(rows["created_at"], utc=True)
    updated = pandas.to_datetime(rows["last_update"], utc=True)
    minutes = (updated - created).dt.total_seconds().to_numpy() / 60
    table = features(rows)
    model = RidgeRegression().fit(table, minutes)
    errors = model.predict(None, table)["expected_time"].to_numpy() - minutes
    metrics = {
        "mae_minutes": float(numpy.abs(errors).mean()),
        "rmse_minutes": float(numpy.sqrt((errors**2).mean())),
        "rows": float(len(rows)),
    }
    return model, metrics


def register(name, rows):
    """A run with the model, registered as a new version."""
    model, metrics = train(rows)
    with mlflow.start_run(run_name="ridge regression", description="Trained on the sample data."):
        for table, columns in TABLES.items():
            source = f"postgres.public.{table}"
            dataset = mlflow.data.from_pandas(rows[columns], source=source, name=table)
            mlflow.log_input(dataset, context="training")
        mlflow.log_param("regularisation", REGULARISATION)
        mlflow.log_metrics(metrics)
        mlflow.set_tag("estimator_name", "RidgeRegression")
        mlflow.pyfunc.log_model(
            name="model",
            python_model=model,
            signature=SIGNATURE,
            pip_requirements=["numpy", "pandas"],
            registered_model_name=name,
        )


def main():
    """Registers a version unless there is one, and sets the alias unless it is set."""
    url, name, alias = sys.argv[1:4]
    mlflow.set_tracking_uri(url)
    client = mlflow.MlflowClient()
    registered = client.search_registered_models(f"name = '{name}'")
    if registered and alias in registered[0].aliases:
        version = registered[0].aliases[alias]
        print(f"{name}, version {version}, alias {alias}; there already and left as it is")
        return
    versions = client.search_model_versions(f"name = '{name}'")
    if not versions:
        rows = pandas.read_csv(sys.stdin).dropna(subset=["last_update"])
        with contextlib.redirect_stdout(sys.stderr):
            register(name, rows)
        versions = client.search_model_versions(f"name = '{name}'")
    newest = max(versions, key=lambda each: int(each.version))
    client.set_registered_model_alias(name, alias, newest.version)
    print(f"{name}, version {newest.version}, alias {alias}, run {newest.run_id}")


if __name__ == "__main__":
    main()
