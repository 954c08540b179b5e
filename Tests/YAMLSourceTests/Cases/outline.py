"""Outlines of YAML documents as PyYAML composes them.

Reads documents separated by U+001E from a file and prints one outline for each, separated the
same way: the places of all nodes, then the values with merge keys resolved. Places are left out
where there are merge keys, which compose() does not resolve.
"""

import re
import sys

import yaml

PROPERTIES = re.compile(r"(?:[&!]\S*\s+(?:#[^\r\n]*\s+)*)+")


class TextLoader(yaml.SafeLoader):
    """All scalars are text; of the implicit types only the merge key is known."""

    yaml_implicit_resolvers = {"<": [("tag:yaml.org,2002:merge", re.compile("^<<$"))]}


class Alias:
    """A node that came through an alias, which ends where the alias does."""

    def __init__(self, node, end):
        self.node = node
        self.end = end


class AliasLoader(yaml.BaseLoader):
    """Keeps apart what PyYAML makes one: a value and its aliases."""

    def compose_node(self, parent, index):
        event = self.peek_event()
        node = super().compose_node(parent, index)
        if isinstance(event, yaml.AliasEvent):
            return Alias(node, event.end_mark.index)
        return node


def text_of(scalar):
    return f"{len(scalar)}'{scalar}'"


def place(text, index):
    before = re.split("\r\n|\r|\n", text[:index])
    return f"{len(before)}:{len(before[-1]) + 1}"


def outline(text, node, out):
    """Appends the lines of a node and returns the index at which it ends."""
    if isinstance(node, Alias):
        outline(text, node.node, out)
        return node.end
    start = node.start_mark.index
    properties = PROPERTIES.match(text, start)
    if properties:
        start = properties.end()
    line = len(out)
    out.append(None)
    end = node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        kind = text_of(node.value)
        if node.style in ("|", ">"):
            end = len(text[:end].rstrip(" \t\r\n"))
        if node.value == "" and not node.style:
            start = end
    elif isinstance(node, yaml.SequenceNode):
        kind = "list"
        ends = [outline(text, child, out) for child in node.value]
        if ends and not node.flow_style:
            end = ends[-1]
    else:
        kind = "mapping"
        ends = [outline(text, child, out) for pair in node.value for child in pair]
        if ends and (not node.flow_style or text[start] != "{"):
            end = ends[-1]
    out[line] = f"{place(text, start)}-{place(text, end)} {kind}"
    return end


def value(data):
    if isinstance(data, dict):
        entries = sorted((key, value(item)) for key, item in data.items())
        return "{" + ", ".join(f"{text_of(key)}: {item}" for key, item in entries) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(value, data)) + "]"
    return text_of(data or "")


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        documents = file.read().split("\x1e")
    outlines = []
    for text in documents:
        out = []
        if "<<" not in text:
            outline(text, yaml.compose(text, Loader=AliasLoader), out)
        out.append(value(yaml.load(text, Loader=TextLoader)))
        outlines.append("\n".join(out))
    sys.stdout.write("\x1e".join(outlines))


main()
