"""The stages, in order; each is a function from one frozen value to the next.

snapshot   a file in raw/ -> Revision: the text of one page at one moment, checked
extract    Revision -> facts, still as written, each with its span, and the account of the page
normalise  facts -> Season: clubs, places, dates and rounds as meant, tables derived
validate   Season -> findings: what contradicts itself or is missing
load       Season, findings, account -> one transaction in the database
report     findings and tables -> text for people

`build` puts them together, once. `domain` is the football they share, `values` reads one quoted
text, `facts`, `findings` and `lineage` are what passes between them.
"""
