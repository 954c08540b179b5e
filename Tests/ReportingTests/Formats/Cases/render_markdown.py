"""Renders Markdown by GitHub's own cmark-gfm, with raw HTML let through.

One JSON string a line; one a line comes back: what a reader would see of tables, links and elements.
"""

import html.parser
import json
import sys

import cmarkgfm
from cmarkgfm.cmark import Options


class Page(html.parser.HTMLParser):
    VOID = {"br", "hr", "img", "input"}

    def __init__(self):
        super().__init__()
        self.open, self.elements, self.rows, self.problems = [], set(), [], []
        self.code, self.text = [], []

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "code":
            self.code.append("")

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text.append(data)
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data
        if "code" in self.open:
            self.code[-1] += data
        elif any(sign in data for sign in ("@", "#")):
            for word in data.split():
                if word[0] in "@#" and len(word) > 1 and word[1] != "\u200b":
                    self.problems.append(f"{word} is a mention")


for line in sys.stdin:
    page = Page()
    rendered = cmarkgfm.github_flavored_markdown_to_html(
        json.loads(line), Options.CMARK_OPT_UNSAFE
    )
    page.feed(rendered)
    page.close()
    print(
        json.dumps(
            {
                "elements": sorted(page.elements),
                "rows": page.rows,
                "code": page.code,
                "problems": page.problems + [f"<{tag}> stays open" for tag in page.open],
                "text": "".join(page.text),
            }
        )
    )
