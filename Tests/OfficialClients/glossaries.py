"""Glossaries and their terms, through the official client."""

from metadata.generated.schema.api.data.createGlossary import CreateGlossaryRequest
from metadata.generated.schema.api.data.createGlossaryTerm import CreateGlossaryTermRequest
from metadata.generated.schema.entity.data.glossary import Glossary
from metadata.generated.schema.entity.data.glossaryTerm import GlossaryTerm, TermReference

from entity_life import full_name, live
from official_client import connect, report, watched


def term(name, **more):
    return CreateGlossaryTermRequest(glossary="Business", name=name, description="a word", **more)


def run(client):
    glossary = CreateGlossaryRequest(name="Business", description="words")
    seen = {"glossary": live(client, Glossary, glossary)}
    client.create_or_update(term("Cost"))
    seen["term"] = live(
        client,
        GlossaryTerm,
        term(
            "net.revenue",
            synonyms=["income"],
            relatedTerms=["Business.Cost"],
            references=[TermReference(name="wiki", endpoint="https://example.org/revenue")],
        ),
    )
    child = client.create_or_update(term("after tax", parent='Business."net.revenue"'))
    parent = client.get_by_name(
        entity=GlossaryTerm, fqn='Business."net.revenue"', fields=["children", "relatedTerms"]
    )
    seen["child"] = full_name(child)
    seen["children"] = [each.name for each in parent.children.root]
    related = parent.relatedTerms
    related = related.root if hasattr(related, "root") else [each.term for each in related]
    seen["related"] = [each.fullyQualifiedName for each in related]
    return seen


if __name__ == "__main__":
    with watched():
        report(run(connect()))
