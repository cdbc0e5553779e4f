"""A project small enough to be built over and over: two documents, and the file that names an event of theirs and adds one."""

OPENING = "The harbour\n\nOn 4 October 1871 the council opened the harbour. The pier burned down in 1911.\n"
END = "The end\n\nIn 1911 the pier burned down. The ferry was closed on 2 January 1932.\n"
# the first document is to be `a.txt`
EVENTS = """site:
  title: The harbour
events:
  - title: The harbour opens
    tags: [port]
    cites:
      - {source: a.txt, quote: "the council opened the harbour"}
  - date: 1950
    title: The market moves
    tags: [trade]
"""
