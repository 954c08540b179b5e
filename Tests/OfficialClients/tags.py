"""Classifications and their tags, through the official client."""

from metadata.generated.schema.api.classification.createClassification import (
    CreateClassificationRequest,
)
from metadata.generated.schema.api.classification.createTag import CreateTagRequest
from metadata.generated.schema.entity.classification.classification import Classification
from metadata.generated.schema.entity.classification.tag import Tag

from entity_life import full_name, live
from official_client import connect, report, watched


def run(client):
    classification = CreateClassificationRequest(name="Quality", description="how good it is")
    seen = {"classification": live(client, Classification, classification)}
    tag = CreateTagRequest(classification="Quality", name="good.enough", description="will do")
    seen["tag"] = live(client, Tag, tag)
    below = CreateTagRequest(
        classification="Quality", parent='Quality."good.enough"', name="nearly", description="x"
    )
    seen["below"] = full_name(client.create_or_update(below))
    read = client.get_by_name(entity=Classification, fqn="Quality", fields=["termCount"])
    seen["termCount"] = read.termCount
    return seen


if __name__ == "__main__":
    with watched():
        report(run(connect()))
