"""Fills a service with random models, as the official client accepts them.

Usage: generate_models.py SEED COUNT. The tables, people, words and custom properties that the
models name must be there; the same seed gives the same models.
"""

import random
import sys

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.api.services.createMlModelService import (
    CreateMlModelServiceRequest,
)
from metadata.generated.schema.entity.data.dashboard import Dashboard
from metadata.generated.schema.entity.data.mlmodel import MlModel
from metadata.generated.schema.entity.data.table import Table
from metadata.generated.schema.entity.teams.team import Team
from metadata.generated.schema.entity.teams.user import User

from entity_life import full_name, in_domain, reference, reference_list
from official_client import connect, report, watched

SCHEMA = "demo_pg.postgres.public"
TABLES = [
    f"{SCHEMA}.orders",
    f"{SCHEMA}.users",
    f"{SCHEMA}.restaurants",
    f'{SCHEMA}."daily.orders"',
    f"{SCHEMA}.with space: and # more",
]
PIECES = [
    "word", "Größe", "📈", "👩‍🔬", " ", "  ", "\n", "\n\n", "\t", "\r\n", ": ", " #", "# ", "- ", "'",
    "\\", "{", "]", "|", "%", "@", "`", "&", "*", "!", "?", "~", "---", "...", "1e3", "yes", "null",
    "\u0085", "\u2028", "\u00a0", "\ufeff", "\u007f", "\u0007", "\u202e", "e\u0301", "=", "<<",
    ",", "**bold**  \n", "| a | b |\n", "    code\n", "* item\n", '"quoted"', "${HOME}", "{{ x }}",
]
LOOKALIKES = [
    "1e-3", "yes", "No", "0123", "0x1F", "null", "~", "2026-11-21", "12:30", "1_000", ".inf",
    "True", "0.50", "-1", "", " ", "[1, 2]", "{a: b}", "'x'", '"x"', "a: b", "!!str x", "<<", "=",
    "line\nbreak", "1.0 ", "+1", "007", "1,5", "off", "2001-12-14t21:59:43.10-05:00", "&a", "*a",
]
NAMES = [
    "persona", "last update", "rate.v2", "Größe", "yes", "007", "null", "a: b", "x #y", "- z", "t&c",
    "100%", "(old)", "d'accord", "1e3", "a]b", "a\\b", "*", "~", "-", "ü" * 100, "e\u0301", "🚀",
]


