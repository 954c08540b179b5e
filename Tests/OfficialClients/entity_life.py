"""What the official client does with an entity of any kind, from its creation to its end.

The scripts of this folder run with every line of the client: what differs is settled here.
"""

import json

from metadata.generated.schema.api.data.createMlModel import CreateMlModelRequest
from metadata.generated.schema.type.entityReference import EntityReference
from metadata.generated.schema.type.entityReferenceList import EntityReferenceList

# Since line 1.9 there may be several domains.
HAS_DOMAINS = "domains" in CreateMlModelRequest.model_fields
DOMAIN_FIELD = "domains" if HAS_DOMAINS else "domain"


def in_domain(name):
    """The part of a create request that puts an entity into a domain."""
    return {"domains": [name]} if HAS_DOMAINS else {"domain": name}


def domain_names(entity):
    """The fully qualified names of the domains that an entity shows."""
    if HAS_DOMAINS:
        return names(entity.domains)
    return [entity.domain.fullyQualifiedName] if entity.domain else []


def names(references):
    """The fully qualified names of references, however the client wraps them."""
    found = references.root if hasattr(references, "root") else references or []
    return [reference.fullyQualifiedName for reference in found]


def reference(entity, kind):
    return EntityReference(id=entity.id.root, type=kind)


def reference_list(entity, kind):
    return EntityReferenceList(root=[reference(entity, kind)])


def label(name, source="Classification"):
    return {"tagFQN": name, "source": source, "labelType": "Manual", "state": "Confirmed"}


def text(value):
    """A text of the entity: some of its classes wrap texts, others do not."""
    return value.root if hasattr(value, "root") else value


def full_name(entity):
    return text(entity.fullyQualifiedName)


def versions(client, kind, entity):
    found = client.get_list_entity_versions(entity=kind, entity_id=entity.id).versions
    return [json.loads(version)["version"] for version in found]


def restore(client, kind, entity):
    path = client.get_suffix(kind) + "/restore"
    return client.client.put(path, data=json.dumps({"id": str(entity.id.root)}))


def live(client, kind, request, is_restorable=True):
    """Creates, reads, lists, patches, deletes and restores; what was seen on the way."""
    made = client.create_or_update(request)
    again = client.create_or_update(request)
    assert again.id == made.id and again.version == made.version, "an equal PUT changed something"
    name = full_name(made)
    # The client asks for the fields of its own class, which the server has to know.
    read = client.get_by_name(entity=kind, fqn=name, fields=["*"])
    assert read.id == made.id
    assert client.get_by_id(entity=kind, entity_id=made.id).id == made.id
    listed = [full_name(each) for each in client.list_all_entities(entity=kind, limit=2)]
    assert name in listed, f"{name} is not in the list {listed}"

    patched = client.patch_description(entity=kind, source=made, description="patched", force=True)
    assert text(patched.description) == "patched"
    first = client.get_entity_version(entity=kind, entity_id=made.id, version=0.1)
    assert text(first.description) != "patched"
    seen = {"name": name, "versions": versions(client, kind, made)}

    client.delete(entity=kind, entity_id=made.id, hard_delete=not is_restorable)
    assert client.get_by_name(entity=kind, fqn=name) is None, "it was deleted"
    if is_restorable:
        restore(client, kind, made)
        assert text(client.get_by_name(entity=kind, fqn=name).description) == "patched"
        seen["restored"] = versions(client, kind, made)
    else:
        client.create_or_update(request)
    return seen