class Generator:
    """Random requests for models."""

    def __init__(self, client, seed):
        self.client = client
        self.random = random.Random(seed)
        self.tables = [client.get_by_name(entity=Table, fqn=name, nullable=False) for name in TABLES]
        self.users = [client.get_by_name(entity=User, fqn=name) for name in ("ana", "ben")]
        self.team = client.get_by_name(entity=Team, fqn="Data Science")
        self.dashboard = client.get_by_name(entity=Dashboard, fqn="superset.revenue")

    def maybe(self, make, share=0.6):
        return make() if self.random.random() < share else None

    def text(self):
        if self.random.random() < 0.2:
            return self.random.choice(LOOKALIKES) or "x"
        pieces = self.random.choices(PIECES, k=self.random.randint(1, 9))
        return "".join(pieces)

    def some(self, words, most=3):
        return self.random.sample(words, self.random.randint(0, min(most, len(words))))

    def labels(self):
        tags = self.some(["PII.Sensitive", "PII.None"], 1)
        tags += self.some(["PersonalData.Personal", "Quality.\"good.enough\""])
        terms = self.some(["Business.Revenue", "Business.Income"])
        found = [(name, "Classification") for name in tags] + [(name, "Glossary") for name in terms]
        return [
            {
                "tagFQN": name,
                "source": source,
                "labelType": self.random.choice(["Manual"] * 4 + ["Derived", "Automated"]),
                "state": self.random.choice(["Confirmed"] * 4 + ["Suggested"]),
            }
            for name, source in found
        ]

    def model_labels(self):
        tier = self.maybe(lambda: self.random.choice(["Tier.Tier1", "Tier.Tier3"]))
        more = {"source": "Classification", "labelType": "Manual", "state": "Confirmed"}
        return self.labels() + ([{"tagFQN": tier, **more}] if tier else [])

    def source(self):
        table = self.random.choice(self.tables)
        column = self.random.choice(table.columns).name.root
        source = {
            "name": column if self.random.random() < 0.8 else self.random.choice(NAMES),
            "dataType": self.maybe(
                lambda: self.random.choice(["integer", "string", "timestamp", "boolean", "object"])
            ),
            "description": self.maybe(self.text, 0.3),
            "tags": self.maybe(self.labels, 0.3),
        }
        kind = self.random.random()
        if kind < 0.6:
            source["dataSource"] = {
                "id": table.id.root, "type": "table", "fullyQualifiedName": full_name(table)
            }
        elif kind < 0.85:
            source["dataSource"] = {"id": table.id.root, "type": "table"}
        elif kind < 0.9:
            source["dataSource"] = {"id": self.dashboard.id.root, "type": "dashboard"}
        return source

    def sources(self):
        return [self.source() for _ in range(self.random.randint(0, 3))]

    def features(self):
        return [
            {
                "name": name,
                "dataType": self.random.choice(["numerical", "categorical"]),
                "description": self.maybe(self.text),
                "featureAlgorithm": self.maybe(self.text, 0.4),
                "featureSources": self.maybe(self.sources, 0.8),
                "tags": self.maybe(self.labels, 0.4),
            }
            for name in self.random.sample(NAMES, self.random.randint(0, 5))
        ]

    def parameters(self):
        return [
            {
                "name": self.random.choice(LOOKALIKES) or "empty",
                "value": self.random.choice(LOOKALIKES),
                "description": self.maybe(self.text, 0.4),
            }
            for _ in range(self.random.randint(0, 6))
        ]

    def owners(self):
        kind = self.random.random()
        if kind < 0.3:
            return reference_list(self.team, "team")
        people = self.some(self.users, 2)
        return [reference(user, "user") for user in people] or None

    def properties(self):
        choices = {
            "costCenter": lambda: self.random.choice([0, 4711, -1, 2**40]),
            "share": lambda: self.random.choice([0.5, 1e-3, 100, 1.5e300]),
            "stage": lambda: [self.random.choice(["test", "live", "yes"])],
            "regions": lambda: self.some(["eu", "us", "a: b"]) or ["eu"],
            "reviewed": lambda: "2026-11-21",
            "notes": self.text,
            "remark": lambda: self.random.choice(LOOKALIKES) or "x",
            "window": lambda: {"start": 1763000000000, "end": 1763086400000},
            "retention": lambda: self.random.choice(["P7D", "PT5M", "P1Y2M"]),
            "contact": lambda: "ana@example.com",
            "approver": lambda: self.found(self.random.choice(self.users), "user"),
            "related": lambda: [self.found(self.dashboard, "dashboard")]
            + [self.found(each, "table") for each in self.some(self.tables, 2)],
            "limits": lambda: {
                "columns": ["name", "value"],
                "rows": [{"name": self.text(), "value": "1e-3"} for _ in range(2)],
            },
        }
        return {name: choices[name]() for name in self.some(sorted(choices), 6)} or None

    def found(self, entity, kind):
        """A reference as the catalog's pages store it."""
        return {
            "id": str(entity.id.root), "type": kind, "name": entity.name.root,
            "fullyQualifiedName": full_name(entity),
        }

    def request(self, number):
        name = self.random.choice(["Model", "model", "Größe.v2", "a: b #", "yes"])
        more = self.maybe(lambda: in_domain(self.random.choice(["Finance", "Logistics"])))
        domain = more or {}
        products = self.some(["Revenue"]) if "Finance" in str(domain) else None
        return CreateMlModelRequest(
            name=f"{name} {number // 2}" if number % 7 else self.random.choice(NAMES) + str(number),
            service="Generated",
            algorithm=self.random.choice(["XGBoost", "1e3", "no", "a: b", "  spaced  ", "Größe\n2"]),
            displayName=self.maybe(self.text),
            description=self.maybe(self.text, 0.8),
            target=self.maybe(lambda: self.random.choice(NAMES), 0.4),
            server=self.maybe(lambda: "https://models.example.com/a?b=c#d"),
            sourceUrl=self.maybe(
                lambda: self.random.choice(["https://git.example.com/x", "models/a b", "null"])
            ),
            dashboard=self.maybe(lambda: "superset.revenue", 0.4),
            mlStore=self.maybe(
                lambda: {"storage": self.text(), "imageRepository": self.maybe(self.text, 0.5)}
            ),
            mlFeatures=self.maybe(self.features, 0.9),
            mlHyperParameters=self.maybe(self.parameters, 0.8),
            tags=self.maybe(self.model_labels, 0.7),
            owners=self.maybe(self.owners),
            extension=self.maybe(self.properties),
            dataProducts=products,
            lifeCycle=self.maybe(lambda: {"created": {"timestamp": 1763000000000}}, 0.2),
            **domain,
        )


def run(client, seed, count):
    client.create_or_update(
        CreateMlModelServiceRequest(name="Generated", serviceType="CustomMlModel")
    )
    generator = Generator(client, seed)
    names = set()
    for number in range(count):
        model = client.create_or_update(generator.request(number))
        names.add(full_name(model))
    gone = client.create_or_update(
        CreateMlModelRequest(name="gone", service="Generated", algorithm="any")
    )
    client.delete(entity=MlModel, entity_id=gone.id, hard_delete=False)
    return {"models": sorted(names)}


if __name__ == "__main__":
    with watched():
        report(run(connect(), int(sys.argv[1]), int(sys.argv[2])))
